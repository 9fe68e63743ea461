// 500 runs while the inference worker is killed three times and Redis is wiped once: every run succeeds, none is lost, none is done twice.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createRun } from '@guildhall/domain/run/create'
import { openRedis } from '@guildhall/runtime/redis'
import { findTask } from '@guildhall/verticals/registry'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ownSecrets } from '../test/own-secrets.ts'
import { openWorld, type World } from '../test/world.ts'
import { tsxFlags } from '../up/script.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const root = join(import.meta.dirname, '../..')
const runs = 500
const deadlineMs = 120_000
let world: World
let owner: pg.Client
let inference: ChildProcess
let delivery: ChildProcess
const redis = openRedis(urls.redisUrl)

function start(file: string): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    ...ownSecrets,
    GUILDHALL_DEVICE: 'cpu',
    LOG_LEVEL: 'warn',
  }
  return spawn(process.execPath, [...tsxFlags, join(root, file)], {
    env,
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

beforeAll(async () => {
  world = await openWorld(urls)
  owner = new pg.Client({ connectionString: urls.ownerUrl })
  await owner.connect()
  delivery = start('workers/delivery/src/main.ts')
})

afterAll(async () => {
  for (const child of [inference, delivery]) child?.kill('SIGKILL')
  redis.disconnect()
  await owner.end()
  await world.close()
})

async function succeeded(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM run WHERE tenant_id = $1 AND status = 'succeeded'",
    [world.actor.tenantId],
  )
  return rows[0]?.n ?? 0
}

/** Kills the worker as soon as it has done this many, which is in the middle of a group of 64; then starts another. */
async function killAfter(count: number): Promise<void> {
  await expect.poll(succeeded, { timeout: deadlineMs, interval: 5 }).toBeGreaterThanOrEqual(count)
  const gone = new Promise((resolve) => inference.once('exit', resolve))
  inference.kill('SIGKILL')
  await gone
  inference = start('workers/inference/src/main.ts')
}

test('500 runs, three SIGKILLs, one FLUSHALL: 500 succeeded, 0 lost, 0 doubled', async () => {
  const samples = (findTask('finance', 'risk_note')?.samples ?? []).filter((sample) => !sample.template)
  const post = (at: number) =>
    createRun.call(world.actor, {
      template: 'consumer-risk-note',
      input: samples[at % samples.length]?.input,
      deadline_s: 600,
    })
  const first = await Promise.all(Array.from({ length: 100 }, (_, at) => post(at)))
  inference = start('workers/inference/src/main.ts')
  const rest: Promise<{ id: string }>[] = []
  for (let at = 100; at < runs; at += 50) {
    rest.push(...Array.from({ length: 50 }, (_, one) => post(at + one)))
    await Promise.all(rest)
    if (at === 200) await redis.flushall()
    if (at === 100 || at === 250 || at === 400) await killAfter(await succeeded().then((n) => n + 1))
  }
  const ids = [...first, ...(await Promise.all(rest))].map((run) => run.id)
  await expect.poll(succeeded, { timeout: deadlineMs, interval: 200 }).toBe(runs)
  const { rows } = await owner.query<{ runs: number; results: number; open: number }>(
    `SELECT count(DISTINCT run.id)::int AS runs, count(result.id)::int AS results,
       (SELECT count(*)::int FROM outbox WHERE tenant_id = $1) AS open
     FROM run LEFT JOIN result ON result.run_id = run.id WHERE run.tenant_id = $1 AND run.id = ANY($2)`,
    [world.actor.tenantId, ids],
  )
  expect(rows[0]).toEqual({ runs, results: runs, open: 0 })
}, 240_000)
