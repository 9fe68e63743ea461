// Scores as the worker sees them: takes the links that are due, says what they are worth now, and writes down what became of it. A retry sends what is
// true then; what is answered while a score is under way is in the next one.
import { newId } from '@guildhall/contracts/ids'
import { ltiLimits } from '@guildhall/contracts/lti'
import type { Tx } from '@guildhall/db/client'
import { withSystem } from '@guildhall/db/scope'
import { readMastery } from '../classroom/read.ts'
import { type Score, scoreOf } from './score.ts'
import { unseal } from './seal.ts'

/** To the next attempt, in seconds; the sender adds jitter. */
const delaysS = [10, 60, 300, 1800, 7200, 18_000, 36_000] as const
const leaseS = 60
const gatherS = 30
const maxTaken = 20
const launchesKeptDays = 30

export type DueScore = Score & {
  id: string
  linkId: string
  tenantId: string
  attempts: number
  lineItem: string
  userId: string
  /** Later than any sent for this link before: platforms keep the newest. */
  at: Date
  platform: { id: string; clientId: string; tokenUrl: string; audience: string }
}

type Taken = {
  id: string
  tenantId: string
  learner: string
  skills: string[]
  template: string
  lineItem: string
  subject: Uint8Array
  at: Date
  registrationId: string
  clientId: string
  tokenUrl: string
  audience: string
}

/** Two workers never take the same link. */
export function takeScores(): Promise<DueScore[]> {
  return withSystem('take LTI scores that are due', async (tx) => {
    const taken = await tx.$queryRaw<Taken[]>`
      UPDATE lti_link AS link SET score_due_at = clock_timestamp() + make_interval(secs => ${leaseS}),
        score_taken_at = clock_timestamp(),
        last_timestamp = greatest(date_trunc('milliseconds', clock_timestamp()), link.last_timestamp + interval '1 millisecond')
      FROM lti_registration AS platform
      WHERE platform.id = link.registration_id AND link.id IN (
        SELECT id FROM lti_link
        WHERE score_due_at <= clock_timestamp() AND line_item IS NOT NULL AND subject IS NOT NULL
        ORDER BY score_due_at LIMIT ${maxTaken} FOR UPDATE SKIP LOCKED)
      RETURNING link.id, link.tenant_id AS "tenantId", link.learner, link.skills, link.template, link.line_item AS "lineItem", link.subject,
        link.last_timestamp AS at, platform.id AS "registrationId", platform.client_id AS "clientId",
        platform.token_url AS "tokenUrl", coalesce(platform.token_audience, platform.token_url) AS audience`
    const due: DueScore[] = []
    for (const one of taken) {
      const score = await dueScore(tx, one)
      if (score) due.push(score)
      else await tx.ltiLink.updateMany({ where: { id: one.id }, data: { scoreDueAt: null } })
    }
    return due
  })
}

async function dueScore(tx: Tx, link: Taken): Promise<DueScore | null> {
  const { tenantId, learner, skills, lineItem, at, clientId, tokenUrl, audience } = link
  const mastery = (await readMastery(tx, { tenantId, learners: [learner] })).get(learner)?.mastery ?? []
  const score = scoreOf({ skills, traced: mastery, mastered: await masteredLine(tx, link) })
  if (!score) return null
  const waiting = await tx.ltiScore.findFirst({ where: { linkId: link.id, tenantId, status: 'waiting' } })
  const row = waiting
    ? await tx.ltiScore.update({
        where: { id: waiting.id },
        data: { score: score.score, attempts: { increment: 1 } },
      })
    : await tx.ltiScore.create({
        data: { id: newId('ltiScore'), tenantId, linkId: link.id, score: score.score, attempts: 1 },
      })
  const userId = subjectOf(link)
  if (userId === null) {
    const data = {
      status: 'failed',
      fault: 'AUTH_SECRET was changed, so that the subject cannot be read',
      endedAt: new Date(),
    }
    await tx.ltiScore.update({ where: { id: row.id }, data })
    return null
  }
  return {
    ...score,
    id: row.id,
    linkId: link.id,
    tenantId,
    attempts: row.attempts,
    lineItem,
    userId,
    at,
    platform: { id: link.registrationId, clientId, tokenUrl, audience },
  }
}

const usualLine = 0.85

/** From where on the link's template, as it is live, counts a skill as mastered. */
async function masteredLine(tx: Tx, { tenantId, template }: Taken): Promise<number> {
  const [row] = await tx.$queryRaw<{ mastered: number | null }[]>`
    SELECT (version.content ->> 'mastered')::float8 AS mastered
    FROM template JOIN template_version AS version ON version.template_id = template.id AND version.number = template.live_version
    WHERE template.tenant_id = ${tenantId} AND (template.slug = ${template} OR template.id = ${template}) LIMIT 1`
  return row?.mastered ?? usualLine
}

/** One subject that cannot be read must not hold up the scores of others. */
function subjectOf({ subject, tenantId }: Taken): string | null {
  try {
    return unseal(subject, { tenantId, purpose: 'subject' }).toString('utf8')
  } catch {
    return null
  }
}

/** `answer` is the platform's status, null where none came; `fault` says why it was not delivered, null where it was. */
export type ScoreOutcome = { answer: number | null; fault: string | null; isFinal: boolean }

export function settleScore(due: DueScore, { answer, fault, isFinal }: ScoreOutcome): Promise<void> {
  return withSystem('settle an LTI score', async (tx) => {
    const { id, linkId, tenantId, attempts } = due
    const isOver = fault === null || isFinal || attempts >= ltiLimits.maxAttempts
    const delayS = delaysS[Math.min(attempts, delaysS.length) - 1] ?? 10
    const dueAt = new Date(Date.now() + delayS * 1000 * (1 + Math.random() / 5))
    const { count } = await tx.ltiScore.updateMany({
      // A worker that was away past its lease settles nothing.
      where: { id, tenantId, attempts, status: 'waiting' },
      data: {
        answer,
        fault,
        ...(isOver ? { status: fault === null ? 'delivered' : 'failed', endedAt: new Date() } : { dueAt }),
      },
    })
    if (count === 0) return
    if (!isOver)
      return void (await tx.ltiLink.updateMany({ where: { id: linkId, tenantId }, data: { scoreDueAt: dueAt } }))
    await tx.$executeRaw`
      UPDATE lti_link SET score_due_at =
        CASE WHEN answered_at > score_taken_at THEN clock_timestamp() + make_interval(secs => ${gatherS}) END
      WHERE id = ${linkId} AND tenant_id = ${tenantId}`
  })
}

/** Forgets logins that have ended and launches of long ago. */
export function forgetLaunches(): Promise<void> {
  return withSystem('forget LTI logins that have ended and old launches', async (tx) => {
    await tx.ltiLogin.deleteMany({ where: { expiresAt: { lt: new Date() } } })
    const before = new Date(Date.now() - launchesKeptDays * 86_400_000)
    await tx.ltiLaunch.deleteMany({ where: { createdAt: { lt: before } } })
  })
}
