// Room 7. Every number of every sentence against the facts it names. A text that fails is never stored.
import { AppError } from '@guildhall/contracts/errors'
import { languageSchema } from '@guildhall/contracts/run'
import { logger } from '@guildhall/runtime/log'
import { type Verification, verifyNote } from '@guildhall/verticals/kit/verify'
import type { WithText } from './compose.ts'

export type Verified = WithText & { verification: Verification }

/** Throws `bug` when the text states what is not a fact: the composer of the pack is wrong, not the caller. */
export function verify(job: WithText): Verified {
  const startedAt = performance.now()
  const languages = job.run.languages.map((one) => languageSchema.parse(one))
  const verification = verifyNote(job.composed, languages)
  if (verification.status === 'failed') {
    logger().error({ run: job.run.id, problems: verification.problems.slice(0, 5) }, 'the text failed verification')
    throw new AppError('bug', { public: 'The text could not be verified against its facts, so it was not stored' })
  }
  return { ...job, verification, rooms: { ...job.rooms, verify: performance.now() - startedAt } }
}
