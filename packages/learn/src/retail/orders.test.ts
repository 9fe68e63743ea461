// Orders counted against a plain recount, rhythms on a known calendar, and popularity that fades where tastes change.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interactionsOf } from './interactions.ts'
import { orderFigures } from './orders.ts'
import { choosePopularity } from './popular-half-life.ts'
import { timeSplit } from './protocols.ts'
import { rhythmsOf } from './rhythm.ts'

const anyPurchases = fc.array(
  fc.record({
    user: fc.constantFrom('a', 'b', 'c'),
    item: fc.constantFrom('p', 'q', 'r', 's'),
    time: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 1, maxLength: 60 },
)

test('orders and pairs are what a plain recount gives', () => {
  fc.assert(
    fc.property(anyPurchases, (rows) => {
      const from = interactionsOf({
        user: rows.map((row) => row.user),
        item: rows.map((row) => row.item),
        time: rows.map((row) => row.time),
        catalogue: ['p', 'q', 'r', 's'],
      })
      const figures = orderFigures(from, { gap: 2, floor: 1 })
      const orders = recount(rows, 2)
      expect(figures.count).toBe(orders.length)
      const holding = (...items: string[]) => orders.filter((order) => items.every((item) => order.has(item))).length
      for (const [item, name] of from.items.entries()) {
        expect(figures.orders[item]).toBe(holding(name))
        for (let place = 0; place < figures.partners; place++) {
          const other = figures.partner[item * figures.partners + place] ?? 0
          const both = figures.both[item * figures.partners + place] ?? 0
          const partner = from.items[other]
          expect(both).toBe(partner === undefined ? 0 : holding(name, partner))
          // Only what is bought together more often than chance has it.
          if (partner !== undefined) expect(both * orders.length).toBeGreaterThan(holding(name) * holding(partner))
        }
      }
    }),
  )
})

function recount(rows: readonly { user: string; item: string; time: number }[], gap: number): Set<string>[] {
  return ['a', 'b', 'c'].flatMap((user) => {
    const own = rows.filter((row) => row.user === user).toSorted((a, b) => a.time - b.time)
    const orders: Set<string>[] = []
    for (const [at, { item, time }] of own.entries()) {
      const open = at > 0 && time - (own[at - 1]?.time ?? 0) <= gap ? orders.at(-1) : undefined
      if (open) open.add(item)
      else orders.push(new Set([item]))
    }
    return orders
  })
}

test('the rhythm of an item is the median gap of its buyers; purchases of a day are one, and few gaps are none', () => {
  const days = (user: string, item: string, times: number[]) => times.map((time) => ({ user, item, time }))
  const rows = [
    ...days('a', 'milk', [0, 0.2, 7, 14, 21]),
    ...days('b', 'milk', [3, 10, 17.5, 40]),
    ...days('a', 'salt', [0, 90]),
  ]
  const from = interactionsOf({
    user: rows.map((row) => row.user),
    item: rows.map((row) => row.item),
    time: rows.map((row) => row.time),
  })
  expect(Array.from(rhythmsOf(from))).toEqual([7, 0])
})

test('popularity fades where what sells changes, and does not where it stays', () => {
  const rows = (itemAt: (user: number, time: number) => string) =>
    Array.from({ length: 60 }, (_, user) =>
      Array.from({ length: 20 }, (_, time) => ({ user: `u${user}`, item: itemAt(user, time), time })),
    ).flat()
  const chosen = (all: ReturnType<typeof rows>) => {
    const from = interactionsOf({
      user: all.map((row) => row.user),
      item: all.map((row) => row.item),
      time: all.map((row) => row.time),
    })
    return choosePopularity(timeSplit({ from, repeats: true, validFrom: 14, testFrom: 17, minHistory: 1 }).inner)
  }
  // Everybody has had the old ones by day ten; from then on the new ones sell.
  expect(chosen(rows((user, time) => `${time < 10 ? 'old' : 'new'}${(user + time) % 6}`))).not.toBeNull()
  expect(chosen(rows((user, time) => `i${(user + time) % 5}`))).toBeNull()
})
