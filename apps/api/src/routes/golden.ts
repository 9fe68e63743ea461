// Golden cases and impacts: what a draft is held to, and what it would change.
import { getGoldenReport, runGoldens } from '@guildhall/domain/golden/run'
import { removeGolden, saveGolden, saveGoldenFromRun } from '@guildhall/domain/golden/save'
import { createImpact } from '@guildhall/domain/impact/create'
import { cancelImpact, getImpact, listImpactCases, listImpacts } from '@guildhall/domain/impact/read'
import { defineRoute } from '../door/rest.ts'

const one = '/v1/templates/{id}'
const [get, post] = [{ method: 'GET', status: 200 } as const, { method: 'POST', status: 200 } as const]

export const goldenRoutes = [
  defineRoute({ ...post, path: `${one}/test`, summary: 'Run the golden cases', verb: runGoldens, status: 202 }),
  defineRoute({ ...get, path: `${one}/goldens`, summary: 'How the golden cases stand', verb: getGoldenReport }),
  defineRoute({ ...post, path: `${one}/goldens`, summary: 'Keep a golden case in the draft', verb: saveGolden }),
  defineRoute({
    method: 'DELETE',
    status: 200,
    path: `${one}/goldens/{slug}`,
    summary: 'Take a golden case out of the draft',
    verb: removeGolden,
  }),
  defineRoute({
    ...post,
    path: '/v1/runs/{run}/golden',
    summary: 'Keep a run as a golden case of its template',
    verb: saveGoldenFromRun,
    status: 201,
  }),
  defineRoute({
    ...post,
    path: `${one}/impact`,
    summary: 'Answer the newest real runs by the live version and by the draft',
    verb: createImpact,
    status: 202,
  }),
  defineRoute({ ...get, path: `${one}/impact`, summary: 'List impacts', verb: listImpacts }),
  defineRoute({ ...get, path: '/v1/impacts/{id}', summary: 'Read an impact', verb: getImpact }),
  defineRoute({ ...get, path: '/v1/impacts/{id}/cases', summary: 'What differs, run by run', verb: listImpactCases }),
  defineRoute({ ...post, path: '/v1/impacts/{id}/cancel', summary: 'Cancel an impact', verb: cancelImpact }),
]
