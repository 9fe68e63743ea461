// What a shopper did, newest first, and who was there lately. Histories are about people: whoever may not write records does not see them.
import { recentShoppers, recentShoppersInput, shopHistory, shopHistoryInput } from '@guildhall/contracts/shop'
import { defineVerb } from '../verb.ts'
import { titlesOf } from './titles.ts'

const recentEvents = 2000

type EventRow = { item: string; type: string; at: Date | null; value: number | null; recommendation: string | null }

export const getShopHistory = defineVerb({
  name: 'shop.history',
  scope: 'collections:write',
  isRead: true,
  input: shopHistoryInput,
  output: shopHistory,
  run: async ({ actor, tx }, { user_ref, limit }) => {
    const { tenantId } = actor
    const rows = await tx.$queryRaw<EventRow[]>`
      SELECT body ->> 'item_id' AS item, coalesce(body ->> 'type', 'purchase') AS type, at, (body ->> 'value')::float8 AS value,
        body ->> 'recommendation_id' AS recommendation
      FROM record WHERE tenant_id = ${tenantId} AND collection = 'events' AND subject = ${user_ref}
      ORDER BY at DESC NULLS LAST LIMIT ${limit}`
    const titles = await titlesOf(
      tx,
      tenantId,
      rows.map((row) => row.item),
    )
    return {
      object: 'shop_history' as const,
      user_ref,
      events: rows.map(({ item, type, at, value, recommendation }) => ({
        item_id: item,
        title: titles.get(item) ?? null,
        type,
        at: at?.toISOString() ?? null,
        value,
        recommendation_id: recommendation,
      })),
    }
  },
})

type ShopperRow = { user_ref: string; events: number; lastAt: Date | null }

export const listRecentShoppers = defineVerb({
  name: 'shop.shoppers',
  scope: 'collections:write',
  isRead: true,
  input: recentShoppersInput,
  output: recentShoppers,
  run: async ({ actor, tx }, { limit }) => {
    const rows = await tx.$queryRaw<ShopperRow[]>`
      SELECT subject AS user_ref, count(*)::int AS events, max(at) AS "lastAt" FROM (
        SELECT subject, at FROM record WHERE tenant_id = ${actor.tenantId} AND collection = 'events' AND subject IS NOT NULL
        ORDER BY at DESC NULLS LAST LIMIT ${recentEvents}
      ) AS recent GROUP BY subject ORDER BY max(at) DESC NULLS LAST LIMIT ${limit}`
    return {
      object: 'recent_shoppers' as const,
      events: recentEvents,
      shoppers: rows.map(({ lastAt, ...row }) => ({ ...row, last_at: lastAt?.toISOString() ?? null })),
    }
  },
})
