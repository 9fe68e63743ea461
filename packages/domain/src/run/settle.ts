// Ends runs, many at a time: state and result in one transaction, only for claims that are still the latest.
import { newId } from '@guildhall/contracts/ids'
import { withTenantsSql } from '@guildhall/db/scope'

export type Settlement = {
  runId: string
  tenantId: string
  /** `attempts` of the claim; a later claim makes this settlement void. */
  attempts: number
} & ({ status: 'succeeded'; result: ResultParts } | { status: 'failed'; error: unknown })

type ResultParts = {
  output: unknown
  facts: unknown
  text: unknown
  verification: unknown
  provenance: unknown
  usage: unknown
}

/** Stores what is still owed and tells listeners on `run_finished`. Returns the ids that were settled by this call. */
export function settleRuns(settlements: readonly Settlement[]): Promise<string[]> {
  const tenants = [...new Set(settlements.map((one) => one.tenantId))]
  return withTenantsSql(tenants, async (tx) => {
    const rows = settlements.map((one) => ({
      id: one.runId,
      attempts: one.attempts,
      status: one.status,
      error: one.status === 'failed' ? one.error : null,
    }))
    const settled = await tx.$queryRaw<{ id: string }[]>`
      UPDATE run SET status = s.status, error = s.error, finished_at = now(), lease_until = NULL
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s(id text, attempts int, status text, error jsonb)
      WHERE run.id = s.id AND run.status = 'running' AND run.attempts = s.attempts AND run.tenant_id = ANY(${tenants})
      RETURNING run.id`
    const ids = new Set(settled.map((row) => row.id))
    const results = settlements.flatMap((one) =>
      one.status === 'succeeded' && ids.has(one.runId) ? [resultRow(one.tenantId, one.runId, one.result)] : [],
    )
    // One parameter for all of them: the client's own walk over every value of every note costs more than the statement.
    await tx.$executeRaw`
      INSERT INTO result (id, tenant_id, run_id, output, facts, text, verification, provenance, usage)
      SELECT id, tenant_id, run_id, output, facts, text, verification, provenance, usage
      FROM jsonb_to_recordset(${JSON.stringify(results)}::jsonb) AS r(id text, tenant_id text, run_id text,
        output jsonb, facts jsonb, text jsonb, verification jsonb, provenance jsonb, usage jsonb)`
    await tx.$executeRaw`SELECT pg_notify('run_finished', id) FROM unnest(${[...ids]}::text[]) AS id`
    return [...ids]
  })
}

/** What a part leaves out is stored as an empty object. */
function resultRow(tenant_id: string, run_id: string, parts: ResultParts) {
  const { output, facts, text, verification, provenance, usage } = parts
  return {
    id: newId('result'),
    tenant_id,
    run_id,
    output: output ?? {},
    facts: facts ?? {},
    text: text ?? {},
    verification: verification ?? {},
    provenance: provenance ?? {},
    usage: usage ?? {},
  }
}
