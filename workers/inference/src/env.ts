// This worker's environment, parsed once at boot.
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const deviceSchema = z.enum(['auto', 'cuda', 'webgpu', 'cpu'])
export type Device = z.infer<typeof deviceSchema>

const schema = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  GUILDHALL_DEVICE: deviceSchema.default('auto'),
  GUILDHALL_THREADS: z.coerce.number().int().min(1).max(64).default(availableParallelism()),
  /** Artifacts that were loaded once. */
  GUILDHALL_ARTIFACTS: z.string().default(join(tmpdir(), 'guildhall-artifacts')),
  LOG_LEVEL: z.string().default('info'),
})

export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  return schema.parse(source)
}
