// Compares what both sides of an impact have answered since it was last looked at, stores the difference, and forgets the runs: they were
// nobody's. Whoever looks does it, and the sweep, so an impact comes to its end without anybody looking.
import type { Tx } from '@guildhall/db/client'
import { type Answer, type Compared, compareAnswers } from '@guildhall/verticals/kit/compare-answers'
import { z } from 'zod'
import { taskOf } from '../template/task.ts'

export type ImpactRow = NonNullable<Awaited<ReturnType<Tx['impact']['findFirst']>>>
type CaseRow = { runId: string; beforeRunId: string; afterRunId: string }
type RunRow = { id: string; status: string; error: unknown; result: { output: unknown; text: unknown } | null }

/** Of one impact at a time; each pair is some sixty kilobytes. */
const perPass = 50

/** Returns how many cases are still waited for. */
export async function advanceImpact(tx: Tx, impact: ImpactRow): Promise<number> {
  if (impact.finishedAt) return 0
  // Two who look at once would both compare.
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`impact ${impact.id}`}, 0)) AS mine`
  if (!lock?.mine) return 1
  const ended = await endedCases(tx, impact)
  if (ended.length > 0) await compareCases(tx, impact, ended)
  const waiting = await tx.impactCase.count({ where: { tenantId: impact.tenantId, impactId: impact.id, state: null } })
  if (waiting === 0) await tx.impact.updateMany({ where: { id: impact.id }, data: { finishedAt: new Date() } })
  return waiting
}

function endedCases(tx: Tx, { id, tenantId }: ImpactRow): Promise<CaseRow[]> {
  return tx.$queryRaw<CaseRow[]>`
    SELECT c.run_id AS "runId", c.before_run_id AS "beforeRunId", c.after_run_id AS "afterRunId"
    FROM impact_case c
    WHERE c.impact_id = ${id} AND c.tenant_id = ${tenantId} AND c.state IS NULL AND NOT EXISTS (
      SELECT 1 FROM run r WHERE r.id IN (c.before_run_id, c.after_run_id) AND r.status IN ('queued', 'running'))
    ORDER BY c.run_id DESC LIMIT ${perPass}`
}

async function compareCases(tx: Tx, impact: ImpactRow, cases: readonly CaseRow[]): Promise<void> {
  const { tenantId, templateId, id: impactId } = impact
  const template = await tx.template.findFirst({ where: { id: templateId, tenantId } })
  const ids = cases.flatMap((one) => [one.beforeRunId, one.afterRunId])
  const runs = await tx.run.findMany({
    where: { tenantId, id: { in: ids } },
    select: { id: true, status: true, error: true, result: { select: { output: true, text: true } } },
  })
  const byId = new Map(runs.map((run) => [run.id, run]))
  for (const one of cases) {
    const [before, after] = [byId.get(one.beforeRunId), byId.get(one.afterRunId)]
    const [was, is] = [answerOf(before), answerOf(after)]
    const found = template && was && is ? compareAnswers(taskOf(template), was, is) : null
    await tx.impactCase.update({
      where: { impactId_runId: { impactId, runId: one.runId } },
      data: found ? columnsOf(found) : { state: 'failed', change: { error: failureOf(before, after) } },
    })
  }
  await tx.run.deleteMany({ where: { tenantId, id: { in: ids }, purpose: 'impact' } })
}

function columnsOf({ isChanged, isFlipped, decision, overlap, outputs, sentences }: Compared) {
  return {
    state: isChanged ? 'changed' : 'same',
    isFlipped,
    overlap,
    before: decision?.before ?? null,
    after: decision?.after ?? null,
    change: z.json().parse({ outputs, sentences }) ?? {},
  }
}

/** Guarantee: a stored result holds what its composer made. */
function answerOf(run: RunRow | undefined): Answer | null {
  return run?.result ? { output: Object(run.result.output), text: Object(run.result.text) } : null
}

function failureOf(before: RunRow | undefined, after: RunRow | undefined): string {
  const failed = [
    { side: 'live', run: before },
    { side: 'draft', run: after },
  ].filter(({ run }) => !run?.result)
  return failed.map(({ side, run }) => `${side}: ${run ? reasonOf(run) : 'the run is gone'}`).join('; ')
}

function reasonOf({ status, error }: RunRow): string {
  const parsed = z.object({ detail: z.string() }).safeParse(error)
  return parsed.success ? parsed.data.detail : status
}
