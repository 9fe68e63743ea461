// Servers that the environment names: reachable, and refused with the cure when they are unsafe, before anything is started on them.
import { AppError } from '@guildhall/contracts/errors'
import { within } from '@guildhall/runtime/within'

const limitMs = 10_000

/** Throws for a role that gets around row-level security, a Redis that evicts, and for one that does not answer. */
export async function refuseUnsafeServers(urls: { databaseUrl: string; redisUrl: string }): Promise<void> {
  // Loaded only when somebody brings servers: the supervisor lives long and needs no database client itself.
  const { openDomain } = await import('@guildhall/domain/boot')
  try {
    const close = await within(limitMs, openDomain({ ...urls, poolSize: 1 }))
    await close()
  } catch (error) {
    if (error instanceof AppError) throw new Error(error.publicText)
    const { hostname, port } = new URL(urls.redisUrl)
    throw new Error(
      `the servers named by DATABASE_URL and REDIS_URL are not usable: ${String(error)}. Cure: redis-cli -h ${hostname} -p ${port || 6379} ping, and psql with DATABASE_URL, must both answer`,
    )
  }
}
