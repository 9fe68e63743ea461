// The champion of a task for each of these tenants: its own, or the built-in one until it has trained its own; and the candidate that runs
// in its shadow. Cards are immutable, so each is read and parsed once.
import { type ModelCard, modelCardSchema } from '@guildhall/contracts/model-card'
import { sql } from '@guildhall/db/client'
import { withTenantSql } from '@guildhall/db/scope'
import type { Sql } from '@guildhall/db/sql'
import { LRUCache } from 'lru-cache'

export type Champion = {
  versionId: string
  modelId: string
  name: string
  version: number
  sha256: string
  card: ModelCard
}
export type ShadowCandidate = Champion & { share: number }
export type Serving = { champion: Champion | null; shadow: ShadowCandidate | null }

// A card lists its catalogue: ten thousand items are 200 KB.
const cards = new LRUCache<string, ModelCard>({ max: 500 })

/** Keyed by tenant id. The transaction must be scoped to all of them. */
export async function servingOf(
  tx: Sql,
  options: { tenantIds: readonly string[]; vertical: string; task: string },
): Promise<Map<string, Serving>> {
  const { vertical, task } = options
  const rows = await tx.$queryRaw<(VersionRow & { tenantId: string | null; state: string; shadowShare: number })[]>`
    SELECT ${versionColumns}, v.tenant_id AS "tenantId", v.state, v.shadow_share AS "shadowShare"
    FROM model_version v JOIN model ON model.id = v.model_id
    WHERE (v.state = 'champion' OR (v.state = 'candidate' AND v.shadow_share > 0))
      AND model.vertical = ${vertical} AND model.task = ${task}
    ORDER BY v.number DESC`
  const championOf = await loadChampions(tx, rows)
  return new Map(
    options.tenantIds.map((tenantId) => {
      const champions = rows.filter((row) => row.state === 'champion')
      const own = champions.find((row) => row.tenantId === tenantId) ?? champions.find((row) => row.tenantId === null)
      const candidate = rows.find((row) => row.state === 'candidate' && row.tenantId === tenantId)
      const shadow = candidate ? championOf(candidate.id) : null
      return [
        tenantId,
        {
          champion: own ? championOf(own.id) : null,
          shadow: shadow && candidate ? { ...shadow, share: candidate.shadowShare } : null,
        },
      ]
    }),
  )
}

export type VersionRow = { id: string; modelId: string; number: number; sha256: string; name: string }

/** Of `model_version v JOIN model`. */
export const versionColumns = sql`v.id, v.model_id AS "modelId", v.number, v.artifact_sha256 AS sha256, model.name`

/** These versions with their cards, by id; null for an id that is not among them. */
export async function loadChampions(tx: Sql, rows: readonly VersionRow[]): Promise<(id: string) => Champion | null> {
  await loadCards(tx, rows)
  const champions = rows.flatMap(({ id, modelId, number: version, sha256, name }) => {
    const card = cards.get(id)
    return card ? [[id, { versionId: id, modelId, name, version, sha256, card }] as const] : []
  })
  const byId = new Map<string, Champion>(champions)
  return (id) => byId.get(id) ?? null
}

async function loadCards(tx: Sql, rows: readonly { id: string }[]): Promise<void> {
  const missing = rows.filter((row) => !cards.has(row.id)).map((row) => row.id)
  if (missing.length === 0) return
  const found = await tx.$queryRaw<{ id: string; card: unknown }[]>`
    SELECT id, card FROM model_version WHERE id = ANY(${missing})`
  for (const row of found) cards.set(row.id, modelCardSchema.parse(row.card))
}

/** What serves one tenant now, for trainings to compare with. */
export function readChampion({
  tenantId,
  vertical,
  task,
}: {
  tenantId: string
  vertical: string
  task: string
}): Promise<Champion | null> {
  return withTenantSql(tenantId, async (tx) => {
    const serving = await servingOf(tx, { tenantIds: [tenantId], vertical, task })
    return serving.get(tenantId)?.champion ?? null
  })
}
