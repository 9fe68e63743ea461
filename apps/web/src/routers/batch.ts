// Batches: a file of inputs, one run each.
import { cancelBatch, getBatch, listBatches } from '@guildhall/domain/batch/read'
import { createBatch, extendBatch } from '@guildhall/domain/batch/upload'
import { mutation, query, router } from '../door/trpc.ts'

export const batchRouter = router({
  list: query(listBatches),
  get: query(getBatch),
  create: mutation(createBatch),
  extend: mutation(extendBatch),
  cancel: mutation(cancelBatch),
})
