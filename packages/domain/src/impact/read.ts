// Impacts as they are, their cases, and canceling one that has not ended.
import { AppError } from '@guildhall/contracts/errors'
import { toPage } from '@guildhall/contracts/list'
import {
  impactCaseList,
  impactIdInput,
  impactList,
  impactObject,
  listImpactCasesInput,
  listImpactsInput,
} from '@guildhall/contracts/template-impact'
import type { Tx } from '@guildhall/db/client'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'
import { advanceImpact, type ImpactRow } from './compare.ts'
import { caseView, findImpact, impactViews } from './view.ts'

export const getImpact = defineVerb({
  name: 'impact.get',
  scope: 'templates:read',
  isRead: true,
  input: impactIdInput,
  output: impactObject,
  run: async ({ actor, tx }, { id }) => {
    await advanceImpact(tx, await findImpact(tx, actor.tenantId, id))
    return viewOf(tx, await findImpact(tx, actor.tenantId, id))
  },
})

export const listImpacts = defineVerb({
  name: 'impact.list',
  scope: 'templates:read',
  isRead: true,
  input: listImpactsInput,
  output: impactList,
  run: async ({ actor, tx }, { id, limit, cursor }) => {
    const template = await findTemplate(tx, actor.tenantId, id)
    const rows = await tx.impact.findMany({
      where: {
        tenantId: actor.tenantId,
        templateId: template.id,
        ...(cursor ? { id: { lt: cursor } } : {}),
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    return toPage(await impactViews(tx, actor.tenantId, rows), limit)
  },
})

export const listImpactCases = defineVerb({
  name: 'impact.cases',
  scope: 'templates:read',
  isRead: true,
  input: listImpactCasesInput,
  output: impactCaseList,
  run: async ({ actor, tx }, { id, limit, cursor, only }) => {
    await findImpact(tx, actor.tenantId, id)
    const rows = await tx.impactCase.findMany({
      where: {
        tenantId: actor.tenantId,
        impactId: id,
        state: only === 'all' || only === 'flipped' ? { not: null } : only,
        ...(only === 'flipped' ? { isFlipped: true } : {}),
        ...(cursor ? { runId: { lt: cursor } } : {}),
      },
      orderBy: { runId: 'desc' },
      take: limit + 1,
    })
    return toPage(rows.map(caseView), limit)
  },
})

/** What has been compared stays readable; what waits is taken back. */
export const cancelImpact = defineVerb({
  name: 'impact.cancel',
  scope: 'templates:write',
  input: impactIdInput,
  output: impactObject,
  run: async ({ actor, tx, note }, { id }) => {
    const { tenantId } = actor
    const impact = await findImpact(tx, tenantId, id)
    await advanceImpact(tx, impact)
    const { count } = await tx.impact.updateMany({
      where: { id, tenantId, finishedAt: null },
      data: { canceledAt: new Date(), finishedAt: new Date() },
    })
    if (count === 0) throw new AppError('conflict', { public: 'This impact has ended; nothing is left to cancel' })
    const waiting = await tx.impactCase.findMany({ where: { tenantId, impactId: id, state: null } })
    const runIds = waiting.flatMap((one) => [one.beforeRunId, one.afterRunId])
    await tx.outbox.deleteMany({ where: { tenantId, rowId: { in: runIds } } })
    // A worker that is at one of them finds its claim void when it wants to store.
    await tx.run.deleteMany({ where: { tenantId, id: { in: runIds }, purpose: 'impact' } })
    note({ subject: id, detail: { taken_back: waiting.length } })
    return viewOf(tx, await findImpact(tx, tenantId, id))
  },
})

async function viewOf(tx: Tx, row: ImpactRow) {
  const [view] = await impactViews(tx, row.tenantId, [row])
  if (!view) throw new AppError('not_found', { public: `No impact ${row.id} here` })
  return view
}
