// The only three ways to the data: one tenant, several tenants, or the system with a stated reason; with Prisma's client, or with SQL alone.
// Row-level security holds the line below.
import { newId } from '@guildhall/contracts/ids'
import { logger } from '@guildhall/runtime/log'
import { asAway } from './away.ts'
import { database, maxWaitMs, type Tx } from './client.ts'
import { type Sql, transactSql } from './sql.ts'

const limits = { maxWait: maxWaitMs, timeout: 20_000 }

/** Runs `fn` in a transaction that sees this tenant's rows only. */
export function withTenant<T>(tenantId: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return withTenants([tenantId], fn)
}

/** Runs `fn` in a transaction that sees the rows of these tenants only; for groups of runs. Throws on an empty list. */
export function withTenants<T>(tenantIds: readonly string[], fn: (tx: Tx) => Promise<T>): Promise<T> {
  const scope = scopeOf(tenantIds)
  return transact(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.tenant_ids', ${scope}, true)`
    return fn(tx)
  })
}

/** As withTenant, for SQL alone: at a sixth of the cost. */
export function withTenantSql<T>(tenantId: string, fn: (tx: Sql) => Promise<T>): Promise<T> {
  return withTenantsSql([tenantId], fn)
}

/** As withTenants, for SQL alone. */
export async function withTenantsSql<T>(tenantIds: readonly string[], fn: (tx: Sql) => Promise<T>): Promise<T> {
  // Safe in the text: ids are letters and digits.
  return transactSql(`SELECT set_config('app.tenant_ids', '${scopeOf(tenantIds)}', true)`, fn)
}

function scopeOf(tenantIds: readonly string[]): string {
  if (tenantIds.length === 0 || tenantIds.some((id) => !/^ten_[0-9a-z]+$/.test(id)))
    throw new Error('a tenant scope needs at least one tenant id, and nothing else')
  return tenantIds.join(',')
}

/** Runs `fn` across tenants as the system role. The reason is logged; tools/tidy keeps the list of files that may call it. */
export function withSystem<T>(reason: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  logReason(reason)
  return transact(async (tx) => {
    await tx.$executeRawUnsafe(systemRole)
    return fn(tx)
  })
}

/** As withSystem, for SQL alone. */
export function withSystemSql<T>(reason: string, fn: (tx: Sql) => Promise<T>): Promise<T> {
  logReason(reason)
  return transactSql(systemRole, fn)
}

const systemRole = 'SET LOCAL ROLE guildhall_system'
const logReason = (reason: string) => logger().debug({ reason, scope: newId('request') }, 'system scope')

async function transact<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database().$transaction(fn, limits)
  } catch (error) {
    throw asAway(error)
  }
}
