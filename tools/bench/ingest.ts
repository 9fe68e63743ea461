// `npm run bench -- ingest [--rows 1000000]`: retail events through the API against a bare COPY of the same rows into a table of the same kind.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openRandom } from '@guildhall/learn/random'
import getPort from 'get-port'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { ownSecrets } from '../test/own-secrets.ts'
import { startServices } from '../test/services.ts'
import { openWorld } from '../test/world.ts'
import { tsxFlags } from '../up/script.ts'

const root = join(import.meta.dirname, '../..')
const perRequest = 100_000
const startTime = Date.UTC(2026, 0, 1)

/** `ceiling` is bare COPY; `waiting` is how long another tenant's insert took meanwhile. */
export type IngestFigures = {
  rows: number
  api: number
  ceiling: number
  peakMib: number
  waitingMs: number
  idleMs: number
}

export async function benchIngest(rows: number): Promise<IngestFigures> {
  const services = await startServices()
  const world = await openWorld(services)
  const neighbour = await openWorld(services)
  const scopes = ['collections:write' as const]
  const [secret, other] = [await world.secret(scopes), await neighbour.secret(scopes)]
  const port = await getPort()
  const api = spawn(process.execPath, [...tsxFlags, join(root, 'apps/api/src/main.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      ...ownSecrets,
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: 'inherit',
  })
  const url = `http://127.0.0.1:${port}`
  await untilLive(url)
  const idleMs = await neighbourInsert(url, other, 0)
  const startedAt = performance.now()
  let waitingMs = 0
  for (let from = 0; from < rows; from += perRequest) {
    const sending = sendEvents({ url, secret, from, to: Math.min(from + perRequest, rows) })
    waitingMs = Math.max(waitingMs, await neighbourInsert(url, other, from + 1))
    await sending
  }
  const seconds = (performance.now() - startedAt) / 1000
  const peakMib = peakOf(api.pid ?? 0)
  api.kill()
  const ceiling = await copyRate(services.ownerUrl, rows)
  await world.close()
  await services.stop()
  return { rows, api: rows / seconds, ceiling, peakMib, waitingMs, idleMs }
}

function eventAt(row: number, random: () => number) {
  return {
    user_ref: `u${Math.floor(random() * 20_000)}`,
    item_id: `i${Math.floor(random() ** 2 * 5000)}`,
    type: 'purchase',
    ts: new Date(startTime + row * 1000).toISOString(),
  }
}

function* lines(from: number, to: number): Generator<string> {
  const random = openRandom(from)
  let block = ''
  for (let row = from; row < to; row++) {
    block += `${JSON.stringify(eventAt(row, random))}\n`
    if (block.length < 65_536) continue
    yield block
    block = ''
  }
  yield block
}

type Sending = { url: string; secret: string; from: number; to: number }

async function sendEvents({ url, secret, from, to }: Sending): Promise<void> {
  const answer = await fetch(`${url}/v1/collections/events/records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(Readable.from(lines(from, to), { objectMode: true })),
    duplex: 'half',
  })
  const body: unknown = await answer.json()
  const inserted = typeof body === 'object' && body !== null ? Reflect.get(body, 'inserted') : null
  if (inserted !== to - from)
    throw new Error(`of ${to - from} events ${String(inserted)} were inserted: ${JSON.stringify(body)}`)
}

async function neighbourInsert(url: string, secret: string, row: number): Promise<number> {
  const startedAt = performance.now()
  await sendEvents({ url, secret, from: row, to: row + 1 })
  return performance.now() - startedAt
}

/** Rows per second of COPY into a table with the same partitions and indexes. */
async function copyRate(ownerUrl: string, rows: number): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('CREATE TABLE bare (LIKE record INCLUDING ALL) PARTITION BY HASH (tenant_id)')
  for (let part = 0; part < 16; part++)
    await client.query(`CREATE TABLE bare_${part} PARTITION OF bare FOR VALUES WITH (MODULUS 16, REMAINDER ${part})`)
  const startedAt = performance.now()
  const copy = client.query(copyFrom('COPY bare (tenant_id, collection, key, subject, at, body) FROM STDIN'))
  await pipeline(Readable.from(copyLines(rows)), copy)
  const seconds = (performance.now() - startedAt) / 1000
  await client.end()
  return rows / seconds
}

function* copyLines(rows: number): Generator<string> {
  let block = ''
  for (let from = 0; from < rows; from += perRequest) {
    const random = openRandom(from)
    for (let row = from; row < Math.min(from + perRequest, rows); row++) {
      const event = eventAt(row, random)
      const key = `${event.user_ref}|${event.item_id}|${event.type}|${event.ts}`
      block += `ten_bare\tevents\t${key}\t${event.user_ref}\t${event.ts}\t${JSON.stringify(event)}\n`
      if (block.length < 65_536) continue
      yield block
      block = ''
    }
  }
  yield block
}

async function untilLive(url: string): Promise<void> {
  while (!(await fetch(`${url}/health/live`).catch(() => null))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 100))
}

/** Peak resident memory in MiB, as the kernel counted it. */
function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
