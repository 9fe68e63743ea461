// Batches as they are, and canceling what has not ended.
import { batchIdInput, batchList, batchObject, listBatchesInput } from '@guildhall/contracts/batch'
import { AppError } from '@guildhall/contracts/errors'
import { toPage } from '@guildhall/contracts/list'
import { defineVerb } from '../verb.ts'
import { batchViews, findBatch } from './view.ts'

export const listBatches = defineVerb({
  name: 'batch.list',
  scope: 'runs:read',
  isRead: true,
  input: listBatchesInput,
  output: batchList,
  run: async ({ actor, tx }, { cursor, limit }) => {
    const rows = await tx.batch.findMany({
      where: { tenantId: actor.tenantId, ...(cursor ? { id: { lt: cursor } } : {}) },
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    return toPage(await batchViews(tx, actor.tenantId, rows), limit)
  },
})

export const getBatch = defineVerb({
  name: 'batch.get',
  scope: 'runs:read',
  isRead: true,
  input: batchIdInput,
  output: batchObject,
  run: async ({ actor, tx }, { id }) => {
    const [view] = await batchViews(tx, actor.tenantId, [await findBatch(tx, actor.tenantId, id)])
    if (!view) throw new AppError('not_found', { public: `No batch ${id} here` })
    return view
  },
})

export const cancelBatch = defineVerb({
  name: 'batch.cancel',
  scope: 'runs:write',
  input: batchIdInput,
  output: batchObject,
  run: async ({ actor, tx, note }, { id }) => {
    const { tenantId } = actor
    await findBatch(tx, tenantId, id)
    await tx.$executeRaw`
      DELETE FROM outbox WHERE tenant_id = ${tenantId} AND row_id IN (
        SELECT id FROM run WHERE batch_id = ${id} AND tenant_id = ${tenantId} AND status IN ('queued', 'running'))`
    const { count } = await tx.run.updateMany({
      where: { tenantId, batchId: id, status: { in: ['queued', 'running'] } },
      data: { status: 'canceled', finishedAt: new Date(), leaseUntil: null },
    })
    if (count > 0) await tx.batch.update({ where: { id }, data: { canceledAt: new Date() } })
    note({ subject: id, detail: { canceled: count } })
    const [view] = await batchViews(tx, tenantId, [await findBatch(tx, tenantId, id)])
    if (!view) throw new AppError('not_found', { public: `No batch ${id} here` })
    return view
  },
})
