// What people decide on runs, the worklist, and the risk officer's figures.
import { decideRun } from '@guildhall/domain/decision/create'
import { listDecisions, listWorklist } from '@guildhall/domain/decision/list'
import { getFairness, getPortfolio } from '@guildhall/domain/decision/portfolio'
import { defineRoute } from '../door/rest.ts'

export const decisionRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/runs/{id}/decision',
    summary: 'Decide a referred run, or override its recommendation',
    verb: decideRun,
    status: 201,
  }),
  defineRoute({ method: 'GET', path: '/v1/decisions', summary: 'List decisions', verb: listDecisions, status: 200 }),
  defineRoute({
    method: 'GET',
    path: '/v1/worklist',
    summary: 'Referred runs that nobody has decided, oldest first',
    verb: listWorklist,
    status: 200,
  }),
  defineRoute({ method: 'GET', path: '/v1/portfolio', summary: 'Figures over runs', verb: getPortfolio, status: 200 }),
  defineRoute({ method: 'GET', path: '/v1/fairness', summary: 'Fairness by month', verb: getFairness, status: 200 }),
]
