// This worker's environment, parsed once at boot.
import { tmpdir } from 'node:os'
import { trainingLimits } from '@guildhall/contracts/training'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  /** Where a training keeps its records and results while it runs. */
  GUILDHALL_WORK: z.string().default(tmpdir()),
  /** Memory of the trainer's process in MiB; past it the training fails, and nothing else does. */
  GUILDHALL_TRAINING_HEAP_MIB: z.coerce.number().int().min(256).default(trainingLimits.heapMib),
  LOG_LEVEL: z.string().default('info'),
})

export type Env = z.infer<typeof schema>

export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  return schema.parse(source)
}
