// What people decide on runs, the worklist, and the risk officer's figures.
import { decideRun } from '@guildhall/domain/decision/create'
import { listDecisions, listWorklist } from '@guildhall/domain/decision/list'
import { getFairness, getPortfolio } from '@guildhall/domain/decision/portfolio'
import { mutation, query, router } from '../door/trpc.ts'

export const decisionRouter = router({
  create: mutation(decideRun),
  list: query(listDecisions),
  worklist: query(listWorklist),
  portfolio: query(getPortfolio),
  fairness: query(getFairness),
})
