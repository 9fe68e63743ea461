// What sells now, and what is bought together, from the newest events alone: it answers "trending", and everything before a first training.
import type { TenantRecord } from '../../kit/vertical.ts'
import { touchesOfRecords } from './history.ts'
import type { EventType } from './input.ts'

const weightOf: Record<EventType, number> = { purchase: 1, cart: 0.4, like: 0.4, view: 0.1 }
/** Purchases of one shopper within this time are one order. */
export const orderGapMinutes = 60
const maxPartners = 100

/** `score` as a share of the most popular; `shoppers` counted once an item. */
export type Popular = { item: string; score: number; shoppers: number }

/**
 * Decayed popularity: every shopper counts once an item, by the strongest of weight · 0.5 ^ (age / half-life) of their events, so that one
 * shopper cannot push an item. Best first; equal scores by id.
 */
export function popularFrom(
  records: readonly TenantRecord[],
  { asOf, halfLifeDays }: { asOf: string; halfLifeDays: number },
): Popular[] {
  const byItem = new Map<string, Map<string, number>>()
  for (const record of records) {
    const [touch] = touchesOfRecords([record], asOf)
    if (!touch) continue
    const { item, type, age } = touch
    const shopper = typeof record.body.user_ref === 'string' ? record.body.user_ref : record.key
    const shoppers = byItem.get(item) ?? new Map<string, number>()
    byItem.set(item, shoppers)
    shoppers.set(shopper, Math.max(shoppers.get(shopper) ?? 0, weightOf[type] * 0.5 ** (age / halfLifeDays)))
  }
  const sums = [...byItem].map(([item, shoppers]) => ({
    item,
    score: [...shoppers.values()].reduce((sum, one) => sum + one, 0),
    shoppers: shoppers.size,
  }))
  const most = sums.reduce((largest, one) => Math.max(largest, one.score), 0) || 1
  return sums
    .map((one) => ({ ...one, score: one.score / most }))
    .sort((a, b) => b.score - a.score || (a.item < b.item ? -1 : 1))
}

/** Orders that hold an item, and of those that also hold another. */
export type Together = { from: string; orders: number; partners: { item: string; orders: number; both: number }[] }
export type Orders = { count: number; together: Together[] }

/** Counted over the orders in these events, for the items asked about. */
export function ordersFrom(records: readonly TenantRecord[], asked: readonly string[]): Orders {
  const orders = ordersOf(records)
  const holding = new Map<string, number>()
  for (const order of orders) for (const item of order) holding.set(item, (holding.get(item) ?? 0) + 1)
  const together = asked.map((from) => {
    const both = new Map<string, number>()
    for (const order of orders) {
      if (!order.has(from)) continue
      for (const item of order) if (item !== from) both.set(item, (both.get(item) ?? 0) + 1)
    }
    const partners = [...both]
      .map(([item, count]) => ({ item, both: count, orders: holding.get(item) ?? 0 }))
      .sort((a, b) => b.both - a.both || (a.item < b.item ? -1 : 1))
    return { from, orders: holding.get(from) ?? 0, partners: partners.slice(0, maxPartners) }
  })
  return { count: orders.length, together }
}

function ordersOf(records: readonly TenantRecord[]): Set<string>[] {
  const purchases = records
    .filter(({ body }) => body.type === 'purchase' && typeof body.item_id === 'string')
    .map(({ body }) => ({
      shopper: String(body.user_ref),
      item: String(body.item_id),
      at: Date.parse(String(body.ts)),
    }))
    .sort((a, b) => (a.shopper < b.shopper ? -1 : a.shopper > b.shopper ? 1 : a.at - b.at))
  const orders: Set<string>[] = []
  for (const [at, { shopper, item, at: time }] of purchases.entries()) {
    const before = purchases[at - 1]
    const open = before?.shopper === shopper && time - before.at <= orderGapMinutes * 60_000 ? orders.at(-1) : undefined
    if (open) open.add(item)
    else orders.push(new Set([item]))
  }
  return orders
}
