// The public HTTP API and front door of the one port.
import { openDomain } from '@guildhall/domain/boot'
import { openLti } from '@guildhall/domain/lti/open'
import { logger, openLog } from '@guildhall/runtime/log'
import { onShutdown } from '@guildhall/runtime/shutdown'
import { openApp } from './app.ts'
import { readEnv } from './env.ts'

const env = readEnv()
openLog({ process: 'api', level: env.LOG_LEVEL })
const closeDomain = await openDomain({
  databaseUrl: env.DATABASE_URL,
  redisUrl: env.REDIS_URL,
  poolSize: 20,
  listens: true,
})
openLti({ secret: env.AUTH_SECRET, publicUrl: env.PUBLIC_URL, allowed: env.DELIVERY_ALLOW })
const app = await openApp({
  redisUrl: env.REDIS_URL,
  publicUrl: env.PUBLIC_URL,
  webOrigin: env.WEB_ORIGIN,
  ratePerMinute: env.RATE_PER_MINUTE,
  isBehindProxy: env.TRUST_PROXY,
})
await app.listen({ host: env.HOST, port: env.PORT })
logger().info({ port: env.PORT }, 'api is ready')
onShutdown(async () => {
  await app.close()
  await closeDomain()
})
