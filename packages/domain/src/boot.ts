// Opens a process for work: database, queue, notices, and the refusals that must come before the first request.
import { closeDatabase, openDatabase } from '@guildhall/db/client'
import { refuseBypassingRole } from '@guildhall/db/role'
import { refuseEvictingRedis } from '@guildhall/runtime/redis'
import { openNotices } from './notice.ts'
import { closeConveyor, openConveyor } from './outbox/conveyor.ts'

export type DomainEnv = { databaseUrl: string; redisUrl: string; poolSize?: number; listens?: boolean }

/** Throws with the cure in the text when the database role may bypass row-level security or Redis may evict. Returns how to close. */
export async function openDomain(env: DomainEnv): Promise<() => Promise<void>> {
  openDatabase({ url: env.databaseUrl, ...(env.poolSize ? { poolSize: env.poolSize } : {}) })
  await refuseBypassingRole()
  await refuseEvictingRedis(openConveyor(env.redisUrl))
  const deafen = env.listens ? await openNotices(env.databaseUrl) : async () => undefined
  return async () => {
    await deafen()
    await closeConveyor()
    await closeDatabase()
  }
}
