// The training worker is killed in the middle: the training ends failed with its reason, nothing half-trained appears, and the champion
// answers all the while.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ingestRecords } from '@guildhall/domain/collection/ingest'
import { listModels, listVersions } from '@guildhall/domain/model/list'
import { createRun } from '@guildhall/domain/run/create'
import { getRun } from '@guildhall/domain/run/get'
import { createTraining } from '@guildhall/domain/training/create'
import { getTraining } from '@guildhall/domain/training/read'
import { trainingTable } from '@guildhall/verticals/packs/finance/training-columns'
import { findTask } from '@guildhall/verticals/registry'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { executeRuns } from '../../workers/inference/src/pipeline.ts'
import { openSessionPool } from '../../workers/inference/src/session-pool.ts'
import { ownSecrets } from '../test/own-secrets.ts'
import { openWorld, type World } from '../test/world.ts'
import { tsxFlags } from '../up/script.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const root = join(import.meta.dirname, '../..')
const input = findTask('finance', 'risk_note')?.samples[0]?.input
const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
const children: ChildProcess[] = []
let world: World

function start(file: string): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    ...ownSecrets,
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, [...tsxFlags, join(root, file)], {
    env,
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  return child
}

beforeAll(async () => {
  world = await openWorld(urls)
  start('workers/delivery/src/main.ts')
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await pool.close()
  await world.close()
})

async function servedBy(): Promise<{ version: number; status: string }> {
  const { id } = await createRun.call(world.actor, { template: 'consumer-risk-note', input })
  await executeRuns(pool, [id])
  const run = await getRun.call(world.actor, { id })
  return { version: run.result?.model?.version ?? 0, status: run.status }
}

test('SIGKILL of the training worker at half way: failed with its reason, the champion serves throughout', async () => {
  const rows: Record<string, string>[] = parse(readFileSync(join(root, 'data/credit_data.csv')), { columns: true })
  const { features, labels } = trainingTable(rows)
  const records = features.map((own, row) => ({
    line: row + 1,
    value: { id: `l${row}`, features: own, defaulted: labels[row] === 1 },
  }))
  await ingestRecords(world.actor, { collection: 'loans', records })
  const before = await servedBy()
  const worker = start('workers/training/src/main.ts')
  const { id } = await createTraining.call(world.actor, { id: 'finance.risk_note' })
  const read = () => getTraining.call(world.actor, { id })
  await expect.poll(async () => (await read()).progress, { timeout: 60_000, interval: 50 }).toBeGreaterThanOrEqual(0.5)
  worker.kill('SIGKILL')
  expect((await read()).status).toBe('running')
  expect(await servedBy()).toEqual(before)
  await expect.poll(async () => (await read()).status, { timeout: 60_000, interval: 200 }).toBe('failed')
  expect((await read()).error).toMatchObject({
    code: 'unavailable',
    detail: expect.stringContaining('champion serves on'),
  })
  expect(await servedBy()).toEqual(before)
  const versions = await listVersions.call(world.actor, { id: 'finance.risk_note' })
  expect(versions.data.filter((version) => !version.is_builtin)).toEqual([])
  expect((await listModels.call(world.actor, {})).data[0]).toMatchObject({ candidates: 0 })
  start('workers/training/src/main.ts')
  const again = await createTraining.call(world.actor, { id: 'finance.risk_note' })
  await expect
    .poll(async () => (await getTraining.call(world.actor, { id: again.id })).status, {
      timeout: 90_000,
      interval: 200,
    })
    .toBe('succeeded')
}, 240_000)
