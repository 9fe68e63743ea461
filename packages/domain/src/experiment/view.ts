// Rows of experiment -> the object on the wire, and finding one.
import { AppError } from '@guildhall/contracts/errors'
import type { ExperimentObject } from '@guildhall/contracts/experiment'
import type { Tx } from '@guildhall/db/client'

export type ExperimentRow = NonNullable<Awaited<ReturnType<typeof read>>>

const read = (tx: Tx, where: { id: string; tenantId: string }) =>
  tx.experiment.findFirst({ where, include: { template: { select: { slug: true } } } })

/** Throws not_found, also for another tenant's. */
export async function findExperiment(tx: Tx, tenantId: string, id: string): Promise<ExperimentRow> {
  const row = await read(tx, { id, tenantId })
  if (!row) throw new AppError('not_found', { public: `No experiment ${id} here` })
  return row
}

export function experimentView(row: ExperimentRow): ExperimentObject {
  return {
    id: row.id,
    object: 'experiment',
    name: row.name,
    template: row.template.slug,
    status: row.stoppedAt ? 'stopped' : row.startedAt ? 'running' : 'draft',
    version_a: row.versionA,
    version_b: row.versionB,
    share_b: row.shareB,
    smallest_effect: row.smallestEffect,
    window_days: row.windowDays,
    created_by: row.createdBy,
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    stopped_at: row.stoppedAt?.toISOString() ?? null,
  }
}
