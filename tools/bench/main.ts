// `npm run bench`: hot paths as ratios against a baseline and a ceiling of the same run. Machines are noisy, so no absolute figure is asserted.

import { createRun } from '@guildhall/domain/run/create'
import { getRun } from '@guildhall/domain/run/get'
import { trainAdditive } from '@guildhall/learn/additive'
import { writeAdditive } from '@guildhall/learn/additive-onnx'
import { encodeRows } from '@guildhall/learn/table'
import { findTask } from '@guildhall/verticals/registry'
import { openApp } from '../../apps/api/src/app.ts'
import { executeRuns } from '../../workers/inference/src/pipeline.ts'
import { openSessionPool } from '../../workers/inference/src/session-pool.ts'
import { readCsv } from '../evaluate/read-csv.ts'
import { startServices } from '../test/services.ts'
import { openWorld } from '../test/world.ts'
import { benchIngest } from './ingest.ts'

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

const [only, , rowsAsked] = process.argv.slice(2)
const ingest = await benchIngest(Number(rowsAsked ?? (only === 'ingest' ? 1_000_000 : 200_000)))
const line = (name: string, rate: number, ratio: number) =>
  process.stdout.write(`${name.padEnd(38)} ${rate.toFixed(0).padStart(8)}   x${ratio.toFixed(3)}\n`)
line(`events/s, bare COPY of ${ingest.rows} (ceiling)`, ingest.ceiling, 1)
line('events/s, through the API', ingest.api, ingest.api / ingest.ceiling)
line("ms, a neighbour's insert meanwhile", ingest.waitingMs, ingest.waitingMs / ingest.idleMs)
process.stdout.write(`peak memory of the API process            ${ingest.peakMib} MiB\n`)
if (only === 'ingest') process.exit(0)

const services = await startServices()
const world = await openWorld(services)
const pool = openSessionPool({ provider: 'cpu', threads: 2, onDeath: () => undefined })
const input = findTask('finance', 'risk_note')?.samples[0]?.input

async function newRuns(): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < runsPerCase) {
    const made = await Promise.all(
      Array.from({ length: 32 }, () => createRun.call(world.actor, { template: 'consumer-risk-note', input })),
    )
    ids.push(...made.map((run) => run.id))
  }
  return ids
}

async function runsPerSecond(group: number): Promise<number> {
  const batches = [await newRuns(), await newRuns(), await newRuns()]
  return perSecond(runsPerCase, async () => {
    const ids = batches.pop() ?? []
    for (let at = 0; at < ids.length; at += group) await executeRuns(pool, ids.slice(at, at + group))
  })
}

async function rowsPerSecond(): Promise<number> {
  const { table, labels } = readCsv({ path: 'data/german_credit.csv', target: 'default', positive: '1', drop: [] })
  const bytes = writeAdditive(trainAdditive(table, labels, { seed: 1 }))
  const features = { data: encodeRows(table).slice(0, 64 * table.columns.length), dims: [64, table.columns.length] }
  return perSecond(64 * 100, async () => {
    for (let at = 0; at < 100; at++) await pool.infer({ sha256: 'bench', bytes: async () => bytes }, { features })
  })
}

async function requestsPerSecond() {
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

const [single, grouped, raw] = [await runsPerSecond(1), await runsPerSecond(64), await rowsPerSecond()]
const http = await requestsPerSecond()
const rows = [
  ['runs/s, one at a time (baseline)', single, 1],
  ['runs/s, in groups of 64', grouped, grouped / single],
  ['rows/s of the bare graph (ceiling)', raw, raw / single],
  ['requests/s, no work (ceiling)', http.ceiling, 1],
  ['requests/s, GET a run', http.get, http.get / http.ceiling],
  ['calls/s of the verb under it', http.verb, http.verb / http.ceiling],
  ['requests/s, POST a run', http.post, http.post / http.ceiling],
] as const
for (const [name, rate, ratio] of rows) line(name, rate, ratio)
await pool.close()
await world.close()
await services.stop()
process.exit(0)
