// How fast a pupil's page may ask: every step of practice is a run, and whoever holds a launch's cookie is no member. Counted in this process, the
// only one that serves pages.
import { AppError } from '@guildhall/contracts/errors'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export const perMinute = 60

const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })

/** `who` is the actor's name. Throws `rate_limited`. */
export async function holdPace(who: string): Promise<void> {
  const refused = await limiter.consume(who).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (refused instanceof RateLimiterRes)
    throw new AppError('rate_limited', {
      public: `More than ${perMinute} steps in a minute. Wait a moment, then go on`,
      retryAfterS: Math.ceil(refused.msBeforeNext / 1000),
    })
}
