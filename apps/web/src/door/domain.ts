// Opens the domain and the auth library once per process, at the first request. On globalThis, because Next may load a module twice.
import 'server-only'
import { type Auth, openAuth } from '@guildhall/domain/auth/auth'
import { openDomain } from '@guildhall/domain/boot'
import { openLog } from '@guildhall/runtime/log'
import { readEnv } from '../env.ts'

type Opened = { auth: Auth; publicUrl: string }
const holder: typeof globalThis & { guildhall?: Promise<Opened> } = globalThis

export function opened(): Promise<Opened> {
  holder.guildhall ??= open().catch((error: unknown) => {
    // The next request tries again: Postgres may have been a second late.
    delete holder.guildhall
    throw error
  })
  return holder.guildhall
}

async function open(): Promise<Opened> {
  const env = readEnv()
  openLog({ process: 'web', level: env.LOG_LEVEL })
  await openDomain({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, listens: true })
  return { auth: openAuth({ secret: env.AUTH_SECRET, baseUrl: env.PUBLIC_URL }), publicUrl: env.PUBLIC_URL }
}
