// How often an item is bought again by who buys it: the median of the gaps between a shopper's purchases. It stands in until a shopper has a
// rhythm of their own.
import type { Interactions } from './interactions.ts'

const leastGaps = 5
const leastGapDays = 1

/** Per item, in the unit of the times (days); 0 where fewer than five gaps were seen. Purchases within a day are one. */
export function rhythmsOf(purchases: Interactions): Float32Array {
  const gaps = new Map<number, number[]>()
  const last = new Map<number, number>()
  for (let event = 0; event < purchases.user.length; event++) {
    if (purchases.user[event] !== purchases.user[event - 1]) last.clear()
    const item = purchases.item[event] ?? 0
    const time = purchases.time[event] ?? 0
    const before = last.get(item)
    if (before !== undefined && time - before < leastGapDays) continue
    if (before !== undefined) gaps.set(item, append(gaps.get(item), time - before))
    last.set(item, time)
  }
  return Float32Array.from(purchases.items, (_, item) => {
    const own = (gaps.get(item) ?? []).sort((a, b) => a - b)
    return own.length < leastGaps ? 0 : (own[Math.floor(own.length / 2)] ?? 0)
  })
}

function append(values: number[] | undefined, value: number): number[] {
  if (!values) return [value]
  values.push(value)
  return values
}
