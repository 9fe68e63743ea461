// The life of a run on real Postgres and Redis: claimed once, settled once, given back when its worker dies, sent again when Redis is wiped.
import { newId } from '@guildhall/contracts/ids'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import { closeDatabase, openDatabase } from '@guildhall/db/client'
import { withSystem, withTenant } from '@guildhall/db/scope'
import { depth } from '@guildhall/queue/enqueue'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { closeConveyor, conveyor, openConveyor } from '../outbox/conveyor.ts'
import { sendNow, writeOutbox } from '../outbox/send.ts'
import { claimRuns } from './claim.ts'
import { type Settlement, settleRuns } from './settle.ts'
import { maxAttempts, sweepRuns } from './sweep.ts'

const tenantId = newId('tenant')
const result = { output: { points: 556 }, facts: {}, text: {}, verification: {}, provenance: {}, usage: {} }

beforeAll(async () => {
  openDatabase({ url: inject('databaseUrl'), poolSize: 4 })
  openConveyor(inject('redisUrl'))
  await withTenant(tenantId, (tx) => tx.tenant.create({ data: { id: tenantId, slug: tenantId, name: 'Lender' } }))
})

beforeEach(async () => {
  await conveyor().flushall()
})

afterAll(async () => {
  await closeConveyor()
  await closeDatabase()
})

async function newRun(fleeting?: { message: string }): Promise<string> {
  const runId = newId('run')
  const envelope = {
    tenantId,
    actor: 'key:test',
    requestId: 'req_test',
    traceparent: null,
    lane: 'interactive' as const,
    rowId: runId,
    generation: 0,
    payload: { runId },
  }
  const sent = await withTenant(tenantId, async (tx) => {
    await tx.run.create({
      data: {
        id: runId,
        tenantId,
        templateId: 'tpl_test',
        templateVersion: 1,
        vertical: 'finance',
        status: 'queued',
        input: {},
        ...(fleeting ? { fleeting } : {}),
        inputDigest: 'sha256:0',
        languages: ['en'],
        deadlineAt: new Date(Date.now() + 60_000),
        requestId: 'req_test',
        createdBy: 'key:test',
      },
    })
    return writeOutbox(tx, runExecute, envelope)
  })
  await sendNow([sent])
  return runId
}

const read = (runId: string) =>
  withTenant(tenantId, (tx) => tx.run.findUniqueOrThrow({ where: { id: runId }, include: { result: true } }))
const killWorkerOf = (runId: string) =>
  withSystem('test: let a lease run out', (tx) =>
    tx.run.update({ where: { id: runId }, data: { leaseUntil: new Date(0) } }),
  )
const succeed = (runId: string, attempts: number): Settlement => ({
  runId,
  tenantId,
  attempts,
  status: 'succeeded',
  result,
})

test('of many workers that claim the same run, exactly one gets it', async () => {
  const runId = await newRun()
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimRuns([runId])))
  expect(claims.flat().map((run) => run.id)).toEqual([runId])
})

test('a claim takes its outbox row along', async () => {
  const runId = await newRun()
  await claimRuns([runId])
  expect(await withTenant(tenantId, (tx) => tx.outbox.count({ where: { rowId: runId } }))).toBe(0)
})

test('a run is settled once: the second settlement changes nothing', async () => {
  const runId = await newRun()
  await claimRuns([runId])
  expect(await settleRuns([succeed(runId, 1)])).toEqual([runId])
  expect(await settleRuns([{ runId, tenantId, attempts: 1, status: 'failed', error: { code: 'bug' } }])).toEqual([])
  expect(await read(runId)).toMatchObject({ status: 'succeeded', error: null, result: { output: { points: 556 } } })
})

test('a worker that was thought dead cannot store over its successor', async () => {
  const runId = await newRun()
  await claimRuns([runId])
  await killWorkerOf(runId)
  const [second] = await claimRuns([runId])
  expect(second?.attempts).toBe(2)
  expect(await settleRuns([succeed(runId, 1)])).toEqual([])
  expect(await settleRuns([succeed(runId, 2)])).toEqual([runId])
})

test('the sweep gives a lost run back to the queue as a new generation', async () => {
  const runId = await newRun()
  await claimRuns([runId])
  await killWorkerOf(runId)
  await conveyor().flushall()
  const swept = await sweepRuns()
  expect(swept.requeued).toBeGreaterThanOrEqual(1)
  expect(await read(runId)).toMatchObject({ status: 'queued', generation: 1 })
  expect(await depth(conveyor(), 'inference')).toBeGreaterThanOrEqual(1)
})

test('what Redis forgot is sent again from the outbox', async () => {
  const runId = await newRun()
  await conveyor().flushall()
  await withSystem('test: as if sent long ago', (tx) =>
    tx.outbox.updateMany({ where: { rowId: runId }, data: { sentAt: new Date(0) } }),
  )
  const swept = await sweepRuns()
  expect(swept.resent).toBeGreaterThanOrEqual(1)
  expect(await depth(conveyor(), 'inference')).toBeGreaterThanOrEqual(1)
})

test('a run that took every worker down ends failed, with what to do next', async () => {
  const runId = await newRun()
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    await claimRuns([runId])
    await killWorkerOf(runId)
  }
  await sweepRuns()
  const run = await read(runId)
  expect(run.status).toBe('failed')
  expect(JSON.stringify(run.error)).toContain('Retry it')
})

test('a run past its deadline expires and no worker can take it', async () => {
  const runId = await newRun()
  await withSystem('test: let a deadline pass', (tx) =>
    tx.run.update({ where: { id: runId }, data: { deadlineAt: new Date(0) } }),
  )
  await sweepRuns()
  expect((await read(runId)).status).toBe('expired')
  expect(await claimRuns([runId])).toEqual([])
})

test('a final state cannot change, not even by the system role', async () => {
  const runId = await newRun()
  await claimRuns([runId])
  await settleRuns([succeed(runId, 1)])
  const change = withSystem('test: break the rule', (tx) =>
    tx.run.update({ where: { id: runId }, data: { status: 'queued' } }),
  )
  await expect(change).rejects.toThrow(/final/)
})

test('what is fleeting of an input reaches the worker, and is gone however the run ends', async () => {
  const ids = await Promise.all(['a', 'b', 'c'].map((message) => newRun({ message })))
  const [claimed] = await claimRuns(ids.slice(0, 1))
  expect(claimed?.fleeting).toEqual({ message: 'a' })
  expect((await read(ids[0] ?? '')).fleeting).toEqual({ message: 'a' })
  await settleRuns([succeed(ids[0] ?? '', claimed?.attempts ?? 0)])
  await withTenant(tenantId, (tx) => tx.run.updateMany({ where: { id: ids[1] ?? '' }, data: { status: 'canceled' } }))
  await withTenant(tenantId, (tx) =>
    tx.run.updateMany({ where: { id: ids[2] ?? '' }, data: { deadlineAt: new Date(0) } }),
  )
  await sweepRuns()
  const rows = await Promise.all(ids.map(read))
  expect(rows.map((row) => row.status)).toEqual(['succeeded', 'canceled', 'expired'])
  expect(rows.map((row) => row.fleeting)).toEqual([null, null, null])
})
