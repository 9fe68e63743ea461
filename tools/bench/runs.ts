// Runs and requests as ratios: one at a time against groups, the bare graph and an empty request being the ceilings.
import { createRun } from '@guildhall/domain/run/create'
import { getRun } from '@guildhall/domain/run/get'
import { trainAdditive } from '@guildhall/learn/additive'
import { writeAdditive } from '@guildhall/learn/additive-onnx'
import { encodeRows } from '@guildhall/learn/table'
import { findTask } from '@guildhall/verticals/registry'
import { openApp } from '../../apps/api/src/app.ts'
import { executeRuns } from '../../workers/inference/src/pipeline.ts'
import { openSessionPool, type SessionPool } from '../../workers/inference/src/session-pool.ts'
import { readCsv } from '../evaluate/read-csv.ts'
import { type Services, startServices } from '../test/services.ts'
import { openWorld, type World } from '../test/world.ts'

const runsPerCase = 256
const requests = 400

/** Things per second, best of three: the least disturbed one. */
async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  let best = 0
  for (let round = 0; round < 3; round++) {
    const startedAt = performance.now()
    await work()
    best = Math.max(best, (count * 1000) / (performance.now() - startedAt))
  }
  return best
}

const input = findTask('finance', 'risk_note')?.samples[0]?.input

type Bench = { services: Services; world: World; pool: SessionPool }

async function newRuns({ world }: Bench): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < runsPerCase) {
    const made = await Promise.all(
      Array.from({ length: 32 }, () => createRun.call(world.actor, { template: 'consumer-risk-note', input })),
    )
    ids.push(...made.map((run) => run.id))
  }
  return ids
}

async function runsPerSecond(bench: Bench, group: number): Promise<number> {
  const batches = [await newRuns(bench), await newRuns(bench), await newRuns(bench)]
  return perSecond(runsPerCase, async () => {
    const ids = batches.pop() ?? []
    for (let at = 0; at < ids.length; at += group) await executeRuns(bench.pool, ids.slice(at, at + group))
  })
}

async function rowsPerSecond({ pool }: Bench): Promise<number> {
  const { table, labels } = readCsv({ path: 'data/german_credit.csv', target: 'default', positive: '1', drop: [] })
  const bytes = writeAdditive(trainAdditive(table, labels, { seed: 1 }))
  const features = { data: encodeRows(table).slice(0, 64 * table.columns.length), dims: [64, table.columns.length] }
  return perSecond(64 * 100, async () => {
    for (let at = 0; at < 100; at++) await pool.infer({ sha256: 'bench', bytes: async () => bytes }, { features })
  })
}

async function requestsPerSecond({ services, world }: Bench) {
  const app = await openApp({ redisUrl: services.redisUrl, publicUrl: 'http://localhost', ratePerMinute: 1_000_000 })
  const headers = { authorization: `Bearer ${await world.secret()}` }
  const { id } = await createRun.call(world.actor, { template: 'consumer-risk-note', input })
  const many = (one: () => Promise<unknown>) =>
    perSecond(requests, async () => {
      for (let at = 0; at < requests; at += 20) await Promise.all(Array.from({ length: 20 }, one))
    })
  const figures = {
    ceiling: await many(() => app.inject({ url: '/health/live' })),
    get: await many(() => app.inject({ url: `/v1/runs/${id}`, headers })),
    verb: await many(() => getRun.call(world.actor, { id })),
    post: await many(() =>
      app.inject({ method: 'POST', url: '/v1/runs', headers, payload: { template: 'consumer-risk-note', input } }),
    ),
  }
  await app.close()
  return figures
}

/** Name, things per second, ratio to its baseline. */
export async function benchRuns(): Promise<(readonly [name: string, rate: number, ratio: number])[]> {
  const services = await startServices()
  const world = await openWorld(services)
  const pool = openSessionPool({ provider: 'cpu', threads: 2, onDeath: () => undefined })
  const bench = { services, world, pool }
  const [single, grouped] = [await runsPerSecond(bench, 1), await runsPerSecond(bench, 64)]
  const raw = await rowsPerSecond(bench)
  const http = await requestsPerSecond(bench)
  await pool.close()
  await world.close()
  await services.stop()
  return [
    ['runs/s, one at a time (baseline)', single, 1],
    ['runs/s, in groups of 64', grouped, grouped / single],
    ['rows/s of the bare graph (ceiling)', raw, raw / single],
    ['requests/s, no work (ceiling)', http.ceiling, 1],
    ['requests/s, GET a run', http.get, http.get / http.ceiling],
    ['calls/s of the verb under it', http.verb, http.verb / http.ceiling],
    ['requests/s, POST a run', http.post, http.post / http.ceiling],
  ]
}
