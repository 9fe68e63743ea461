// From a posted application to a stored, verified risk note: real Postgres, Redis and an ONNX session in a thread.
import { createRun } from '@guildhall/domain/run/create'
import { waitForRun } from '@guildhall/domain/run/wait'
import { findTask } from '@guildhall/verticals/registry'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openWorld, type World } from '../../../tools/test/world.ts'
import { executeRuns } from './pipeline.ts'
import { chooseProvider } from './providers.ts'
import { openSessionPool, type SessionPool } from './session-pool.ts'

const task = findTask('finance', 'risk_note')
let world: World
let pool: SessionPool

beforeAll(async () => {
  world = await openWorld({
    databaseUrl: inject('databaseUrl'),
    ownerUrl: inject('ownerUrl'),
    redisUrl: inject('redisUrl'),
  })
  pool = openSessionPool({ provider: 'cpu', threads: 2, onDeath: () => undefined })
})

afterAll(async () => {
  await pool.close()
  await world.close()
})

const create = async (input: unknown, template = 'consumer-risk-note') =>
  (await createRun.call(world.actor, { template, input })).id

test('every sample becomes a succeeded run whose note is verified in both languages and whose factors sum to the score', async () => {
  const ids = await Promise.all((task?.samples ?? []).map((sample) => create(sample.input, sample.template)))
  await executeRuns(pool, ids)
  for (const id of ids) {
    const { status, result } = await waitForRun(world.actor, id, { timeoutMs: 5000 })
    expect(status).toBe('succeeded')
    expect(result?.verification).toMatchObject({ status: 'passed', failed: 0, mode: 'deterministic' })
    expect(Object.keys(Object(result?.output.note)).sort()).toEqual(['en', 'zh-CN'])
    expect(result?.model).toMatchObject({ name: 'consumer-pd', provider: 'cpu', precision: 'fp32' })
    expect(result?.usage.batch_size).toBe(ids.length)
    const factors = result?.output.factors as { points: number }[]
    const { difference_points: difference } = Object(result?.output.reason_method)
    expect(Math.abs(factors.reduce((sum, one) => sum + one.points, 0) - difference)).toBeLessThan(1e-6)
  }
})

test('a better application scores more points than a weaker one', async () => {
  const ids = await Promise.all((task?.samples ?? []).map((sample) => create(sample.input, sample.template)))
  await executeRuns(pool, ids)
  const runs = await Promise.all(ids.map((id) => waitForRun(world.actor, id, { timeoutMs: 5000 })))
  const points = runs.map((run) => Object(run.result?.output.score).points as number)
  expect(points[0]).toBeGreaterThan(points[2] ?? 0)
})

test('executing the same runs again changes nothing', async () => {
  const id = await create(task?.samples[0]?.input)
  await executeRuns(pool, [id])
  const first = await waitForRun(world.actor, id, { timeoutMs: 5000 })
  await executeRuns(pool, [id, id])
  expect(await waitForRun(world.actor, id, { timeoutMs: 5000 })).toEqual(first)
})

test('a requested device that does not load is an error that names the cure, not a quiet fallback', async () => {
  await expect(chooseProvider('cuda')).rejects.toThrow(/GUILDHALL_DEVICE=cuda did not load.*Cure/)
  expect(await chooseProvider('auto')).toBe('cpu')
})
