// This deployable's environment, parsed when the first request needs it: a build has none.
import { hostList } from '@guildhall/contracts/host-list'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  AUTH_SECRET: z.string().min(32),
  PUBLIC_URL: z.url(),
  DELIVERY_ALLOW: hostList,
  LOG_LEVEL: z.string().default('info'),
})

export function readEnv() {
  return schema.parse(process.env)
}
