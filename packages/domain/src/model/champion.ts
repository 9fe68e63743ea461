// The champion of a task for each of these tenants: its own, or the built-in one until it has trained its own; and the candidate that runs
// in its shadow. Cards are immutable, so each is read and parsed once.
import { type ModelCard, modelCardSchema } from '@guildhall/contracts/model-card'
import type { Tx } from '@guildhall/db/client'
import { withTenant } from '@guildhall/db/scope'
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
  tx: Tx,
  options: { tenantIds: readonly string[]; vertical: string; task: string },
): Promise<Map<string, Serving>> {
  const { vertical, task } = options
  const rows = await tx.modelVersion.findMany({
    where: {
      OR: [{ state: 'champion' }, { state: 'candidate', shadowShare: { gt: 0 } }],
      model: { vertical, task },
    },
    select: {
      id: true,
      tenantId: true,
      modelId: true,
      number: true,
      state: true,
      artifactSha256: true,
      shadowShare: true,
      model: { select: { name: true } },
    },
    orderBy: { number: 'desc' },
  })
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

type VersionRow = { id: string; modelId: string; number: number; artifactSha256: string; model: { name: string } }

/** These versions with their cards, by id; null for an id that is not among them. */
export async function loadChampions(tx: Tx, rows: readonly VersionRow[]): Promise<(id: string) => Champion | null> {
  await loadCards(tx, rows)
  const champions = rows.flatMap(({ id, modelId, number: version, artifactSha256: sha256, model }) => {
    const card = cards.get(id)
    return card ? [[id, { versionId: id, modelId, name: model.name, version, sha256, card }] as const] : []
  })
  const byId = new Map<string, Champion>(champions)
  return (id) => byId.get(id) ?? null
}

async function loadCards(tx: Tx, rows: readonly { id: string }[]): Promise<void> {
  const missing = rows.filter((row) => !cards.has(row.id)).map((row) => row.id)
  if (missing.length === 0) return
  const found = await tx.modelVersion.findMany({ where: { id: { in: missing } }, select: { id: true, card: true } })
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
  return withTenant(tenantId, async (tx) => {
    const serving = await servingOf(tx, { tenantIds: [tenantId], vertical, task })
    return serving.get(tenantId)?.champion ?? null
  })
}
