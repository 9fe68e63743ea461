// The token bucket per API key, in Redis. When Redis is away requests are let through: limits protect us, they are not the product.

import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { logger } from '@guildhall/runtime/log'
import { openRedis } from '@guildhall/runtime/redis'
import { within } from '@guildhall/runtime/within'
import type { FastifyReply } from 'fastify'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'

const windowS = 60
const redisTimeoutMs = 250

export type Limiter = (actor: Actor, reply: FastifyReply) => Promise<void>

/** `limit` sets the RateLimit headers of the IETF draft and throws `rate_limited` past the quota. */
export function openLimiter(options: { redisUrl: string; perMinute: number }): { limit: Limiter; close: () => void } {
  const redis = openRedis(options.redisUrl)
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: 'rate',
    points: options.perMinute,
    duration: windowS,
  })
  const limit: Limiter = async (actor, reply) => {
    if (redis.status !== 'ready') return
    const taken = await take(limiter, actor.name)
    if (!taken) return
    const resetS = Math.ceil(taken.msBeforeNext / 1000)
    reply.header('RateLimit-Policy', `"req";q=${options.perMinute};w=${windowS}`)
    reply.header('RateLimit', `"req";r=${taken.remainingPoints};t=${resetS}`)
    if (taken.consumedPoints > options.perMinute) {
      throw new AppError('rate_limited', {
        public: `More than ${options.perMinute} requests in a minute with this key. Slow down, or ask for a higher limit`,
        retryAfterS: resetS,
      })
    }
  }
  return { limit, close: () => redis.disconnect() }
}

async function take(limiter: RateLimiterRedis, key: string): Promise<RateLimiterRes | null> {
  try {
    return await within(redisTimeoutMs, limiter.consume(key))
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return reason
    logger().warn({ err: reason }, 'the rate limiter is away; requests are let through')
    return null
  }
}
