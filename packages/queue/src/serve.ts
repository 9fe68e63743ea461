// The worker host: one BullMQ worker per consumer, a handler for every job of that consumer, outcomes instead of error texts.
import { type Consumer, envelopeSchema, type JobDefinition } from '@guildhall/contracts/job'
import { logger } from '@guildhall/runtime/log'
import { DelayedError, type Job, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { z } from 'zod'
import type { Outcome } from './outcome.ts'

type JobContext = {
  tenantId: string | null
  actor: string
  requestId: string
  rowId: string
  generation: number
  attempt: number
  isLastAttempt: boolean
}
type Handler<J extends JobDefinition> = (payload: z.output<J['payload']>, context: JobContext) => Promise<Outcome>

/** One handler per job of this consumer: leave one out and it does not compile. */
type Handlers<C extends Consumer, Jobs extends JobDefinition> = {
  [J in Extract<Jobs, { consumer: C }> as J['name']]: Handler<J>
}

type ServeOptions<C extends Consumer, Jobs extends JobDefinition> = {
  redis: Redis
  consumer: C
  jobs: readonly Jobs[]
  handlers: Handlers<C, Jobs>
  concurrency: number
}

/** Starts taking jobs; the returned function stops after the running ones have ended. */
export function serve<C extends Consumer, const Jobs extends JobDefinition>(
  options: ServeOptions<C, Jobs>,
): () => Promise<void> {
  const byName = new Map(options.jobs.map((job) => [job.name, job]))
  const handlers = options.handlers as Record<string, Handler<JobDefinition> | undefined>
  const worker = new Worker(
    options.consumer,
    async (message, token) => {
      const job = byName.get(message.name)
      const handler = handlers[message.name]
      if (!job || !handler) throw new UnrecoverableError(`no handler for ${message.name}`)
      await settle(message, token, await handle(job, handler, message))
    },
    // A worker that was killed holds its locks for ten seconds at most, then another takes over.
    {
      connection: options.redis,
      concurrency: options.concurrency,
      lockDuration: 10_000,
      stalledInterval: 5000,
      maxStalledCount: 10,
    },
  )
  worker.on('error', (error) => logger().warn({ err: error, consumer: options.consumer }, 'queue connection'))
  worker.on('failed', (message, error) =>
    logger().error({ err: error, job: message?.id, attempt: message?.attemptsMade }, 'job failed'),
  )
  return () => worker.close()
}

async function handle(job: JobDefinition, handler: Handler<JobDefinition>, message: Job): Promise<Outcome> {
  const envelope = envelopeSchema.parse(message.data)
  const attempt = message.attemptsMade + 1
  const context: JobContext = { ...envelope, attempt, isLastAttempt: attempt >= job.attempts }
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${job.name} took longer than ${job.timeoutMs} ms`)), job.timeoutMs)
  })
  try {
    return await Promise.race([handler(job.payload.parse(envelope.payload), context), timeout])
  } finally {
    clearTimeout(timer)
  }
}

async function settle(message: Job, token: string | undefined, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'cancel') throw new UnrecoverableError(outcome.reason)
  if (outcome.kind === 'snooze') {
    await message.moveToDelayed(Date.now() + outcome.ms, token)
    throw new DelayedError()
  }
}
