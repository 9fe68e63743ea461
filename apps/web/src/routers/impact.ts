// Impacts of drafts on real runs.
import { createImpact } from '@guildhall/domain/impact/create'
import { cancelImpact, getImpact, listImpactCases, listImpacts } from '@guildhall/domain/impact/read'
import { mutation, query, router } from '../door/trpc.ts'

export const impactRouter = router({
  create: mutation(createImpact),
  get: query(getImpact),
  list: query(listImpacts),
  cases: query(listImpactCases),
  cancel: mutation(cancelImpact),
})
