// Opens the domain and the auth library at the first request. Once per module, not per process: Next bundles pages and routes apart, and the
// domain's own connections are as separate as its modules are.
import 'server-only'
import { type Auth, openAuth } from '@guildhall/domain/auth/auth'
import { openDomain } from '@guildhall/domain/boot'
import { openLti } from '@guildhall/domain/lti/open'
import { openLog } from '@guildhall/runtime/log'
import { readEnv } from '../env.ts'

type Opened = { auth: Auth; publicUrl: string }
// Pages and routes have a pool each.
const poolSize = 5
let opening: Promise<Opened> | undefined

export function opened(): Promise<Opened> {
  opening ??= open().catch((error: unknown) => {
    // The next request tries again: Postgres may have been a second late.
    opening = undefined
    throw error
  })
  return opening
}

async function open(): Promise<Opened> {
  const env = readEnv()
  openLog({ process: 'web', level: env.LOG_LEVEL })
  // It listens, because a learner's page waits for runs.
  await openDomain({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, poolSize, listens: true })
  openLti({ secret: env.AUTH_SECRET, publicUrl: env.PUBLIC_URL, allowed: env.DELIVERY_ALLOW })
  return { auth: openAuth({ secret: env.AUTH_SECRET, baseUrl: env.PUBLIC_URL }), publicUrl: env.PUBLIC_URL }
}
