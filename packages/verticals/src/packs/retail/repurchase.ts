// Buy again: the rhythm in which a shopper buys an item, and how far into it they are. A purchase sets the clock back to nothing.
import type { Touch } from './history.ts'

/** Weight of the item's own rhythm (or the default) against the shopper's: that of one observed interval. */
const priorIntervals = 1
const lateDecay = 2

export type Rhythm = { item: string; purchases: number; gaps: number[]; lastDays: number }
/** `due` is the share of the interval that has passed. */
export type Repurchase = {
  item: string
  purchases: number
  score: number
  intervalDays: number
  lastDays: number
  due: number
}

/** Every item the shopper has bought, with the days between purchases. Purchases of one day are one. */
export function rhythmsOf(touches: readonly Touch[]): Rhythm[] {
  const ages = new Map<string, number[]>()
  for (const { item, type, age } of touches) if (type === 'purchase') ages.set(item, [...(ages.get(item) ?? []), age])
  return [...ages].map(([item, own]) => {
    const days = own.sort((a, b) => a - b).filter((age, at) => at === 0 || age - (own[at - 1] ?? 0) >= 1)
    const gaps = days.slice(1).map((age, at) => age - (days[at] ?? 0))
    return { item, purchases: days.length, gaps, lastDays: days[0] ?? 0 }
  })
}

/**
 * Interval = (n · median gap + 1 · prior) / (n + 1) with n observed gaps. Score = log(1 + purchases) · timing; timing rises with what has passed
 * of the interval up to 1 and falls off as exp(−(due − 1) / 2) after: what is long overdue was replaced or given up.
 */
export function repurchaseOf({ item, purchases, gaps, lastDays }: Rhythm, priorDays: number): Repurchase {
  const observed = gaps.length
  const intervalDays = (observed * medianOf(gaps) + priorIntervals * priorDays) / (observed + priorIntervals)
  const due = lastDays / intervalDays
  const timing = due <= 1 ? due : Math.exp(-(due - 1) / lateDecay)
  return { item, purchases, score: Math.log1p(purchases) * timing, intervalDays, lastDays, due }
}

function medianOf(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}
