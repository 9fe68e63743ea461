// This deployable's environment, parsed once at boot.
import { hostList } from '@guildhall/contracts/host-list'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
  /** Seals the secrets of LTI at rest. */
  AUTH_SECRET: z.string().min(32),
  DELIVERY_ALLOW: hostList,
  /** Where Next.js listens; everything that is not ours goes there. */
  WEB_ORIGIN: z.url().optional(),
  /** `true` behind a reverse proxy that sets X-Forwarded-For. */
  TRUST_PROXY: z.stringbool().default(false),
  RATE_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  LOG_LEVEL: z.string().default('info'),
})

export type Env = z.infer<typeof schema>

export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  return schema.parse(source)
}
