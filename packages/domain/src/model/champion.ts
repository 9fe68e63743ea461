// The champion of a task for each of these tenants: its own, or the built-in one until it has trained its own.
import { type ModelCard, modelCardSchema } from '@guildhall/contracts/model-card'
import type { Tx } from '@guildhall/db/client'

export type Champion = {
  modelId: string
  name: string
  version: number
  sha256: string
  card: ModelCard
}

/** Keyed by tenant id; a tenant without any champion is absent. The transaction must be scoped to all of them. */
export async function championsOf(
  tx: Tx,
  options: { tenantIds: readonly string[]; vertical: string; task: string },
): Promise<Map<string, Champion>> {
  const { vertical, task } = options
  const rows = await tx.modelVersion.findMany({
    where: { state: 'champion', model: { vertical, task } },
    include: { model: { select: { name: true } } },
  })
  const byTenant = new Map(rows.map((row) => [row.tenantId, row]))
  const found = new Map<string, Champion>()
  for (const tenantId of options.tenantIds) {
    const row = byTenant.get(tenantId) ?? byTenant.get(null)
    if (!row) continue
    found.set(tenantId, {
      modelId: row.modelId,
      name: row.model.name,
      version: row.number,
      sha256: row.artifactSha256,
      card: modelCardSchema.parse(row.card),
    })
  }
  return found
}
