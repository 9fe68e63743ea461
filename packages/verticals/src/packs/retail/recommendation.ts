// What a model, or the records alone, say of a request: a pool of items with the exact terms of their scores. Rules come later.
import type { ShopperHistory } from './features.ts'
import { fadingWeights } from './history.ts'
import type { Orders } from './popularity.ts'
import { type Repurchase, repurchaseOf } from './repurchase.ts'

/** What an item of the history adds to a score: by what the model learned, how alike the two read, or the orders that hold both. */
export type Term = { from: string; value: number; kind: 'model' | 'content' | 'orders' }
export type Scored = { item: string; score: number; terms: Term[] }
export type Recommendation = {
  /** Best first. */
  items: Scored[]
  /** Whether a trained model answered; else the newest events did. */
  isModel: boolean
  /** The history says nothing that the answer could be built on. */
  isCold: boolean
  /** Items the model knows; null without one. */
  catalogue: number | null
  orders: Orders
  repurchase: Repurchase[]
  /** Items whose records the rules and reasons will need, beside those of `items`. */
  needed: string[]
  asksNew: boolean
}

/** Popularity beside a history, where no model has weighed the two: it orders what the history says nothing about. */
export const popularShare = 0.1
/** Orders at which a rate counts half: a handful makes no rule. */
const priorOrders = 5
/** Orders that must hold both. */
const leastOrders = 2

/** The newest events alone: what is in orders with the history, and what sells. Content similarity joins once the items' records are read. */
export function withoutModel(history: ShopperHistory): Recommendation {
  const scores = new Map(history.popular.map((one) => [one.item, one.score]))
  const terms = orderTerms(history)
  const share = history.items.length === 0 ? 1 : popularShare
  const excluded = new Set(history.excluded)
  const items = history.only ?? history.popular.map((one) => one.item)
  return {
    items: items
      .filter((item) => !excluded.has(item))
      .map((item): Scored => {
        const own = terms.get(item) ?? []
        return { item, score: own.reduce((sum, term) => sum + term.value, share * (scores.get(item) ?? 0)), terms: own }
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, Math.max(history.k, history.only?.length ?? 0)),
    isModel: false,
    isCold: history.items.length === 0,
    catalogue: null,
    orders: history.orders,
    repurchase: repurchasesOf(history, () => null),
    needed: neededOf(history),
    asksNew: history.asksNew,
  }
}

/** By item: the weight of each touch times n(ab) / (n(a) + 5), the share of its orders that hold the item too. */
function orderTerms({ items, orders }: ShopperHistory): Map<string, Term[]> {
  const weights = fadingWeights(items)
  const terms = new Map<string, Term[]>()
  for (const { from, orders: holding, partners } of orders.together) {
    const weight = weights.get(from) ?? 0
    for (const { item, both } of partners) {
      if (both < leastOrders) continue
      const term: Term = { from, value: (weight * both) / (holding + priorOrders), kind: 'orders' }
      terms.set(item, [...(terms.get(item) ?? []), term])
    }
  }
  return terms
}

/** Most due first; `rhythmOf` gives an item's own interval in days, where the model has learned one. */
export function repurchasesOf(history: ShopperHistory, rhythmOf: (item: string) => number | null): Repurchase[] {
  return history.rhythms
    .map((rhythm) => repurchaseOf(rhythm, rhythmOf(rhythm.item) ?? history.defaultIntervalDays))
    .sort((a, b) => b.score - a.score || (a.item < b.item ? -1 : 1))
}

/** Trending is what sells now, so it comes from the newest events whoever serves. */
export function neededOf(history: ShopperHistory): string[] {
  const trending = history.scenario === 'trending' ? history.popular.slice(0, history.k).map((one) => one.item) : []
  const partners = history.orders.together.flatMap((one) => one.partners.map((partner) => partner.item))
  return [
    ...history.pinned,
    ...history.items.map((one) => one.item),
    ...history.rhythms.map((one) => one.item),
    ...trending,
    ...partners,
  ]
}
