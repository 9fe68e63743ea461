// What became of launches and of scores, newest first, for an admin. Launches are kept for thirty days, and only of tenants that use LTI: a stranger who
// posts to a made-up tenant leaves nothing.
import { newId } from '@guildhall/contracts/ids'
import { toPage } from '@guildhall/contracts/list'
import { type LtiRefusal, listLtiInput, ltiLaunchList, ltiRefusal, ltiScoreList } from '@guildhall/contracts/lti'
import { withTenant } from '@guildhall/db/scope'
import { z } from 'zod'
import { deliveryState } from '../delivery-state.ts'
import { defineVerb } from '../verb.ts'

const role = z.enum(['learner', 'instructor']).nullable()

type Happened = {
  registrationId: string | null
  role: 'learner' | 'instructor' | null
  refusal: LtiRefusal | null
  requestId: string
}

export function logLaunch(tenantId: string, happened: Happened): Promise<void> {
  return withTenant(tenantId, async (tx) => {
    if (!(await tx.ltiTool.findFirst({ where: { tenantId }, select: { tenantId: true } }))) return
    await tx.ltiLaunch.create({ data: { id: newId('ltiLaunch'), tenantId, ...happened } })
  })
}

export const listLtiLaunches = defineVerb({
  name: 'lti.launches',
  scope: 'admin',
  isRead: true,
  input: listLtiInput,
  output: ltiLaunchList,
  run: async ({ actor, tx }, { cursor, limit }) => {
    const rows = await tx.ltiLaunch.findMany({
      where: { tenantId: actor.tenantId, ...(cursor ? { id: { lt: cursor } } : {}) },
      include: { registration: { select: { name: true } } },
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    return toPage(
      rows.map((row) => ({
        id: row.id,
        object: 'lti_launch' as const,
        registration: row.registration?.name ?? null,
        role: role.parse(row.role),
        refusal: ltiRefusal.nullable().parse(row.refusal),
        request_id: row.requestId,
        created_at: row.createdAt.toISOString(),
      })),
      limit,
    )
  },
})

export const listLtiScores = defineVerb({
  name: 'lti.scores',
  scope: 'admin',
  isRead: true,
  input: listLtiInput,
  output: ltiScoreList,
  run: async ({ actor, tx }, { cursor, limit }) => {
    const rows = await tx.ltiScore.findMany({
      where: { tenantId: actor.tenantId, ...(cursor ? { id: { lt: cursor } } : {}) },
      include: { link: { select: { learner: true, registration: { select: { name: true } } } } },
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    return toPage(
      rows.map((row) => ({
        id: row.id,
        object: 'lti_score' as const,
        registration: row.link.registration.name,
        learner: row.link.learner,
        score: row.score,
        ...deliveryState(row),
      })),
      limit,
    )
  },
})
