// Outcomes on a real queue: done ends, snooze comes back without using an attempt, cancel stops for good, a throw is tried again.
import { defineJob } from '@guildhall/contracts/job'
import { openRedis } from '@guildhall/runtime/redis'
import { afterAll, afterEach, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { closeQueues, enqueue } from './enqueue.ts'
import { cancel, done, type Outcome, snooze } from './outcome.ts'
import { serve } from './serve.ts'

const job = defineJob({
  name: 'probe',
  consumer: 'training',
  payload: z.object({ row: z.string() }),
  attempts: 3,
  backoffMs: 1,
  timeoutMs: 300,
})
const redis = openRedis(inject('redisUrl'))
let stop: (() => Promise<void>) | undefined
let rows = 0

afterEach(async () => {
  await stop?.()
  await redis.flushall()
})
afterAll(async () => {
  await closeQueues()
  redis.disconnect()
})

/** Runs one job with this handler until it has been called `calls` times; answers the attempt numbers seen. */
async function attemptsOf(calls: number, handler: (attempt: number) => Promise<Outcome>): Promise<number[]> {
  const seen: number[] = []
  const own = `row-${++rows}`
  stop = serve<'training', typeof job>({
    redis: openRedis(inject('redisUrl')),
    consumer: 'training',
    jobs: [job],
    concurrency: 1,
    handlers: {
      probe: async ({ row }, context) => {
        if (row !== own) return done
        seen.push(context.attempt)
        return handler(context.attempt)
      },
    },
  })
  const envelope = {
    tenantId: null,
    actor: 'test',
    requestId: 'r',
    traceparent: null,
    lane: 'interactive' as const,
    rowId: own,
    generation: 0,
    payload: { row: own },
  }
  await enqueue(redis, job, [envelope, envelope])
  await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(calls)
  // A second job behind it shows that the first is not called once more.
  const last = { ...envelope, rowId: `${own}-last`, payload: { row: own } }
  if (calls === 1) await enqueue(redis, job, [last])
  return seen
}

test('done: once, though it was sent twice', async () => {
  expect(await attemptsOf(1, async () => done)).toEqual([1])
})

test('a throw is tried again, three times in all', async () => {
  expect(await attemptsOf(3, async () => Promise.reject(new Error('no')))).toEqual([1, 2, 3])
})

test('cancel stops for good', async () => {
  expect(await attemptsOf(1, async () => cancel('cannot help'))).toEqual([1])
})

test('snooze comes back with the same attempt', async () => {
  let calls = 0
  expect(await attemptsOf(2, async () => (++calls === 1 ? snooze(10) : done))).toEqual([1, 1])
})

test('a handler that hangs is given up after its time and tried again', async () => {
  expect(
    await attemptsOf(2, (attempt) => (attempt === 1 ? new Promise(() => undefined) : Promise.resolve(done))),
  ).toEqual([1, 2])
})
