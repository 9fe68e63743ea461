// Input and events -> what the model weighs and the rules need: history, popularity, rhythms, and what may or may not be chosen.
import type { FeatureArgs, RecordQuery, Serving } from '../../kit/vertical.ts'
import type { RecommendContent } from './content.ts'
import { type Basis, contextItems, type HistoryItem, historyOf, isFromItems, type Touch, touchesOf } from './history.ts'
import type { RecommendInput, Scenario } from './input.ts'
import { type Orders, ordersFrom, type Popular, popularFrom } from './popularity.ts'
import { type Rhythm, rhythmsOf } from './repurchase.ts'

const maxEvents = 500
/** Newest events of the whole shop: what popularity is worked out from where no model knows it, and what is trending. */
const maxRecent = 1500
/** Asked for on top of the limit, so that rules may drop some and the list stays full; more where a filter narrows. */
const spare = 50
const wideSpare = 250

export type ShopperHistory = {
  scenario: Scenario
  basis: Basis
  items: HistoryItem[]
  /** The last items touched, newest first; the transition matrix reads them. */
  recent: string[]
  /** Never chosen. */
  excluded: string[]
  /** Chosen from these alone, in the order given; null for the whole catalogue. */
  only: string[] | null
  /** Any of these levels of an item's category; null for all. */
  categories: string[] | null
  sensitive: string[]
  /** Whether the history's own items may be shown. */
  showsOwn: boolean
  k: number
  popular: Popular[]
  orders: Orders
  rhythms: Rhythm[]
  defaultIntervalDays: number
  /** What the shopper bought and shall not see again yet. */
  barredBought: string[]
  pinned: string[]
  asksNew: boolean
}

/** A shopper nobody knows: what trainers and benches begin from. */
export const noHistory: ShopperHistory = {
  scenario: 'home',
  basis: 'none',
  items: [],
  recent: [],
  excluded: [],
  only: null,
  categories: null,
  sensitive: [],
  showsOwn: false,
  k: spare,
  popular: [],
  orders: { count: 0, together: [] },
  rhythms: [],
  defaultIntervalDays: 30,
  barredBought: [],
  pinned: [],
  asksNew: false,
}

export function readsHistory(input: RecommendInput, { isServed }: Serving): Record<string, RecordQuery> {
  const needsRecent = !isServed || input.scenario === 'trending'
  return {
    // Every scenario: what was bought may have to be left out of any list.
    ...(input.personalization && input.user_ref
      ? { history: { collection: 'events', subject: input.user_ref, limit: maxEvents } }
      : {}),
    ...(needsRecent ? { recent: { collection: 'events', newest: true as const, limit: maxRecent } } : {}),
  }
}

export function historyFeatures(args: FeatureArgs<RecommendInput, RecommendContent>): ShopperHistory {
  const { input, content, records, asOf } = args
  const touches = touchesOf(input, records.history ?? [], asOf)
  const history = historyOf(input, touches)
  const page = contextItems(input).map((one) => one.item)
  const recent = records.recent ?? []
  const isBuyAgain = input.scenario === 'buy_again'
  const isNarrowed = Boolean(input.filters || input.context?.category) || content.filters.length > 0
  return {
    scenario: input.scenario,
    basis: history.basis,
    items: history.items,
    recent: history.recent,
    excluded: [...new Set([...(input.exclude?.item_ids ?? []), ...(input.scenario === 'rerank' ? [] : page)])],
    only: input.scenario === 'rerank' ? [...new Set(input.candidates ?? [])] : null,
    categories: categoriesOf(input),
    sensitive: content.sensitive_categories,
    showsOwn: isBuyAgain || input.scenario === 'rerank' || (content.repeats === 'always' && !isFromItems(input)),
    k: input.limit + (isNarrowed ? wideSpare : spare),
    popular: recent.length === 0 ? [] : popularFrom(recent, { asOf, halfLifeDays: content.trending.half_life_days }),
    // What is like an item is not what is bought with it.
    orders: ordersFrom(recent, input.scenario === 'similar' ? [] : speakingOf(history.items)),
    rhythms: isBuyAgain ? rhythmsOf(touches) : [],
    defaultIntervalDays: content.buy_again.default_interval_days,
    barredBought: barredBoughtOf(touches, input, content),
    pinned: content.pins.map((pin) => pin.item_id),
    asksNew: asksNew(input, content),
  }
}

/** At .8 a place, what comes after these says a hundredth. */
const maxSpeaking = 20
const speakingOf = (items: readonly HistoryItem[]) => items.slice(0, maxSpeaking).map((one) => one.item)

/** buy_again re-times what was bought instead; rerank leaves out only what the request says. The longer of the two windows holds. */
function barredBoughtOf(touches: readonly Touch[], input: RecommendInput, content: RecommendContent): string[] {
  if (input.scenario === 'buy_again') return []
  const own = content.repeats === 'never' ? Number.POSITIVE_INFINITY : (content.exclude_purchased_days ?? 0)
  const days = Math.max(input.exclude?.purchased_days ?? 0, input.scenario === 'rerank' ? 0 : own)
  const bought = touches.filter((one) => one.type === 'purchase' && one.age < days)
  return [...new Set(bought.map((one) => one.item))]
}

/** One list of levels, as far as that says it: where both narrow, the rules keep what meets both. */
function categoriesOf({ context, filters }: RecommendInput): string[] | null {
  if (context?.category) return [context.category]
  return filters && filters.categories.length > 0 ? filters.categories : null
}

function asksNew({ scenario }: RecommendInput, { new_items: fresh }: RecommendContent): boolean {
  return (scenario === 'home' || scenario === 'similar') && fresh.max_share > 0
}
