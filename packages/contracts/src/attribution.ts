// What recommendations led to: clicks and purchases tied back to the list that showed the item, summed per template version and variant.
import { z } from 'zod'
import { idSchema } from './ids.ts'

export const attributionLimits = {
  defaultWindowDays: 7,
  maxWindowDays: 90,
  /** The newest so many lists, and the newest so many events, are read; `is_truncated` says when there were more. */
  maxServed: 50_000,
  maxEvents: 200_000,
} as const

export const windowDays = z.coerce
  .number()
  .int()
  .min(1)
  .max(attributionLimits.maxWindowDays)
  .describe('How long after a list was served a purchase of an item in it counts for it')

export const attributionInput = z.strictObject({
  template: z.string().max(100).optional().describe('Slug or id; all that answer with lists when left out'),
  experiment: idSchema('experiment').optional(),
  days: z.coerce.number().int().min(1).max(730).default(30).describe('Lists served since then'),
  window_days: windowDays.optional().describe("The template's own, else 7"),
})

const share = z.number().nullable().describe('A fraction; null where nothing was served')

/** Shoppers are told apart by `user_ref` or session; lists without either count as one shopper each. */
const served = z.object({
  template: z.string(),
  version: z.int(),
  experiment: z.string().nullable(),
  variant: z.enum(['a', 'b']).nullable(),
  lists: z.int(),
  shoppers: z.int(),
  sessions: z.int().describe('A pause of 30 minutes between lists of one shopper begins another session'),
  clicked_lists: z.int(),
  click_rate: share.describe('Lists with a click / lists'),
  purchases: z.int(),
  buyers: z.int().describe('Shoppers with a purchase that counts'),
  conversion: share.describe('Buyers / shoppers'),
  revenue: z.number().describe('Sum of `value` of those purchases, in the unit of your events'),
  unpriced: z.int().describe('Purchases without a value; they are in no revenue'),
  revenue_per_session: z.number().nullable(),
})

export const attributionObject = z.object({
  object: z.literal('attribution'),
  window_days: z.int(),
  since: z.iso.datetime(),
  is_truncated: z.boolean(),
  /** Purchases in the span, tied to a list or not. */
  purchases: z.int(),
  rows: z.array(served),
})
export type AttributionObject = z.infer<typeof attributionObject>
