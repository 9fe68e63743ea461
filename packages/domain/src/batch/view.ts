// A row of batch and the states of its runs -> the object on the wire.
import { type BatchObject, batchObject } from '@guildhall/contracts/batch'
import { AppError } from '@guildhall/contracts/errors'
import type { Tx } from '@guildhall/db/client'

type BatchRow = NonNullable<Awaited<ReturnType<Tx['batch']['findFirst']>>>

/** Throws not_found, also for another tenant's. */
export async function findBatch(tx: Tx, tenantId: string, id: string): Promise<BatchRow> {
  const row = await tx.batch.findFirst({ where: { id, tenantId } })
  if (!row) throw new AppError('not_found', { public: `No batch ${id} here` })
  return row
}

export async function batchViews(tx: Tx, tenantId: string, rows: readonly BatchRow[]): Promise<BatchObject[]> {
  const counted = await tx.run.groupBy({
    by: ['batchId', 'status'],
    where: { tenantId, batchId: { in: rows.map((row) => row.id) } },
    _count: { _all: true },
  })
  const templates = await tx.template.findMany({
    where: { tenantId, id: { in: rows.map((row) => row.templateId) } },
    select: { id: true, slug: true, versions: { select: { number: true, digest: true } } },
  })
  return rows.map((row) => {
    const of = (status: string) =>
      counted.find((one) => one.batchId === row.id && one.status === status)?._count._all ?? 0
    const [queued, running] = [of('queued'), of('running')]
    const over = { succeeded: of('succeeded'), failed: of('failed'), canceled: of('canceled'), expired: of('expired') }
    const ended = Object.values(over).reduce((sum, one) => sum + one, 0)
    const total = ended + queued + running
    const template = templates.find((one) => one.id === row.templateId)
    const digest = template?.versions.find((one) => one.number === row.templateVersion)?.digest ?? ''
    return batchObject.parse({
      id: row.id,
      object: 'batch',
      status: queued + running > 0 ? 'in_progress' : row.canceledAt ? 'canceled' : 'completed',
      template: { id: row.templateId, slug: template?.slug ?? row.templateId, version: row.templateVersion, digest },
      language: row.languages,
      request_counts: { total, queued, running, ...over },
      progress: total === 0 ? 1 : ended / total,
      received: row.received,
      refused: row.refused,
      errors: row.errors,
      created_by: row.createdBy,
      created_at: row.createdAt.toISOString(),
      urls: {
        get: `/v1/batches/${row.id}`,
        cancel: `/v1/batches/${row.id}/cancel`,
        results: `/v1/batches/${row.id}/results`,
      },
    })
  })
}
