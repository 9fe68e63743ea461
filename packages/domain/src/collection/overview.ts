// All collections of a tenant: how many records, about how many subjects, from when to when.
import { type CollectionObject, collectionList } from '@guildhall/contracts/collection'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { verticalsOf } from '../vertical/switched.ts'

export const listCollections = defineVerb({
  name: 'collection.list',
  scope: 'collections:write',
  isRead: true,
  input: z.strictObject({}),
  output: collectionList,
  run: async ({ actor, tx }) => {
    const counted = await countsOf(tx, actor.tenantId)
    const verticals = await verticalsOf(tx, actor.tenantId)
    const data = verticals.flatMap((vertical) =>
      vertical.collections.map((collection): CollectionObject => {
        const own = counted.get(collection.name)
        return {
          id: collection.name,
          object: 'collection',
          vertical: vertical.slug,
          title: collection.title,
          summary: collection.summary,
          rows: own?.rows ?? 0,
          subjects: own?.subjects ?? 0,
          first_at: own?.firstAt?.toISOString() ?? null,
          last_at: own?.lastAt?.toISOString() ?? null,
        }
      }),
    )
    return { object: 'list' as const, data, has_more: false, next_cursor: null }
  },
})

type Counted = { collection: string; rows: number; subjects: number; firstAt: Date | null; lastAt: Date | null }

async function countsOf(tx: Tx, tenantId: string): Promise<Map<string, Counted>> {
  const rows = await tx.$queryRaw<Counted[]>`
    SELECT collection, count(*)::int AS rows, count(DISTINCT subject)::int AS subjects, min(at) AS "firstAt", max(at) AS "lastAt"
    FROM record WHERE tenant_id = ${tenantId} GROUP BY collection`
  return new Map(rows.map((row) => [row.collection, row]))
}

/** Records there now, for thresholds; cheaper than the overview. */
export async function countRecords(tx: Tx, tenantId: string, names: readonly string[]): Promise<number> {
  return tx.record.count({ where: { tenantId, collection: { in: [...names] } } })
}
