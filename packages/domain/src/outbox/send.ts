// The outbox: a row per message not yet claimed. It leaves when its run is claimed, so a wiped Redis loses nothing: the sweep sends it again.
import { newId } from '@guildhall/contracts/ids'
import { type Envelope, envelopeSchema, type JobDefinition } from '@guildhall/contracts/job'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import { trainingExecute } from '@guildhall/contracts/jobs/training-execute'
import type { Tx } from '@guildhall/db/client'
import { withSystem } from '@guildhall/db/scope'
import { enqueue } from '@guildhall/queue/enqueue'
import { logger } from '@guildhall/runtime/log'
import { within } from '@guildhall/runtime/within'
import { z } from 'zod'
import { conveyor } from './conveyor.ts'

/** A caller waits no longer than this for the queue; the sweep sends what was not sent. */
const sendTimeoutMs = 1000

export type Sent = { job: JobDefinition; envelope: Envelope }

const jobsByName = new Map<string, JobDefinition>([runExecute, trainingExecute].map((job) => [job.name, job]))

/** Writes the row inside the caller's transaction; a rollback takes the message with it. */
export async function writeOutbox(tx: Tx, job: JobDefinition, envelope: Envelope): Promise<Sent> {
  await writeOutboxRows(tx, job, [envelope])
  return { job, envelope }
}

/** The same for many messages, in one statement. */
export async function writeOutboxRows(tx: Tx, job: JobDefinition, envelopes: readonly Envelope[]): Promise<Sent[]> {
  const data = envelopes.map((envelope) => {
    if (envelope.tenantId === null) throw new Error(`${job.name} needs a tenant to be sent through the outbox`)
    return {
      id: newId('outbox'),
      tenantId: envelope.tenantId,
      job: job.name,
      rowId: envelope.rowId,
      envelope: z.json().parse(envelope) ?? {},
      sentAt: new Date(),
    }
  })
  if (data.length > 0) await tx.outbox.createMany({ data })
  return envelopes.map((envelope) => ({ job, envelope }))
}

/** Sends right after the commit. A failure here is only slower: the sweep finds the row. */
export async function sendNow(sent: readonly Sent[]): Promise<void> {
  if (sent.length === 0) return
  try {
    // A connection that is away would hold the command, and with it the caller, until Redis is back.
    if (conveyor().status !== 'ready') throw new Error(`Redis is ${conveyor().status}`)
    const jobs = [...new Set(sent.map((one) => one.job))]
    const all = jobs.map((job) =>
      enqueue(
        conveyor(),
        job,
        sent.filter((one) => one.job === job).map((one) => one.envelope),
      ),
    )
    await within(sendTimeoutMs, Promise.all(all))
  } catch (error) {
    logger().warn({ err: error, messages: sent.length }, 'queue is away; the sweep will send')
  }
}

/** Sends rows that nobody claimed within `afterMs` of their last sending, oldest first. Returns how many. */
export async function resendStale(options: { afterMs: number; limit: number }): Promise<number> {
  const rows = await withSystem(
    'resend what no worker has claimed',
    (tx) =>
      tx.$queryRaw<{ job: string; envelope: unknown }[]>`
      UPDATE outbox SET sent_at = now() WHERE id IN (
        SELECT id FROM outbox WHERE sent_at < now() - make_interval(secs => ${options.afterMs / 1000})
        ORDER BY sent_at LIMIT ${options.limit} FOR UPDATE SKIP LOCKED
      ) RETURNING job, envelope`,
  )
  for (const [name, job] of jobsByName) {
    const envelopes = rows.filter((row) => row.job === name).map((row) => envelopeSchema.parse(row.envelope))
    await enqueue(conveyor(), job, envelopes)
  }
  return rows.length
}
