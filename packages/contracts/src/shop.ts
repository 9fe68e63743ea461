// The merchandiser's page on the wire: one shopper's history, who was there lately, and how varied what was served is.
import { z } from 'zod'

const title = z.object({ en: z.string(), 'zh-CN': z.string() })

export const shopHistoryInput = z.strictObject({
  user_ref: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(200).default(30),
})
export const shopHistory = z.object({
  object: z.literal('shop_history'),
  user_ref: z.string(),
  events: z.array(
    z.object({
      item_id: z.string(),
      title: title.nullable().describe('null where the catalogue has no such item'),
      type: z.string(),
      at: z.iso.datetime().nullable(),
      value: z.number().nullable(),
      recommendation_id: z.string().nullable(),
    }),
  ),
})

export const recentShoppersInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(12),
})
export const recentShoppers = z.object({
  object: z.literal('recent_shoppers'),
  /** Of the newest so many events. */
  events: z.int(),
  shoppers: z.array(z.object({ user_ref: z.string(), events: z.int(), last_at: z.iso.datetime().nullable() })),
})

export const itemTitlesInput = z.strictObject({ ids: z.array(z.string().max(200)).max(300) })
export const itemTitles = z.object({
  object: z.literal('item_titles'),
  titles: z.array(z.object({ item_id: z.string(), title })),
})

export const servedInput = z.strictObject({
  template: z.string().max(100).optional().describe('Slug or id'),
  days: z.coerce.number().int().min(1).max(365).default(30),
})
const share = z.number().nullable().describe('A fraction; null where nothing was served')
export const servedFigures = z.object({
  object: z.literal('served_figures'),
  lists: z.int(),
  shoppers: z.int(),
  catalogue: z.int(),
  shown_items: z.int(),
  coverage: share.describe('Items shown at least once / items of the catalogue'),
  gini: share.describe('Of how often each item of the catalogue was shown: 0 all alike, 1 one item only'),
  top_decile_share: share.describe('Places that the most shown tenth of the catalogue took'),
  repetition: share.describe('Places whose item the same shopper was shown in the list before'),
  cold_share: share.describe('Lists for shoppers of whom nothing was known'),
  fallback_share: share,
  short_share: share.describe('Lists with fewer items than asked for'),
  strategies: z.array(z.object({ strategy: z.string(), lists: z.int() })),
  top: z.array(z.object({ item_id: z.string(), title: title.nullable(), shown: z.int(), share: z.number() })),
  dropped: z.array(z.object({ rule: z.string(), title: title.nullable(), count: z.int() })),
  is_truncated: z.boolean(),
})
export type ServedFigures = z.infer<typeof servedFigures>
