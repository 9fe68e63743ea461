// Chance is what it says it is, variety is bought with score, and what is bought again comes when it is due.
import { expect, test } from 'vitest'
import { type Choosing, choose, type Ranked } from './choose.ts'
import { holds } from './condition.ts'
import { defaultContent } from './content.ts'
import { pairsOf } from './pairs.ts'
import { popularFrom } from './popularity.ts'
import { openRandom } from './random.ts'
import { repurchaseOf, rhythmsOf } from './repurchase.ts'
import type { ShelfItem } from './shelf.ts'

const item = (id: string, category: string): ShelfItem => ({
  id,
  title: { en: id, 'zh-CN': id },
  hasRecord: true,
  category: [category],
  brand: null,
  price: null,
  priceText: null,
  currency: null,
  inStock: true,
  imageUrl: null,
  attributes: {},
})
const ranked = (id: string, score: number, category = 'all'): Ranked => ({
  item: item(id, category),
  score,
  boosted: score,
  boosts: [],
  tier: 0,
  source: 'model',
  terms: [],
  isNew: false,
  pair: null,
  repurchase: null,
})
const alike = (a: ShelfItem) => (b: ShelfItem) => (a.category[0] === b.category[0] ? 1 : 0)
const choosing: Choosing = { content: defaultContent, limit: 3, lambda: 0, similarity: alike, seed: 's' }
const ids = (list: ReturnType<typeof choose>) => list.places.map((one) => one.item.id)

test('the logged propensity is how often chance and score together give a place', () => {
  const all = ['a', 'b', 'c', 'd'].map((id, at) => ranked(id, 1 - at / 10))
  const content = { ...defaultContent, exploration: { share: 0.4 } }
  const draws = 4000
  const seen = new Map<string, number>()
  let logged = new Map<string, number>()
  for (let at = 0; at < draws; at++) {
    const [first] = choose(all, { ...choosing, content, seed: `42 run_${at}` }).places
    if (!first) throw new Error('nothing was chosen')
    seen.set(first.item.id, (seen.get(first.item.id) ?? 0) + 1)
    logged = logged.set(first.item.id, first.propensity)
  }
  expect([...logged.keys()].sort()).toEqual(['a', 'b', 'c', 'd'])
  expect([...logged.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
  for (const [id, propensity] of logged) {
    const error = Math.sqrt((propensity * (1 - propensity)) / draws)
    expect(Math.abs((seen.get(id) ?? 0) / draws - propensity)).toBeLessThan(4 * error)
  }
})

test('lambda trades score for variety, and none of it is by score alone', () => {
  const all = [ranked('a', 1, 'tea'), ranked('b', 0.9, 'tea'), ranked('c', 0.8, 'tea'), ranked('d', 0.3, 'pots')]
  expect(ids(choose(all, choosing))).toEqual(['a', 'b', 'c'])
  expect(ids(choose(all, { ...choosing, lambda: 0.5 }))).toEqual(['a', 'd', 'b'])
})

test('new items have their share of the places, and all of them where there is nothing else', () => {
  const fresh = ['x', 'y', 'z'].map((id) => ({ ...ranked(id, 2), isNew: true }))
  const old = ['a', 'b', 'c'].map((id) => ranked(id, 1))
  expect(ids(choose([...fresh, ...old], choosing))).toEqual(['x', 'a', 'b'])
  expect(ids(choose(fresh, choosing))).toEqual(['x', 'y', 'z'])
})

test('a rhythm of the shopper outweighs the prior with every purchase, and a purchase sets the clock back', () => {
  const bought = (...ages: number[]) => rhythmsOf(ages.map((age) => ({ item: 'milk', type: 'purchase' as const, age })))
  const [once, often, today] = [bought(20), bought(9, 19, 29, 39), bought(0, 9, 19, 29, 39)].map((all) =>
    repurchaseOf(all[0] ?? { item: '', purchases: 0, gaps: [], lastDays: 0 }, 30),
  )
  expect(once).toMatchObject({ intervalDays: 30, lastDays: 20 })
  expect(often?.intervalDays).toBeCloseTo((3 * 10 + 30) / 4, 9)
  expect(often?.due).toBeGreaterThan(0.5)
  expect(today).toMatchObject({ due: 0, score: 0 })
})

test('rate, lift and support as counted; a handful of orders does not make a large lift', () => {
  const partners = [
    { item: 'filters', both: 60, orders: 100 },
    { item: 'rare', both: 3, orders: 3 },
    { item: 'chance', both: 2, orders: 500 },
  ]
  const pairs = pairsOf({ count: 1000, together: [{ from: 'beans', orders: 120, partners }] }, 3)
  expect(pairs.map((one) => one.item)).toEqual(['filters', 'rare'])
  expect(pairs[0]).toMatchObject({ support: 60, rate: 0.5, lift: 5 })
  expect(pairs[1]?.lift).toBeCloseTo(8.333, 3)
  expect(pairs[1]?.score).toBeCloseTo((3 + 10 * 0.003) / 130 / 0.003, 9)
})

test('popularity fades by half-lives, and a shopper counts once an item', () => {
  const event = (user_ref: string, item_id: string, ts: string) => ({
    key: ts,
    body: { user_ref, item_id, type: 'purchase', ts },
  })
  const records = [
    event('u1', 'now', '2026-11-24T00:00:00Z'),
    ...Array.from({ length: 9 }, (_, at) => event('u2', 'pushed', `2026-11-17T0${at}:00:00Z`)),
    event('u3', 'old', '2026-11-10T00:00:00Z'),
  ]
  const popular = popularFrom(records, { asOf: '2026-11-24T00:00:00Z', halfLifeDays: 7 })
  expect(popular.map((one) => one.item)).toEqual(['now', 'pushed', 'old'])
  expect(popular[1]?.score).toBeCloseTo(0.5 ** (1 - 8 / 168), 9)
  expect(popular[2]?.score).toBeCloseTo(0.25, 9)
})

test('conditions: any level of a category, numbers in texts, and the unknown meets none', () => {
  const tea = { ...item('t', 'Drinks'), category: ['Drinks', 'Tea'], price: 4, attributes: { pages: '12' } }
  expect(holds({ field: 'category', op: 'is', value: ['tea', 'Coffee'] }, tea)).toBe(true)
  expect(holds({ field: 'category', op: 'is_not', value: 'Tea' }, tea)).toBe(false)
  expect(holds({ field: 'price', op: 'at_most', value: 4 }, tea)).toBe(true)
  expect(holds({ field: 'attribute', attribute: 'pages', op: 'at_least', value: 12 }, tea)).toBe(true)
  expect(holds({ field: 'brand', op: 'is_not', value: 'Acme' }, tea)).toBe(false)
})

test('one seed draws one sequence, another seed another, all within 0 and 1', () => {
  const draw = (seed: string) => Array.from({ length: 200 }, openRandom(seed))
  expect(draw('42 a')).toEqual(draw('42 a'))
  expect(draw('42 a')).not.toEqual(draw('42 b'))
  const all = Array.from({ length: 50 }, (_, at) => draw(`s${at}`)).flat()
  expect(all.every((value) => value >= 0 && value < 1)).toBe(true)
  expect(Math.abs(all.reduce((sum, one) => sum + one, 0) / all.length - 0.5)).toBeLessThan(0.012)
})
