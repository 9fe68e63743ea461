// What a model, or the records alone, say of a request: a pool of items with the exact terms of their scores. Rules come later.
import type { ShopperHistory } from './features.ts'
import type { Orders } from './popularity.ts'
import { type Repurchase, repurchaseOf } from './repurchase.ts'

/** What an item of the history adds to a score: by what the model learned, or by how alike the two read. */
export type Term = { from: string; value: number; kind: 'model' | 'content' }
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

/** Popularity of the newest events for the pool; content similarity joins it once the items' records are read. */
export function withoutModel(history: ShopperHistory): Recommendation {
  const scores = new Map(history.popular.map((one) => [one.item, one.score]))
  const excluded = new Set(history.excluded)
  const items = history.only ?? history.popular.map((one) => one.item)
  return {
    items: items
      .filter((item) => !excluded.has(item))
      .map((item) => ({ item, score: scores.get(item) ?? 0, terms: [] }))
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
