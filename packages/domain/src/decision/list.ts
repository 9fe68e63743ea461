// Decisions as they were made, and the worklist: referred runs that nobody has decided, oldest first.
import { decisionList, listDecisionsInput, worklist, worklistInput } from '@guildhall/contracts/decision'
import { toPage } from '@guildhall/contracts/list'
import { actorNames } from '../member/names.ts'
import { defineVerb } from '../verb.ts'
import { decisionView } from './view.ts'

export const listDecisions = defineVerb({
  name: 'decision.list',
  scope: 'runs:read',
  isRead: true,
  input: listDecisionsInput,
  output: decisionList,
  run: async ({ actor, tx }, { cursor, limit, run }) => {
    const rows = await tx.decision.findMany({
      where: {
        tenantId: actor.tenantId,
        ...(run ? { runId: run } : {}),
        ...(cursor ? { id: { lt: cursor } } : {}),
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    const nameOf = await actorNames(
      tx,
      actor.tenantId,
      rows.map((row) => row.decidedBy),
    )
    return toPage(
      rows.map((row) => decisionView(row, nameOf)),
      limit,
    )
  },
})

type Row = {
  id: string
  template: string
  input: { application_id?: string; applicant_ref?: string; product?: Record<string, string> }
  points: number
  band: string
  decidedBy: string | null
  createdAt: Date
}

export const listWorklist = defineVerb({
  name: 'decision.worklist',
  scope: 'runs:read',
  isRead: true,
  input: worklistInput,
  output: worklist,
  run: async ({ actor, tx }, { cursor, limit }) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT run.id, template.slug AS template, run.input, (result.output #>> '{score,points}')::float8 AS points,
        result.output #>> '{score,band}' AS band, result.output #>> '{recommendation,decided_by}' AS "decidedBy",
        run.created_at AS "createdAt"
      FROM result JOIN run ON run.id = result.run_id JOIN template ON template.id = run.template_id
      WHERE result.tenant_id = ${actor.tenantId} AND result.output #>> '{recommendation,action}' = 'refer'
        AND run.purpose = 'run' AND run.id > ${cursor ?? ''}
        AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.run_id = run.id)
      ORDER BY run.id LIMIT ${limit + 1}`
    return toPage(
      rows.map((row) => ({
        id: row.id,
        object: 'worklist_item' as const,
        template: row.template,
        application: String(row.input.application_id ?? ''),
        applicant: String(row.input.applicant_ref ?? ''),
        product: String(row.input.product?.type ?? ''),
        amount: String(row.input.product?.amount ?? ''),
        currency: String(row.input.product?.currency ?? ''),
        points: row.points,
        band: row.band,
        decided_by: row.decidedBy,
        created_at: row.createdAt.toISOString(),
      })),
      limit,
    )
  },
})
