// `npm run bench -- retail [--rows 100000]`: recommendations through the HTTP API, one at a time and 64 at once, against the bare ONNX session
// on the same graph in the same run. The API and the inference worker are processes of their own, as in production.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRandom } from '@guildhall/learn/random'
import getPort from 'get-port'
import pg from 'pg'
import { openSessionPool } from '../../workers/inference/src/session-pool.ts'
import { type Services, startServices } from '../test/services.ts'
import { openWorld } from '../test/world.ts'
import { tsxFlags } from '../up/script.ts'
import { fillShop } from './retail-catalogue.ts'

const root = join(import.meta.dirname, '../..')
const [rank, shoppers, eventsEach, slots, limit, spare] = [64, 2000, 20, 20, 10, 50]
const [alone, together, atOnce, barePasses] = [200, 1500, 64, 30]

type Load = { perSecond: number; p50: number; p99: number }
/** MiB; `own` is what no other process or mapping shares. */
type Memory = { idle: number; served: number; own: number; peak: number }
export type RetailFigures = {
  items: number
  single: Load
  many: Load
  bare: { single: number; many: number }
  /** Of the inference worker, MiB. */
  memory: Memory
  /** Milliseconds of processor time a run takes: what a busy machine hardly distorts. */
  cpuMs: Record<'worker' | 'api' | 'postgres' | 'redis', number>
  firstMs: number
  graphMib: number
}

export async function benchRetail(items: number): Promise<RetailFigures> {
  const services = await startServices()
  const world = await openWorld(services)
  const graph = await fillShop(world.actor, { items, rank, shoppers, eventsEach })
  const secret = await world.secret()
  const artifacts = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
  const port = await getPort()
  const api = start('apps/api/src/main.ts', services, { PORT: String(port), RATE_PER_MINUTE: '10000000' })
  const worker = start('workers/inference/src/main.ts', services, { GUILDHALL_ARTIFACTS: artifacts })
  const ask = askOf(`http://127.0.0.1:${port}`, secret)
  await untilLive(`http://127.0.0.1:${port}`)
  await analyse(services.ownerUrl)
  const idle = memoryOf(worker, 'VmRSS')
  const startedAt = performance.now()
  await ask(0)
  const firstMs = performance.now() - startedAt
  await load(ask, { count: atOnce * 4, callers: atOnce })
  const single = await load(ask, { count: alone, callers: 1 })
  const cpuNow = () => ({
    worker: cpuOf(worker.pid ?? 0),
    api: cpuOf(api.pid ?? 0),
    postgres: cpuOfNamed('postgres'),
    redis: cpuOfNamed('redis-server'),
  })
  const before = cpuNow()
  const many = await load(ask, { count: together, callers: atOnce })
  const after = cpuNow()
  const cpuMs = { worker: 0, api: 0, postgres: 0, redis: 0 }
  for (const name of ['worker', 'api', 'postgres', 'redis'] as const)
    cpuMs[name] = (after[name] - before[name]) / together
  const memory = {
    idle,
    served: memoryOf(worker, 'VmRSS'),
    own: memoryOf(worker, 'RssAnon'),
    peak: memoryOf(worker, 'VmHWM'),
  }
  api.kill()
  worker.kill()
  const bare = { single: await bareRate(graph, items, 1), many: await bareRate(graph, items, atOnce) }
  await world.close()
  await services.stop()
  rmSync(artifacts, { recursive: true, force: true })
  return { items, single, many, bare, memory, cpuMs, firstMs, graphMib: graph.bytes.length / 2 ** 20 }
}

function start(file: string, services: Services, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [...tsxFlags, join(root, file)], {
    env: {
      ...process.env,
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: 'inherit',
  })
}

type Ask = (shopper: number) => Promise<void>

function askOf(url: string, secret: string): Ask {
  return async (shopper) => {
    const answer = await fetch(`${url}/v1/runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', prefer: 'wait=30' },
      body: JSON.stringify({
        template: 'recommendations',
        input: { scenario: 'home', user_ref: `u${shopper}`, limit },
        language: ['en'],
      }),
    })
    const body = await answer.text()
    if (answer.status !== 200 || !body.includes('"status":"succeeded"'))
      throw new Error(`a run did not end well: ${answer.status} ${body.slice(0, 500)}`)
  }
}

async function load(ask: Ask, { count, callers }: { count: number; callers: number }): Promise<Load> {
  const times: number[] = []
  let next = 0
  const startedAt = performance.now()
  const caller = async () => {
    while (next < count) {
      const shopper = next++ % shoppers
      const before = performance.now()
      await ask(shopper)
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const seconds = (performance.now() - startedAt) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return { perSecond: count / seconds, p50: at(0.5), p99: at(0.99) }
}

/** Rows per second of the session itself, in a thread of its own, with inputs of the size that the runs had. */
async function bareRate({ sha256, bytes }: { sha256: string; bytes: Uint8Array }, items: number, batch: number) {
  const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
  const random = openRandom(9)
  const wholes = () => ({
    data: BigInt64Array.from({ length: batch * slots }, () => BigInt(Math.floor(random() * items))),
    dims: [batch, slots],
  })
  const reals = () => ({ data: new Float32Array(batch * slots).fill(1), dims: [batch, slots] })
  const inputs = {
    history: wholes(),
    weights: reals(),
    recent: reals(),
    own: reals(),
    popular: { data: new Float32Array(batch).fill(1e-5), dims: [batch, 1] },
    excluded: wholes(),
    k: { data: BigInt64Array.of(BigInt(limit + spare)), dims: [1] },
  }
  const pass = () => pool.infer({ sha256, bytes: async () => bytes }, inputs)
  await pass()
  const startedAt = performance.now()
  for (let at = 0; at < barePasses; at++) await pass()
  const perSecond = (batch * barePasses * 1000) / (performance.now() - startedAt)
  await pool.close()
  return perSecond
}

/** What autovacuum does within the minute: until the planner knows the tables, its plans are guesses. */
async function analyse(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('ANALYZE')
  await client.end()
}

async function untilLive(url: string): Promise<void> {
  while (!(await fetch(`${url}/health/live`).catch(() => null))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 100))
}

// The kernel's unit of processor times, the same on every Linux.
const msPerTick = 10

/** Milliseconds of processor time since its start, with that of its children that have ended. */
function cpuOf(pid: number): number {
  const fields = statOf(pid).fields
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * msPerTick
}

/** The same, of all processes of this name that descend from this one. */
function cpuOfNamed(name: string): number {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))
  const stats = new Map(pids.map((pid) => [Number(pid), statOf(Number(pid))]))
  const isOurs = (pid: number): boolean => pid === process.pid || (pid > 1 && isOurs(stats.get(pid)?.parent ?? 0))
  const own = [...stats].filter(([pid, stat]) => stat.name === name && isOurs(pid))
  return own.reduce((sum, [pid]) => sum + cpuOf(pid), 0)
}

/** A process that has just ended reads as nothing. */
function statOf(pid: number): { name: string; parent: number; fields: string[] } {
  let text = ''
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {}
  const [head = '', rest = ''] = text.split(') ')
  const fields = rest.split(' ')
  return { name: head.split('(')[1] ?? '', parent: Number(fields[1]), fields }
}

/** MiB, as the kernel counted. */
function memoryOf(child: ChildProcess, what: 'VmRSS' | 'RssAnon' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
}
