// What keeps runs moving when queues are wiped and workers die: give lost runs back, expire what is too late.
import { newId } from '@guildhall/contracts/ids'
import type { Envelope } from '@guildhall/contracts/job'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import type { Tx } from '@guildhall/db/client'
import { withSystem } from '@guildhall/db/scope'
import { z } from 'zod'
import { keepHours } from '../idempotency.ts'
import { resendStale } from '../outbox/send.ts'

/** A run claimed this often without an end is given up: it would take the next worker down too. */
export const maxAttempts = 5
const resendAfterMs = 5000
const limit = 1000

export type Swept = { expired: number; abandoned: number; requeued: number; resent: number }

/** One pass. Safe to run anywhere at any time: every step is one conditional statement. */
export async function sweepRuns(): Promise<Swept> {
  const counts = await withSystem('sweep runs of all tenants', async (tx) => {
    const expired = await tx.$executeRaw`
      UPDATE run SET status = 'expired', finished_at = now(), lease_until = NULL
      WHERE status IN ('queued', 'running') AND deadline_at < now()`
    const abandoned = await tx.$executeRaw`
      UPDATE run SET status = 'failed', finished_at = now(), lease_until = NULL,
        error = '{"code":"unavailable","detail":"Every worker that took this run stopped. Retry it, and report the request id if it happens again."}'
      WHERE status = 'running' AND lease_until < now() AND attempts >= ${maxAttempts}`
    await tx.$executeRaw`
      DELETE FROM outbox USING run WHERE outbox.row_id = run.id AND run.status NOT IN ('queued', 'running')`
    await tx.$executeRaw`DELETE FROM idempotency_key WHERE created_at < now() - make_interval(hours => ${keepHours})`
    return { expired, abandoned, requeued: await requeueLost(tx) }
  })
  return { ...counts, resent: await resendStale({ afterMs: resendAfterMs, limit }) }
}

async function requeueLost(tx: Tx): Promise<number> {
  const lost = await tx.$queryRaw<
    { id: string; tenantId: string; generation: number; requestId: string; lane: string }[]
  >`
    UPDATE run SET status = 'queued', generation = generation + 1, lease_until = NULL
    WHERE id IN (SELECT id FROM run WHERE status = 'running' AND lease_until < now() ORDER BY created_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, tenant_id AS "tenantId", generation, request_id AS "requestId", lane`
  const rows = lost.map((run) => {
    const envelope: Envelope = {
      tenantId: run.tenantId,
      actor: 'system:sweep',
      requestId: run.requestId,
      traceparent: null,
      lane: run.lane === 'batch' ? 'batch' : 'interactive',
      rowId: run.id,
      generation: run.generation,
      payload: { runId: run.id },
    }
    // Sent "long ago", so that this same pass puts it on the queue.
    return {
      id: newId('outbox'),
      tenantId: run.tenantId,
      job: runExecute.name,
      rowId: run.id,
      envelope: z.json().parse(envelope) ?? {},
      sentAt: new Date(0),
    }
  })
  if (rows.length > 0) await tx.outbox.createMany({ data: rows })
  return rows.length
}
