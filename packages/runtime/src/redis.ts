// Connections to Redis, and the refusal to run on one that would evict job locks.
import { AppError } from '@guildhall/contracts/errors'
import { Redis } from 'ioredis'

/** A connection for BullMQ: it waits for a server that is away instead of giving up on a command. */
export function openRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 100, 2000) })
  // Without a listener ioredis turns a lost connection into an uncaught error; the caller sees the state through `status`.
  redis.on('error', () => undefined)
  return redis
}

/** Throws when the server may evict keys: under memory pressure it would drop job locks and runs would be done twice. */
export async function refuseEvictingRedis(redis: Redis): Promise<void> {
  const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as string[]
  if (policy !== 'noeviction') {
    throw new AppError('unavailable', {
      public: `Redis has maxmemory-policy ${policy}, which can evict job locks. Cure: redis-cli CONFIG SET maxmemory-policy noeviction, and write it into redis.conf`,
    })
  }
}
