// A/B experiments, and what recommendations led to.
import { getAttribution } from '@guildhall/domain/attribution/get'
import { createExperiment } from '@guildhall/domain/experiment/create'
import { getExperiment, listExperiments } from '@guildhall/domain/experiment/list'
import { getExperimentResults } from '@guildhall/domain/experiment/results'
import { startExperiment, stopExperiment } from '@guildhall/domain/experiment/start'
import { mutation, query, router } from '../door/trpc.ts'

export const experimentRouter = router({
  list: query(listExperiments),
  get: query(getExperiment),
  results: query(getExperimentResults),
  attribution: query(getAttribution),
  create: mutation(createExperiment),
  start: mutation(startExperiment),
  stop: mutation(stopExperiment),
})
