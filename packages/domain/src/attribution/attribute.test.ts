// Attribution: what counts, for which list, and what never does.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute, type ServedList, type ShopEvent } from './attribute.ts'
import { armFigures } from './figures.ts'

const day = 86_400_000
const list = (id: string, at: number, more: Partial<ServedList> = {}): ServedList => ({
  id,
  shopper: 'u1',
  at,
  items: ['tea', 'milk'],
  arm: 'v1',
  ...more,
})
const purchase = (at: number, more: Partial<ShopEvent> = {}): ShopEvent => ({
  item: 'tea',
  shopper: 'u1',
  at,
  isPurchase: true,
  value: 4,
  recommendation: null,
  ...more,
})
const ids = (lists: ServedList[], events: ShopEvent[]) => attribute(lists, events, 7 * day).map((one) => one.list.id)

test('a purchase counts for the last list that showed the item, within the window', () => {
  const lists = [list('r1', 0), list('r2', day), list('r3', 2 * day, { items: ['jam'] }), list('r4', 9 * day)]
  expect(ids(lists, [purchase(3 * day)])).toEqual(['r2'])
  expect(ids(lists, [purchase(8 * day)])).toEqual(['r2'])
  expect(ids(lists, [purchase(8 * day + 1)])).toEqual([])
  expect(ids(lists, [purchase(3 * day, { item: 'bread' })])).toEqual([])
  expect(ids(lists, [purchase(3 * day, { shopper: 'u2' })])).toEqual([])
})

test('a purchase that names its list counts for that one, unless it did not show the item or is too old', () => {
  const lists = [list('r1', 0), list('r2', day)]
  expect(ids(lists, [purchase(2 * day, { recommendation: 'r1', shopper: null })])).toEqual(['r1'])
  expect(ids(lists, [purchase(2 * day, { recommendation: 'r1', item: 'jam' })])).toEqual([])
  expect(ids(lists, [purchase(7.5 * day, { recommendation: 'r1' })])).toEqual(['r2'])
  expect(ids(lists, [purchase(2 * day, { recommendation: 'nobody knows it' })])).toEqual(['r2'])
})

test('a click counts only for the list it names', () => {
  const click = purchase(day, { isPurchase: false })
  expect(ids([list('r1', 0)], [click, { ...click, recommendation: 'r1' }])).toEqual(['r1'])
})

test('whatever happens: an event counts once at most, for a list that showed the item, and never past the window', () => {
  const time = fc.integer({ min: 0, max: 20 * day })
  const item = fc.constantFrom('a', 'b', 'c')
  const shopper = fc.constantFrom('u1', 'u2')
  const lists = fc
    .array(fc.record({ at: time, shopper, items: fc.uniqueArray(item), arm: fc.constantFrom('a', 'b') }), {
      maxLength: 30,
    })
    .map((all) => all.map((one, at) => ({ ...one, id: `r${at}` })))
  const events = fc.array(
    fc.record({
      item,
      shopper: fc.option(shopper),
      at: time,
      isPurchase: fc.boolean(),
      value: fc.option(fc.integer({ min: 0, max: 9 })),
      recommendation: fc.option(fc.constantFrom('r0', 'r1', 'r2', 'r99')),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(lists, events, fc.integer({ min: 1, max: 10 }), (served, happened, days) => {
      const counted = attribute(served, happened, days * day)
      expect(new Set(counted.map((one) => one.event)).size).toBe(counted.length)
      for (const { event, list: of } of counted) {
        expect(of.items).toContain(event.item)
        expect(event.at - of.at).toBeLessThanOrEqual(days * day)
      }
      const figures = armFigures(served, counted)
      const revenue = counted.reduce((sum, { event }) => sum + (event.isPurchase ? (event.value ?? 0) : 0), 0)
      expect(figures.flatMap((one) => one.shoppers).reduce((sum, one) => sum + one.revenue, 0)).toBe(revenue)
      expect(figures.reduce((sum, one) => sum + one.lists, 0)).toBe(served.length)
    }),
  )
})

test('sessions end with a pause of half an hour', () => {
  const minute = 60_000
  const lists = [0, 10, 39, 70, 200].map((at, index) => list(`r${index}`, at * minute))
  const [figures] = armFigures(lists, [])
  expect(figures?.shoppers).toEqual([{ sessions: 3, purchases: 0, revenue: 0 }])
})
