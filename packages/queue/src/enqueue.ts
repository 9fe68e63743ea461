// Puts jobs on their queue. The queue is a conveyor belt: losing it loses nothing, because the outbox in Postgres sends again.
import { type Envelope, type JobDefinition, jobId } from '@guildhall/contracts/job'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'

// Finished jobs stay a minute for the curious; failed ones a day, and never in the way: the generation makes the id new.
const keep = { removeOnComplete: { age: 60, count: 1000 }, removeOnFail: { age: 86_400, count: 5000 } }

// BullMQ takes jobs without a priority first.
const batchPriority = 10

const queues = new Map<string, Queue>()

function queueOf(redis: Redis, consumer: string): Queue {
  const known = queues.get(consumer)
  if (known) return known
  const queue = new Queue(consumer, { connection: redis })
  queue.on('error', () => undefined)
  queues.set(consumer, queue)
  return queue
}

/** Sends one message per envelope in one round trip. A message whose id is already queued is ignored by BullMQ. */
export async function enqueue(redis: Redis, job: JobDefinition, envelopes: readonly Envelope[]): Promise<void> {
  if (envelopes.length === 0) return
  await queueOf(redis, job.consumer).addBulk(
    envelopes.map((envelope) => ({
      name: job.name,
      data: { ...envelope, payload: job.payload.parse(envelope.payload) },
      opts: {
        ...keep,
        jobId: jobId(envelope.rowId, envelope.generation),
        attempts: job.attempts,
        ...(envelope.lane === 'batch' ? { priority: batchPriority } : {}),
        backoff: { type: 'exponential', delay: job.backoffMs, jitter: 0.5 },
      },
    })),
  )
}

/** Makes a job repeat by itself. Safe to call at every boot and after Redis was wiped. */
export async function schedule(redis: Redis, job: JobDefinition): Promise<void> {
  if (job.everyMs === undefined) return
  const data: Envelope = {
    tenantId: null,
    actor: 'system:schedule',
    requestId: `schedule-${job.name}`,
    traceparent: null,
    rowId: job.name,
    generation: 0,
    lane: 'interactive',
    payload: {},
  }
  await queueOf(redis, job.consumer).upsertJobScheduler(
    job.name,
    { every: job.everyMs },
    { name: job.name, data, opts: keep },
  )
}

/** Messages waiting on a consumer's queue, for the depth limit and for health. */
export async function depth(redis: Redis, consumer: string): Promise<number> {
  return queueOf(redis, consumer).getWaitingCount()
}

export async function closeQueues(): Promise<void> {
  await Promise.all([...queues.values()].map((queue) => queue.close()))
  queues.clear()
}
