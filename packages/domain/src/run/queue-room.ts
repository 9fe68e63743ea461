// Refuses new runs when too many wait already. Redis is asked at most every quarter second; when it is away runs are let through, Postgres keeps them.
import { AppError } from '@guildhall/contracts/errors'
import { depth } from '@guildhall/queue/enqueue'
import { within } from '@guildhall/runtime/within'
import { conveyor } from '../outbox/conveyor.ts'

const maxWaiting = 20_000
const askEveryMs = 250
const askTimeoutMs = 250
let asked = { at: 0, waiting: 0 }

/** Throws `queue_full` with Retry-After. */
export async function refuseFullQueue(): Promise<void> {
  if (conveyor().status === 'ready' && Date.now() - asked.at > askEveryMs) {
    asked = { at: Date.now(), waiting: asked.waiting }
    asked = { at: Date.now(), waiting: await within(askTimeoutMs, depth(conveyor(), 'inference')).catch(() => 0) }
  }
  if (asked.waiting >= maxWaiting) {
    throw new AppError('queue_full', {
      public: `${asked.waiting} runs wait already. Try again shortly`,
      retryAfterS: 10,
    })
  }
}
