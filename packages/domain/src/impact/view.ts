// Rows of impact and its cases -> the objects on the wire, with their figures summed by Postgres.
import { AppError } from '@guildhall/contracts/errors'
import { type ImpactCase, type ImpactObject, impactCase, impactLimits } from '@guildhall/contracts/template-impact'
import type { Tx } from '@guildhall/db/client'
import { actorNames } from '../member/names.ts'
import type { ImpactRow } from './compare.ts'

/** Throws not_found, also for another tenant's. */
export async function findImpact(tx: Tx, tenantId: string, id: string): Promise<ImpactRow> {
  const row = await tx.impact.findFirst({ where: { id, tenantId } })
  if (!row) throw new AppError('not_found', { public: `No impact ${id} here` })
  return row
}

export async function impactViews(tx: Tx, tenantId: string, rows: readonly ImpactRow[]): Promise<ImpactObject[]> {
  const ids = rows.map((row) => row.id)
  const [figures, decisions, paths] = [
    await figuresOf(tx, tenantId, ids),
    await decisionsOf(tx, tenantId, ids),
    await pathsOf(tx, tenantId, ids),
  ]
  const templates = await tx.template.findMany({
    where: { tenantId, id: { in: rows.map((row) => row.templateId) } },
    select: { id: true, slug: true },
  })
  const nameOf = await actorNames(
    tx,
    tenantId,
    rows.map((row) => row.createdBy),
  )
  return rows.map((row) => {
    const found = figures.find((one) => one.id === row.id) ?? none
    const { compared, failed, changed, flipped, texts, overlap } = found
    return {
      id: row.id,
      object: 'template_impact',
      template: templates.find((one) => one.id === row.templateId)?.slug ?? row.templateId,
      status: row.canceledAt ? 'canceled' : row.finishedAt ? 'completed' : 'running',
      base: { version: row.baseVersion, digest: row.baseDigest },
      digest: row.digest,
      runs: row.runs,
      compared,
      failed,
      progress: row.runs === 0 ? 1 : (compared + failed) / row.runs,
      changed,
      flipped,
      texts_changed: texts,
      overlap,
      decisions: decisions.filter((one) => one.id === row.id).map(({ from, to, runs }) => ({ from, to, runs })),
      paths: paths
        .filter((one) => one.id === row.id)
        .slice(0, impactLimits.maxPaths)
        .map(({ path, runs }) => ({ path, runs })),
      created_by: nameOf(row.createdBy),
      created_at: row.createdAt.toISOString(),
      finished_at: row.finishedAt?.toISOString() ?? null,
    }
  })
}

const none = { compared: 0, failed: 0, changed: 0, flipped: 0, texts: 0, overlap: null }
type Figures = { id: string; overlap: number | null } & Record<
  'compared' | 'failed' | 'changed' | 'flipped' | 'texts',
  number
>

function figuresOf(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Figures[]> {
  return tx.$queryRaw<Figures[]>`
    SELECT impact_id AS id, count(*) FILTER (WHERE state IN ('same', 'changed'))::int AS compared,
      count(*) FILTER (WHERE state = 'failed')::int AS failed, count(*) FILTER (WHERE state = 'changed')::int AS changed,
      count(*) FILTER (WHERE is_flipped)::int AS flipped,
      count(*) FILTER (WHERE jsonb_array_length(change -> 'sentences') > 0)::int AS texts, avg(overlap)::float8 AS overlap
    FROM impact_case WHERE tenant_id = ${tenantId} AND impact_id = ANY(${ids}) GROUP BY impact_id`
}

type Decisions = { id: string; from: string; to: string; runs: number }

function decisionsOf(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Decisions[]> {
  return tx.$queryRaw<Decisions[]>`
    SELECT impact_id AS id, "before" AS "from", "after" AS "to", count(*)::int AS runs
    FROM impact_case WHERE tenant_id = ${tenantId} AND impact_id = ANY(${ids}) AND "before" IS NOT NULL
    GROUP BY impact_id, "before", "after" ORDER BY runs DESC, "from", "to"`
}

type Paths = { id: string; path: string; runs: number }

function pathsOf(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Paths[]> {
  return tx.$queryRaw<Paths[]>`
    SELECT impact_id AS id, one ->> 'path' AS path, count(*)::int AS runs
    FROM impact_case, jsonb_array_elements(change -> 'outputs') AS one
    WHERE tenant_id = ${tenantId} AND impact_id = ANY(${ids})
    GROUP BY impact_id, one ->> 'path' ORDER BY runs DESC, path`
}

type CaseRow = NonNullable<Awaited<ReturnType<Tx['impactCase']['findFirst']>>>

export function caseView(row: CaseRow): ImpactCase {
  const change = Object(row.change)
  return impactCase.parse({
    id: row.runId,
    object: 'impact_case',
    state: row.state,
    is_flipped: row.isFlipped,
    decision: row.before === null || row.after === null ? null : { before: row.before, after: row.after },
    overlap: row.overlap,
    outputs: change.outputs ?? [],
    sentences: change.sentences ?? [],
    error: change.error ?? null,
  })
}
