// Marks the links of a learner whose score an answer may have moved. Scores leave half a minute after the first answer that is not in one: a pupil who
// answers every few seconds does not make a message each.
import type { Tx } from '@guildhall/db/client'

const gatherS = 30

type Answered = { tenantId: string; learner: string; skill: string | null }

/** In the transaction of the attempt, so that an answer that is kept is in a score that is sent. */
export async function markScores(tx: Tx, { tenantId, learner, skill }: Answered): Promise<void> {
  await tx.$executeRaw`
    UPDATE lti_link SET answered_at = clock_timestamp(),
      score_due_at = coalesce(score_due_at, clock_timestamp() + make_interval(secs => ${gatherS}))
    WHERE tenant_id = ${tenantId} AND learner = ${learner} AND line_item IS NOT NULL
      AND (skills = '{}' OR ${skill}::text = ANY(skills))`
}
