// The outbox: a row per message not yet claimed. It leaves when its run is claimed, so a wiped Redis loses nothing: the sweep sends it again.
import { newId } from '@guildhall/contracts/ids'
import { type Envelope, envelopeSchema, type JobDefinition } from '@guildhall/contracts/job'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import { trainingExecute } from '@guildhall/contracts/jobs/training-execute'
import { withSystemSql } from '@guildhall/db/scope'
import type { Sql } from '@guildhall/db/sql'
import { enqueue } from '@guildhall/queue/enqueue'
import { logger } from '@guildhall/runtime/log'
import { within } from '@guildhall/runtime/within'
import { conveyor } from './conveyor.ts'

/** A caller waits no longer than this for the queue; the sweep sends what was not sent. */
const sendTimeoutMs = 1000

export type Sent = { job: JobDefinition; envelope: Envelope }

const jobsByName = new Map<string, JobDefinition>([runExecute, trainingExecute].map((job) => [job.name, job]))

/** Writes the row inside the caller's transaction; a rollback takes the message with it. */
export async function writeOutbox(tx: Sql, job: JobDefinition, envelope: Envelope): Promise<Sent> {
  await writeOutboxRows(tx, job, [envelope])
  return { job, envelope }
}

/** The same for many messages, in one statement. */
export async function writeOutboxRows(tx: Sql, job: JobDefinition, envelopes: readonly Envelope[]): Promise<Sent[]> {
  const data = envelopes.map((envelope) => {
    if (envelope.tenantId === null) throw new Error(`${job.name} needs a tenant to be sent through the outbox`)
    return {
      id: newId('outbox'),
      tenant_id: envelope.tenantId,
      job: job.name,
      row_id: envelope.rowId,
      envelope,
    }
  })
  if (data.length > 0)
    await tx.$executeRaw`INSERT INTO outbox (id, tenant_id, job, row_id, envelope, sent_at)
      SELECT id, tenant_id, job, row_id, envelope, now()
      FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb) AS o(id text, tenant_id text, job text, row_id text, envelope jsonb)`
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
  const rows = await withSystemSql(
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
