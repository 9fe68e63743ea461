// The output of a recommendation as it is stored and sent: the contract between this pack and whoever reads its results.
import { z } from 'zod'
import { scenarios } from './input.ts'

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })

const sources = [
  'model',
  'content',
  'co_purchase',
  'popularity',
  'trending',
  'repurchase',
  'pin',
  'exploration',
  'given',
] as const
export type Source = (typeof sources)[number]

const strategies = [
  'history',
  'session',
  'context',
  'content',
  'records',
  'popularity',
  'trending',
  'repurchase',
  'given',
] as const
export type Strategy = (typeof strategies)[number]

const relations = ['bought', 'liked', 'carted', 'viewed', 'page', 'cart'] as const
export type Relation = (typeof relations)[number]

const evidenceSchema = z.object({
  item_id: z.string(),
  title: localized,
  relation: z.enum(relations).describe('What the shopper, the page or the cart has to do with it'),
  /** What that item adds to `base_score`; null where no sum was made, as for pairs counted in orders. */
  contribution: z.number().nullable(),
  /** Of all that speaks for the item, 0–1. */
  share: z.number().nullable(),
  /** Of the orders with the evidence, those that hold this item too; null where fewer than 50 hold both. */
  co_purchase_rate: z.number().nullable(),
  lift: z.number().nullable(),
  /** Orders that hold both. */
  support: z.number().nullable(),
})
export type Evidence = z.infer<typeof evidenceSchema>

const reasonTypes = [
  'because_you_bought',
  'goes_with',
  'similar_content',
  'popular',
  'new',
  'pinned',
  'as_given',
] as const
export type ReasonType = (typeof reasonTypes)[number]

const itemSchema = z.object({
  item_id: z.string(),
  rank: z.int(),
  score: z.number().describe('After boosts'),
  base_score: z.number().describe('Before boosts'),
  source: z.enum(sources),
  reason: z.object({ type: z.enum(reasonTypes), evidence: evidenceSchema.nullable() }),
  text: localized.describe('For the shopper'),
  boosts: z.array(z.string()),
  propensity: z.number().describe('With which this item took this place, given the places before it'),
  is_new: z.boolean(),
  title: localized,
  brand: z.string().nullable(),
  category_path: z.array(z.string()),
  price: z.string().nullable(),
  currency: z.string().nullable(),
  image_url: z.string().nullable(),
  repurchase: z.object({ interval_days: z.number(), last_days: z.number(), due: z.number() }).nullable(),
})

export const recommendOutput = z.object({
  recommendation_id: z.string().describe('The run’s id: send it with the events that follow'),
  scenario: z.enum(scenarios),
  items: z.array(itemSchema),
  rules: z.object({
    candidates: z.int(),
    dropped: z.array(z.object({ rule: z.string(), title: localized, count: z.int() })),
    pinned: z.array(z.string()),
  }),
  diversity: z.object({
    lambda: z.number(),
    /** 1 − the mean similarity of two shown items; null with fewer than two. */
    intra_list: z.number().nullable(),
    /** First-level categories shown, of those that were to be had. */
    category_coverage: z.number().nullable(),
  }),
  exploration: z.object({ share: z.number(), places: z.int() }),
  cold_start: z.object({ user: z.boolean(), strategy: z.enum(strategies) }),
  fallback_used: z.boolean().describe('The scenario could not be answered in its own way'),
  personalization: z.object({ asked: z.boolean(), used: z.boolean() }),
  is_short: z.boolean().describe('Fewer items than asked for passed the rules'),
  experiment: z.object({ id: z.string(), variant: z.string() }).nullable(),
})
export type RecommendOutput = z.infer<typeof recommendOutput>
