// Lists and what counted for them -> sums per arm and, under them, per shopper: a shopper is what an interval counts.
import type { Attributed, ServedList } from './attribute.ts'

type ShopperSums = { sessions: number; purchases: number; revenue: number }
export type ArmFigures = {
  arm: string
  lists: number
  clickedLists: number
  purchases: number
  /** Purchases without a value. */
  unpriced: number
  shoppers: readonly ShopperSums[]
}

/** A longer pause between two lists of one shopper begins another session. */
const pauseMs = 1_800_000

/** One entry per arm that served a list. */
export function armFigures(lists: readonly ServedList[], attributed: readonly Attributed[]): ArmFigures[] {
  const arms = new Map<string, ServedList[]>()
  for (const list of lists) {
    const own = arms.get(list.arm)
    if (own) own.push(list)
    else arms.set(list.arm, [list])
  }
  return [...arms].map(([arm, own]) => {
    const counted = attributed.filter(({ list }) => list.arm === arm)
    const purchases = counted.filter(({ event }) => event.isPurchase)
    const clicked = new Set(counted.flatMap(({ event, list }) => (event.isPurchase ? [] : [list.id])))
    return {
      arm,
      lists: own.length,
      clickedLists: clicked.size,
      purchases: purchases.length,
      unpriced: purchases.filter(({ event }) => event.value === null).length,
      shoppers: shopperSums(own, purchases),
    }
  })
}

function shopperSums(lists: readonly ServedList[], purchases: readonly Attributed[]): ShopperSums[] {
  const sums = new Map<string, ShopperSums>()
  const lastAt = new Map<string, number>()
  for (const { shopper, at } of [...lists].sort((a, b) => a.at - b.at)) {
    const own = sums.get(shopper) ?? { sessions: 0, purchases: 0, revenue: 0 }
    const last = lastAt.get(shopper)
    if (last === undefined || at - last > pauseMs) own.sessions++
    lastAt.set(shopper, at)
    sums.set(shopper, own)
  }
  for (const { event, list } of purchases) {
    const own = sums.get(list.shopper)
    if (!own) continue
    own.purchases++
    own.revenue += event.value ?? 0
  }
  return [...sums.values()]
}

export const buyersOf = (figures: ArmFigures) => figures.shoppers.filter((one) => one.purchases > 0).length
export const sessionsOf = (figures: ArmFigures) => figures.shoppers.reduce((sum, one) => sum + one.sessions, 0)
export const revenueOf = (figures: ArmFigures) => figures.shoppers.reduce((sum, one) => sum + one.revenue, 0)
export const shareOf = (part: number, whole: number) => (whole === 0 ? null : part / whole)
