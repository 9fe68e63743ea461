// What a shop sends for recommendations. `user_ref` is the shop's own pseudonym; nothing else about a person is asked for, and with
// `personalization: false` neither the history nor the session is read.
import { z } from 'zod'
import { conditionSchema } from './condition.ts'

export const scenarios = ['home', 'similar', 'bought_together', 'cart', 'trending', 'rerank', 'buy_again'] as const
export type Scenario = (typeof scenarios)[number]

export const eventTypes = ['view', 'cart', 'purchase', 'like'] as const
export type EventType = (typeof eventTypes)[number]

const itemId = z.string().min(1).max(200)
const itemIds = z.array(itemId).max(100).default([])

const sessionSchema = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(200)
    .nullish()
    .describe('Your session id; experiments assign by it where there is no user_ref'),
  events: z
    .array(
      z.strictObject({
        item_id: itemId,
        type: z.enum(eventTypes).default('view'),
        ts: z.iso.datetime({ offset: true }).nullish().describe('Left out: now, the last of the list is the newest'),
      }),
    )
    .max(100)
    .default([])
    .describe('What an anonymous or signed-in shopper did in this session and is not in your events yet'),
})

const contextSchema = z.strictObject({
  item_ids: itemIds.describe('Items on the page'),
  cart: itemIds.describe('Items in the cart'),
  category: z.string().min(1).max(200).nullish().describe('Any level of category_path; only its items are shown'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code of two letters')
    .nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code')
    .nullish(),
  locale: z.string().max(35).nullish(),
  verified_age: z
    .int()
    .min(0)
    .max(150)
    .nullish()
    .describe('The age your shop has verified; unknown hides what has an age limit'),
})

const filtersSchema = z.strictObject({
  categories: z.array(z.string().min(1).max(200)).max(50).default([]),
  brands: z.array(z.string().min(1).max(200)).max(50).default([]),
  price: z
    .strictObject({ min: z.number().min(0).nullish(), max: z.number().min(0).nullish() })
    .nullish()
    .describe('In context.currency; items in another currency or without a price are left out'),
  attributes: z.record(z.string().max(60), z.union([z.string().max(200), z.number(), z.boolean()])).default({}),
  in_stock: z.boolean().nullish(),
})

const boostSchema = z.strictObject({
  where: conditionSchema,
  factor: z.number().min(0.01).max(100).describe('Above 1 lifts, below 1 buries'),
})

export const recommendInput = z
  .strictObject({
    scenario: z.enum(scenarios).default('home'),
    user_ref: z.string().min(1).max(200).nullish().describe('As in the events you sent'),
    session: sessionSchema.nullish(),
    context: contextSchema.nullish(),
    candidates: z.array(itemId).max(500).nullish().describe('rerank: the items to put in order'),
    limit: z.int().min(1).max(100).default(10),
    filters: filtersSchema.nullish(),
    boosts: z.array(boostSchema).max(20).nullish(),
    exclude: z
      .strictObject({
        item_ids: z.array(itemId).max(500).default([]),
        purchased_days: z.int().min(0).max(3650).nullish().describe('Leaves out what was bought in so many days'),
      })
      .nullish(),
    diversity: z
      .number()
      .min(0)
      .max(1)
      .nullish()
      .describe('0: by score alone; 1: as different as can be. Left out: the template’s'),
    personalization: z
      .boolean()
      .default(true)
      .describe('false: popularity and content only, nothing of the shopper is read'),
    experiment: z.strictObject({ id: z.string().min(1).max(100), variant: z.string().min(1).max(100) }).nullish(),
  })
  .superRefine((input, context) => {
    for (const { path, message, fix } of lacksOf(input)) {
      context.addIssue({ code: 'custom', path, message, params: { fix } })
    }
  })
export type RecommendInput = z.output<typeof recommendInput>

type Asked = {
  scenario: Scenario
  user_ref?: string | null | undefined
  session?: { events: readonly unknown[] } | null | undefined
  context?: { item_ids: readonly string[]; cart: readonly string[] } | null | undefined
  candidates?: readonly string[] | null | undefined
  filters?:
    | { price?: { min?: number | null | undefined; max?: number | null | undefined } | null | undefined }
    | null
    | undefined
}

/** What a scenario cannot begin without. */
function lacksOf(input: Asked): { path: string[]; message: string; fix: string }[] {
  const { scenario, context, candidates, filters } = input
  const lacks: { path: string[]; message: string; fix: string }[] = []
  const given = (context?.item_ids.length ?? 0) + (context?.cart.length ?? 0)
  const startsFromItems = scenario === 'similar' || scenario === 'cart' || scenario === 'bought_together'
  if (startsFromItems && given === 0)
    lacks.push({
      path: ['context', scenario === 'cart' ? 'cart' : 'item_ids'],
      message: `is empty, but ${scenario} starts from items`,
      fix: 'Send the items on the page or in the cart',
    })
  if (scenario === 'buy_again' && !input.user_ref && (input.session?.events.length ?? 0) === 0)
    lacks.push({
      path: ['user_ref'],
      message: 'is missing, but buy_again starts from a history',
      fix: 'Send the shopper as in your events',
    })
  if (scenario === 'rerank' && (candidates?.length ?? 0) === 0)
    lacks.push({
      path: ['candidates'],
      message: 'is empty, but rerank puts given items in order',
      fix: 'Send the item ids to put in order',
    })
  const { min, max } = filters?.price ?? {}
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    lacks.push({ path: ['filters', 'price', 'max'], message: 'is below min', fix: 'Send max at least as large as min' })
  return lacks
}
