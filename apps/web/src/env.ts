// This deployable's environment, parsed when the first request needs it: a build has none.
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  AUTH_SECRET: z.string().min(32),
  PUBLIC_URL: z.url(),
  LOG_LEVEL: z.string().default('info'),
})

export function readEnv() {
  return schema.parse(process.env)
}
