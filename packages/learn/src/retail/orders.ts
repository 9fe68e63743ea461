// What was bought together, counted over orders: purchases of one shopper without a longer pause are one order. Of every item the partners
// that say most are kept, so the figures stay small whatever the shop sells.
import type { Interactions } from './interactions.ts'

/** An order with more items than this is a wholesaler's or a mistake: the first ones count. */
const maxOrderItems = 50
const maxPartners = 32
/** Cells of the table of partners over all items; past it every item keeps fewer. */
const maxCells = 4_000_000

export type OrderFigures = {
  /** All orders, and those that hold each item. */
  count: number
  orders: Float32Array
  /** [items, partners]: item numbers, the count of items where there are fewer; and the orders that hold both. */
  partners: number
  partner: Float32Array
  both: Float32Array
}

/** `gap` in the unit of the times. Purchases must be sorted by user and time, as interactionsOf() does. */
export function orderFigures(purchases: Interactions, { gap, floor }: { gap: number; floor: number }): OrderFigures {
  const items = purchases.items.length
  const partners = Math.max(1, Math.min(maxPartners, items - 1, Math.floor(maxCells / Math.max(items, 1))))
  const { starts, held } = ordersOf(purchases, gap)
  const count = starts.length - 1
  const byItem = ordersByItem({ starts, held, items })
  const orders = Float32Array.from({ length: items }, (_, item) => rowSize(byItem.starts, item))
  const partner = new Float32Array(items * partners).fill(items)
  const both = new Float32Array(items * partners)
  const counts = new Float64Array(items)
  for (let item = 0; item < items; item++) {
    const touched: number[] = []
    for (let at = byItem.starts[item] ?? 0; at < (byItem.starts[item + 1] ?? 0); at++) {
      const order = byItem.held[at] ?? 0
      for (let other = starts[order] ?? 0; other < (starts[order + 1] ?? 0); other++) {
        const seen = held[other] ?? 0
        if (seen === item) continue
        if (counts[seen] === 0) touched.push(seen)
        counts[seen] = (counts[seen] ?? 0) + 1
      }
    }
    const worth = (other: number) =>
      worthOf({ both: counts[other] ?? 0, a: orders[item] ?? 0, b: orders[other] ?? 0, count })
    const kept = touched
      .filter((other) => (counts[other] ?? 0) >= floor && worth(other) > 0)
      .sort((a, b) => worth(b) - worth(a) || a - b)
      .slice(0, partners)
    for (const [place, other] of kept.entries()) {
      partner[item * partners + place] = other
      both[item * partners + place] = counts[other] ?? 0
    }
    for (const other of touched) counts[other] = 0
  }
  return { count, orders, partners, partner, both }
}

/** n(ab) · ln lift: what the pair adds to the mutual information of the two. Frequent and surprising at once. */
function worthOf({ both, a, b, count }: { both: number; a: number; b: number; count: number }): number {
  return both * Math.log((both * count) / Math.max(a * b, 1))
}

type Lists = { starts: Int32Array; held: Int32Array }

/** Distinct items of every order. */
function ordersOf(from: Interactions, gap: number): Lists {
  const starts = [0]
  const held: number[] = []
  let open = new Set<number>()
  const close = () => {
    if (open.size === 0) return
    held.push(...open)
    starts.push(held.length)
    open = new Set()
  }
  for (let event = 0; event < from.user.length; event++) {
    const isSame = from.user[event] === from.user[event - 1]
    if (!isSame || (from.time[event] ?? 0) - (from.time[event - 1] ?? 0) > gap) close()
    if (open.size < maxOrderItems) open.add(from.item[event] ?? 0)
  }
  close()
  return { starts: Int32Array.from(starts), held: Int32Array.from(held) }
}

function ordersByItem({ starts, held, items }: Lists & { items: number }): Lists {
  const ends = new Int32Array(items + 1)
  for (const item of held) ends[item + 1] = (ends[item + 1] ?? 0) + 1
  for (let item = 0; item < items; item++) ends[item + 1] = (ends[item + 1] ?? 0) + (ends[item] ?? 0)
  const next = ends.slice()
  const orders = new Int32Array(held.length)
  for (let order = 0; order + 1 < starts.length; order++)
    for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at++) {
      const item = held[at] ?? 0
      orders[next[item] ?? 0] = order
      next[item] = (next[item] ?? 0) + 1
    }
  return { starts: ends, held: orders }
}

const rowSize = (starts: Int32Array, row: number) => (starts[row + 1] ?? 0) - (starts[row] ?? 0)
