// Ends runs, many at a time: state and result in one transaction, only for claims that are still the latest.
import { newId } from '@guildhall/contracts/ids'
import { withTenants } from '@guildhall/db/scope'
import type { z } from 'zod'

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

type Json = NonNullable<z.infer<ReturnType<typeof z.json>>>

/** Guarantee: what a composer made is plain data. A schema's walk over a note of thirty kilobytes costs four times this. */
function json(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? {})) as Json
}

/** Stores what is still owed and tells listeners on `run_finished`. Returns the ids that were settled by this call. */
export function settleRuns(settlements: readonly Settlement[]): Promise<string[]> {
  const tenants = [...new Set(settlements.map((one) => one.tenantId))]
  return withTenants(tenants, async (tx) => {
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
      one.status === 'succeeded' && ids.has(one.runId)
        ? [
            {
              id: newId('result'),
              tenantId: one.tenantId,
              runId: one.runId,
              output: json(one.result.output),
              facts: json(one.result.facts),
              text: json(one.result.text),
              verification: json(one.result.verification),
              provenance: json(one.result.provenance),
              usage: json(one.result.usage),
            },
          ]
        : [],
    )
    if (results.length > 0) await tx.result.createMany({ data: results })
    for (const id of ids) await tx.$executeRaw`SELECT pg_notify('run_finished', ${id})`
    return [...ids]
  })
}
