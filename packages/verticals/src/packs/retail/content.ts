// The template's content: how a merchandiser steers recommendations. Every field beyond the first three has a default, so contents that were
// published before a rule existed still serve.
import { z } from 'zod'
import { localizedSchema } from '../../kit/localized.ts'
import type { InputFault } from '../../kit/vertical.ts'
import { conditionSchema } from './condition.ts'
import { scenarios } from './input.ts'

const itemId = z.string().min(1).max(200)
const names = z.array(z.string().min(1).max(200)).max(100)

const filterSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]{1,40}$/, 'must be lower case letters, digits and _'),
  title: localizedSchema.describe('Names the rule where it says what it dropped'),
  keeps: conditionSchema.describe('Items for which this does not hold are left out'),
})

const boostSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]{1,40}$/, 'must be lower case letters, digits and _'),
  where: conditionSchema,
  factor: z.number().min(0.01).max(100).describe('Above 1 lifts, below 1 buries'),
})

const pinSchema = z.strictObject({ item_id: itemId, rank: z.int().min(1).max(100) })

export const recommendContent = z.strictObject({
  in_stock_only: z.boolean().describe('Items whose record says in_stock false are left out'),
  repeats: z
    .enum(['never', 'always'])
    .describe('Whether a list may show what the shopper has bought; buy_again always does'),
  excluded_categories: names.describe('Any level of category_path'),
  scenario: z
    .enum(scenarios)
    .nullable()
    .default(null)
    .describe('What requests of this template are for; null takes any'),
  exclude_purchased_days: z.int().min(0).max(3650).nullable().default(null),
  filters: z.array(filterSchema).max(20).default([]),
  age_attribute: z.string().min(1).max(60).nullable().default('min_age').describe('Attribute with the least age'),
  country_attribute: z
    .string()
    .min(1)
    .max(60)
    .nullable()
    .default('countries')
    .describe('Attribute with the countries an item may be sold in, as "DE, FR"; items without it go everywhere'),
  boosts: z.array(boostSchema).max(20).default([]),
  pins: z.array(pinSchema).max(20).default([]),
  buried: z.array(itemId).max(200).default([]).describe('Shown only after everything else'),
  caps: z
    .strictObject({
      per_brand: z.int().min(1).max(100).nullable().default(null),
      per_category: z.int().min(1).max(100).nullable().default(null).describe('By the first level of category_path'),
    })
    .prefault({}),
  diversity: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('Lambda of maximal marginal relevance; a request may say its own'),
  exploration: z
    .strictObject({ share: z.number().min(0).max(0.5).default(0) })
    .prefault({})
    .describe('Share of places given to a random eligible item, with its propensity'),
  support_floor: z
    .int()
    .min(2)
    .max(1000)
    .default(3)
    .describe('Orders that must hold both items before they count as bought together'),
  complements_only: z
    .boolean()
    .default(false)
    .describe('cart: leaves out items of the last category level of what is in the cart'),
  new_items: z
    .strictObject({
      max_share: z.number().min(0).max(1).default(0.2).describe('Of the places of a list'),
      weight: z.number().min(0).max(5).default(1).describe('Of content similarity against the model’s best score'),
    })
    .prefault({}),
  content_weight: z
    .number()
    .min(0)
    .max(5)
    .default(0)
    .describe('The same for items the model knows, as on a page of similar items'),
  trending: z.strictObject({ half_life_days: z.number().gt(0).max(365).default(7) }).prefault({}),
  buy_again: z
    .strictObject({
      default_interval_days: z
        .number()
        .min(1)
        .max(365)
        .default(30)
        .describe('Where neither shopper nor item has a rhythm yet'),
      from_due: z.number().min(0).max(2).default(0.6).describe('Share of the interval that must have passed'),
    })
    .prefault({}),
  attribution_days: z
    .int()
    .min(1)
    .max(90)
    .default(7)
    .describe('How long after a list was served a purchase of an item in it counts for it'),
  sensitive_categories: names.default([]).describe('Never read of a history and never given as a reason'),
})
export type RecommendContent = z.output<typeof recommendContent>

export const defaultContent: RecommendContent = recommendContent.parse({
  in_stock_only: true,
  repeats: 'never',
  excluded_categories: [],
})

/** Ids that name two rules would count under one name; two pins on one place cannot both hold. */
export function faultsOfContent(content: RecommendContent): InputFault[] {
  const twice = (values: readonly (string | number)[]) => values.findIndex((value, at) => values.indexOf(value) < at)
  const faults: InputFault[] = []
  const refuse = (list: string, at: number, part: string) =>
    at >= 0 && faults.push({ path: `${list}.${at}.${part}`, message: 'stands there twice', fix: 'Give each its own' })
  refuse('filters', twice(content.filters.map((one) => one.id)), 'id')
  refuse('boosts', twice(content.boosts.map((one) => one.id)), 'id')
  refuse('pins', twice(content.pins.map((one) => one.rank)), 'rank')
  refuse('pins', twice(content.pins.map((one) => one.item_id)), 'item_id')
  return faults
}
