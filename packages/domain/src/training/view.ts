// Rows of trainings -> objects on the wire.
import { type TrainingObject, trainingObject } from '@guildhall/contracts/training'
import type { Tx } from '@guildhall/db/client'

type TrainingRow = NonNullable<Awaited<ReturnType<Tx['training']['findFirst']>>>

export function trainingView(row: TrainingRow, version: number | null): TrainingObject {
  return trainingObject.parse({
    id: row.id,
    object: 'training',
    model: `${row.vertical}.${row.task}`,
    vertical: row.vertical,
    task: row.task,
    status: row.status,
    trigger: row.trigger,
    phase: row.phase,
    progress: row.progress,
    rows: row.rows,
    options: row.options,
    log: row.log,
    error: row.error,
    version,
    request_id: row.requestId,
    created_by: row.createdBy,
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    finished_at: row.finishedAt?.toISOString() ?? null,
  })
}

/** Numbers of the versions these trainings made, in one query. */
export async function versionNumbers(
  tx: Tx,
  rows: readonly TrainingRow[],
): Promise<(row: TrainingRow) => number | null> {
  const ids = rows.flatMap((row) => row.modelVersionId ?? [])
  const versions = await tx.modelVersion.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } })
  const numbers = new Map(versions.map((one) => [one.id, one.number]))
  return (row) => numbers.get(row.modelVersionId ?? '') ?? null
}
