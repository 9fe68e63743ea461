// Claims queued runs for a worker, many at a time: one statement decides who owns a run, whatever the queue says.
import { withSystemSql } from '@guildhall/db/scope'
import type { Purpose } from './purpose.ts'

export type ClaimedRun = {
  id: string
  tenantId: string
  templateId: string
  templateVersion: number
  purpose: Purpose
  /** The draft that answers it; null where a published version does. */
  templateDigest: string | null
  contentPatch: Record<string, unknown> | null
  vertical: string
  input: Record<string, unknown>
  /** Replaces fields of the input for the worker alone; the row forgets it when the run ends. */
  fleeting: Record<string, unknown> | null
  inputDigest: string
  languages: string[]
  seed: number
  /** Fences the result: only the claim that is still the latest may store. */
  attempts: number
  createdAt: Date
}

/** How long a worker may be silent before its runs are given to another. */
const leaseMs = 15_000

/**
 * Claims those of `runIds` that are queued, or running with a lease that has run out. The others belong to somebody else or are
 * final, and are left out of the answer. The outbox rows go in the same transaction.
 */
export function claimRuns(runIds: readonly string[]): Promise<ClaimedRun[]> {
  return withSystemSql(
    'claim queued runs for a worker',
    (tx) => tx.$queryRaw<ClaimedRun[]>`
      WITH claimed AS (
        UPDATE run SET status = 'running', attempts = attempts + 1, started_at = COALESCE(started_at, now()),
          lease_until = now() + make_interval(secs => ${leaseMs / 1000}::float8)
        WHERE id = ANY(${runIds}) AND (status = 'queued' OR (status = 'running' AND lease_until < now()))
        RETURNING id, tenant_id AS "tenantId", template_id AS "templateId", template_version AS "templateVersion", purpose,
          template_digest AS "templateDigest", content_patch AS "contentPatch", vertical, input, fleeting,
          input_digest AS "inputDigest", languages, seed, attempts, created_at AS "createdAt"
      ), sent AS (DELETE FROM outbox WHERE row_id IN (SELECT id FROM claimed))
      SELECT * FROM claimed`,
  )
}
