// /v1/runs. POST waits when asked to with `Prefer: wait=N`; a dry run stores and queues nothing.
import { isFinal } from '@guildhall/contracts/run'
import { cancelRun } from '@guildhall/domain/run/cancel'
import { createRun } from '@guildhall/domain/run/create'
import { getRun } from '@guildhall/domain/run/get'
import { listRuns } from '@guildhall/domain/run/list'
import { validateRun } from '@guildhall/domain/run/validate'
import { waitForRun } from '@guildhall/domain/run/wait'
import { defineRoute, type RouteCall } from '../door/rest.ts'

const maxWaitS = 30

async function create(call: RouteCall): Promise<unknown> {
  const { actor, input, options, request, reply } = call
  if (isDryRun(input)) {
    reply.status(200)
    return validateRun.call(actor, input)
  }
  const run = await createRun.call(actor, input, options)
  reply.header('Location', run.urls.get)
  const waitS = waitOf(request.headers.prefer)
  if (waitS === 0 || !actor.scopes.some((scope) => scope === 'runs:read' || scope === 'admin')) return run
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const ended = await waitForRun(actor, run.id, { timeoutMs: waitS * 1000, signal: gone.signal })
  reply.header('Preference-Applied', `wait=${waitS}`)
  if (!isFinal(ended.status)) return run
  reply.status(200)
  return ended
}

const isDryRun = (input: unknown) =>
  typeof input === 'object' && input !== null && 'dry_run' in input && input.dry_run === true

/** Seconds of `Prefer: wait=N` (RFC 7240), capped; 0 when absent. */
function waitOf(prefer: string | string[] | undefined): number {
  const [, seconds] = /(?:^|[,;\s])wait=(\d{1,4})/.exec(String(prefer ?? '')) ?? []
  return Math.min(Number(seconds ?? 0), maxWaitS)
}

export const runRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/runs',
    summary: 'Create a run',
    verb: createRun,
    status: 202,
    answer: create,
  }),
  defineRoute({ method: 'GET', path: '/v1/runs', summary: 'List runs', verb: listRuns, status: 200 }),
  defineRoute({ method: 'GET', path: '/v1/runs/{id}', summary: 'Read a run', verb: getRun, status: 200 }),
  defineRoute({ method: 'POST', path: '/v1/runs/{id}/cancel', summary: 'Cancel a run', verb: cancelRun, status: 200 }),
]
