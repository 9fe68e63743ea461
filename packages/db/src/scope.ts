// The only three ways to the data: one tenant, several tenants, or the system with a stated reason. Row-level security holds the line below.
import { newId } from '@guildhall/contracts/ids'
import { logger } from '@guildhall/runtime/log'
import { asAway } from './away.ts'
import { database, type Tx } from './client.ts'

const limits = { maxWait: 10_000, timeout: 20_000 }

/** Runs `fn` in a transaction that sees this tenant's rows only. */
export function withTenant<T>(tenantId: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return withTenants([tenantId], fn)
}

/** Runs `fn` in a transaction that sees the rows of these tenants only; for groups of runs. Throws on an empty list. */
export function withTenants<T>(tenantIds: readonly string[], fn: (tx: Tx) => Promise<T>): Promise<T> {
  if (tenantIds.length === 0 || tenantIds.some((id) => !/^ten_[0-9a-z]+$/.test(id))) {
    throw new Error('withTenants needs at least one tenant id, and nothing else')
  }
  return transact(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.tenant_ids', ${tenantIds.join(',')}, true)`
    return fn(tx)
  })
}

/** Runs `fn` across tenants as the system role. The reason is logged; tools/tidy keeps the list of files that may call it. */
export function withSystem<T>(reason: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  logger().debug({ reason, scope: newId('request') }, 'system scope')
  return transact(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL ROLE guildhall_system')
    return fn(tx)
  })
}

async function transact<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database().$transaction(fn, limits)
  } catch (error) {
    throw asAway(error)
  }
}
