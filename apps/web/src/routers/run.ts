// Runs.
import { cancelRun } from '@guildhall/domain/run/cancel'
import { createRun } from '@guildhall/domain/run/create'
import { getRun } from '@guildhall/domain/run/get'
import { listRuns } from '@guildhall/domain/run/list'
import { mutation, query, router } from '../door/trpc.ts'

export const runRouter = router({
  list: query(listRuns),
  get: query(getRun),
  create: mutation(createRun),
  cancel: mutation(cancelRun),
})
