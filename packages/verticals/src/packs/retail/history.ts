// Events and what is on the page -> the history the model weighs: per item how long ago it was touched, how strongly, and by what.
import type { TenantRecord } from '../../kit/vertical.ts'
import { type EventType, eventTypes, type RecommendInput } from './input.ts'
import type { Relation } from './output.ts'

/** The newest distinct items that count; the graph is asked for no more slots. Rhythms are of all that was bought. */
const maxItems = 50
const maxBuyAgain = 200
const msPerDay = 86_400_000
/** A view is a weaker word than a purchase; the strongest event of an item counts. */
const strength: Record<EventType, number> = { purchase: 1, cart: 0.9, like: 0.8, view: 0.3 }
const relationOf: Record<EventType, Relation> = { purchase: 'bought', like: 'liked', cart: 'carted', view: 'viewed' }

/** `age` in days before the run. */
export type Touch = { item: string; type: EventType; age: number }

/** `ages` one per event, newest first. */
export type HistoryItem = { item: string; ages: number[]; weight: number; relation: Relation }
export type Basis = 'history' | 'session' | 'context' | 'none'
export type History = { basis: Basis; items: HistoryItem[]; recent: string[] }

/** Newest first: the session's events stand before those that were stored, unless they say another time. */
export function touchesOf(input: RecommendInput, stored: readonly TenantRecord[], asOf: string): Touch[] {
  if (!input.personalization) return []
  const now = Date.parse(asOf)
  const session = (input.session?.events ?? []).map((event) => ({
    item: event.item_id,
    type: event.type,
    age: event.ts ? ageOf(event.ts, now) : 0,
  }))
  const known = touchesOfRecords(stored, asOf)
  return [...session.toReversed(), ...known].sort((a, b) => a.age - b.age)
}

export function touchesOfRecords(records: readonly TenantRecord[], asOf: string): Touch[] {
  const now = Date.parse(asOf)
  return records.flatMap(({ body }) => {
    const age = ageOf(String(body.ts), now)
    const type = eventTypes.find((one) => one === body.type) ?? 'purchase'
    return typeof body.item_id === 'string' && !Number.isNaN(age) ? [{ item: body.item_id, type, age }] : []
  })
}

const ageOf = (ts: string, now: number) => Math.max(0, (now - Date.parse(ts)) / msPerDay)

/** What speaks in this scenario: the shopper's own touches, or the items of the page or the cart. */
export function historyOf(input: RecommendInput, touches: readonly Touch[]): History {
  const page = contextItems(input)
  const startsFromItems = isFromItems(input)
  if (startsFromItems || (touches.length === 0 && page.length > 0)) {
    const items = page.slice(0, maxItems)
    return { basis: items.length > 0 ? 'context' : 'none', items, recent: items.slice(0, 5).map((one) => one.item) }
  }
  const byItem = new Map<string, HistoryItem>()
  for (const { item, type, age } of touches) {
    const known = byItem.get(item)
    if (!known) byItem.set(item, { item, ages: [age], weight: strength[type], relation: relationOf[type] })
    else {
      known.ages.push(age)
      if (strength[type] > known.weight) {
        known.weight = strength[type]
        known.relation = relationOf[type]
      }
    }
  }
  const items = [...byItem.values()].slice(0, input.scenario === 'buy_again' ? maxBuyAgain : maxItems)
  const isStored = touches.length > (input.session?.events.length ?? 0)
  const basis = items.length === 0 ? 'none' : isStored ? 'history' : 'session'
  return { basis, items, recent: touches.slice(0, 5).map((one) => one.item) }
}

/** An older touch says less: each place back in the history counts this much of the one before. */
const fading = 0.8

/** Weights that sum to 1, where no model has learned any: by how strong a touch is and how many came after it. */
export function fadingWeights(items: readonly HistoryItem[]): Map<string, number> {
  const own = items.map((one, place) => one.weight * fading ** place)
  const total = own.reduce((sum, one) => sum + one, 0) || 1
  return new Map(items.map((one, at) => [one.item, (own[at] ?? 0) / total]))
}

export const isFromItems = ({ scenario }: RecommendInput): boolean =>
  scenario === 'similar' || scenario === 'cart' || scenario === 'bought_together'

/** The cart speaks first for what goes with it, the page first for what is like it. */
export function contextItems({ scenario, context }: RecommendInput): HistoryItem[] {
  const as = (relation: Relation) => (item: string) => ({ item, ages: [0], weight: 1, relation })
  const page = (context?.item_ids ?? []).map(as('page'))
  const cart = (context?.cart ?? []).map(as('cart'))
  const ordered = scenario === 'cart' ? [...cart, ...page] : [...page, ...cart]
  const known =
    scenario === 'cart' && cart.length === 0 ? page.map((one) => ({ ...one, relation: 'cart' as const })) : ordered
  return known.filter((one, at) => known.findIndex((other) => other.item === one.item) === at)
}
