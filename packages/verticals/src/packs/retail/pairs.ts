// Bought together: rate, lift and support from order counts. Nothing under the support floor is a pair, and no rate is stated under fifty orders.
import type { Orders } from './popularity.ts'

/** Orders that must hold both before a percentage is stated. */
export const statedSupport = 50
/** Orders at chance level that are added, so that a handful of orders does not make a large lift. */
const priorOrders = 10

/** `rate` and `lift` as counted; `score` is the lift after shrinking towards chance. */
export type Pair = { from: string; item: string; support: number; rate: number; lift: number; score: number }

/**
 * With N orders, n(a) that hold a and n(ab) that hold both: rate = n(ab) / n(a), lift = rate / (n(b) / N), and
 * score = (n(ab) + 10 p(b)) / (n(a) + 10) / p(b) with p(b) = n(b) / N.
 */
export function pairsOf({ count, together }: Orders, floor: number): Pair[] {
  return together.flatMap(({ from, orders, partners }) =>
    partners.flatMap(({ item, both, orders: others }) => {
      if (both < floor || orders === 0 || others === 0) return []
      const chance = others / count
      const rate = both / orders
      const score = (both + priorOrders * chance) / (orders + priorOrders) / chance
      return [{ from, item, support: both, rate, lift: rate / chance, score }]
    }),
  )
}
