// Titles of items in both languages, from the catalogue's records.
import { itemTitles, itemTitlesInput } from '@guildhall/contracts/shop'
import type { Tx } from '@guildhall/db/client'
import { defineVerb } from '../verb.ts'

type Title = { en: string; 'zh-CN': string }

/** By item id; an item that is not in the catalogue is left out. A title in one language stands for both. */
export async function titlesOf(tx: Tx, tenantId: string, itemIds: readonly string[]): Promise<Map<string, Title>> {
  const rows = await tx.$queryRaw<{ key: string; en: string; zh: string }[]>`
    SELECT key, coalesce(body #>> '{title,en}', body #>> '{title,zh-CN}', body #>> '{title,zh}', body ->> 'title') AS en,
      coalesce(body #>> '{title,zh-CN}', body #>> '{title,zh}', body #>> '{title,en}', body ->> 'title') AS zh
    FROM record WHERE tenant_id = ${tenantId} AND collection = 'items' AND key = ANY(${[...new Set(itemIds)]})`
  return new Map(rows.map(({ key, en, zh }) => [key, { en, 'zh-CN': zh }]))
}

export const getItemTitles = defineVerb({
  name: 'shop.titles',
  scope: 'templates:read',
  isRead: true,
  input: itemTitlesInput,
  output: itemTitles,
  run: async ({ actor, tx }, { ids }) => {
    const titles = await titlesOf(tx, actor.tenantId, ids)
    return { object: 'item_titles' as const, titles: [...titles].map(([item_id, title]) => ({ item_id, title })) }
  },
})
