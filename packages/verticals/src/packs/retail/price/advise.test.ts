// Price advice under random demand and templates: bounds hold, thin data gives no figures, and the price is the best of those allowed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '../../../kit/localized.ts'
import { verifyNote } from '../../../kit/verify.ts'
import { examples } from '../example.ts'
import { advise } from './advise.ts'
import { demoSales } from './demo-sales.ts'
import { calendarOf, type PriceQuestion, priceQuestion } from './features.ts'
import { defaultPriceContent, type PriceContent, priceContent } from './input.ts'
import type { DemandAnswer } from './model.ts'
import { normalCdf } from './normal.ts'
import { sales } from './sales.ts'
import { priceAdvice } from './task.ts'

const asOf = '2026-11-24T00:00:00.000Z'
const run = { id: 'run_test', seed: 1, asOf }

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const templates = fc.record({
  objective: fc.constantFrom('margin', 'revenue', 'margin_if_cost_known'),
  max_change: share(0.02, 0.5),
  min_over_cost: share(0, 1),
  ending: fc.constantFrom(null, '.99', '.49'),
  max_extrapolation: share(0, 0.3),
  min_confidence: share(0.5, 0.99),
})
const demands = fc.record({
  price: share(0.5, 200),
  cost: fc.option(share(0.1, 150)),
  elasticity: share(-5, 0.5),
  sd: share(0.02, 1),
  noise: share(0.001, 0.5),
  spread: share(0.005, 0.4),
  periods: fc.integer({ min: 0, max: 200 }),
})
type Demand = {
  price: number
  cost: number | null
  elasticity: number
  sd: number
  noise: number
  spread: number
  periods: number
}

function asked(
  demand: Demand,
  content: PriceContent,
): { question: PriceQuestion; answer: DemandAnswer; input: unknown } {
  const money = (value: number | null) => (value === null ? null : value.toFixed(2))
  const input = priceAdvice.input.parse({
    item_id: 'a',
    current_price: money(demand.price),
    cost: money(demand.cost),
    for_date: '2026-11-23',
  }) as Parameters<typeof priceQuestion>[0]['input']
  const question = priceQuestion({ input, content, records: {}, asOf, run })
  const { elasticity, sd, noise, periods, spread } = demand
  const answer: DemandAnswer = {
    points: question.prices.map((price) => {
      const step = Math.log(price / demand.price)
      return { price, mean: 4 + elasticity * step, variance: 0.001 + (sd * step) ** 2 }
    }),
    noise,
    elasticity,
    elasticitySd: sd,
    periods,
    prices: 8,
    priceSpread: spread,
    low: demand.price * (1 - spread),
    high: demand.price * (1 + spread),
    lastDate: '2026-11-16',
    emptyShare: 0,
  }
  return { question, answer, input }
}

test('advice keeps every bound of its template, and is the best of what is allowed', () => {
  fc.assert(
    fc.property(demands, templates, (demand, template) => {
      const content = priceContent.parse({ ...defaultPriceContent, ...template })
      const { question, answer } = asked(demand, content)
      const { status, curve, best, current, floor, objective } = advise({ question, answer, content })
      for (const point of curve) {
        expect(point.price).toBeGreaterThanOrEqual(answer.low * (1 - content.max_extrapolation) - 1e-5)
        expect(point.price).toBeLessThanOrEqual(answer.high * (1 + content.max_extrapolation) + 1e-5)
        expect(point.isBeyondSeen).toBe(point.price < answer.low * (1 - 1e-6) || point.price > answer.high * (1 + 1e-6))
        expect(point.units90[0]).toBeLessThanOrEqual(point.units90[1])
      }
      if (status !== 'change' || !best || !current) return
      const step = best.price / current.price - 1
      expect(Math.abs(step)).toBeLessThanOrEqual(content.max_change + 1e-9)
      if (floor !== null) expect(best.price).toBeGreaterThanOrEqual(floor - 1e-6)
      if (content.ending !== null) expect(best.price.toFixed(2).endsWith(content.ending)).toBe(true)
      if (floor === null || current.price >= floor)
        expect(best.confidence).toBeGreaterThanOrEqual(content.min_confidence)
      const gain = (point: typeof current) => (objective === 'margin' ? (point.margin ?? 0) : point.revenue)
      if (floor === null || current.price >= floor) expect(gain(best)).toBeGreaterThanOrEqual(gain(current))
    }),
    { numRuns: 1000 },
  )
})

test('thin data: no curve, no elasticity, no price; too few periods, one price, no variation, empty shelves', () => {
  const { question, answer } = asked(
    { price: 4, cost: null, elasticity: -2, sd: 0.1, noise: 0.05, spread: 0.1, periods: 100 },
    defaultPriceContent,
  )
  const thin: [Partial<DemandAnswer>, string][] = [
    [{ periods: 0 }, 'sales'],
    [{ periods: 19 }, 'periods'],
    [{ prices: 2 }, 'prices'],
    [{ priceSpread: 0.019 }, 'price_spread'],
    [{ emptyShare: 0.31 }, 'empty_share'],
    [{ low: 9, high: 12 }, 'range'],
  ]
  for (const [change, what] of thin) {
    const advice = advise({ question, answer: { ...answer, ...change }, content: defaultPriceContent })
    expect(advice).toMatchObject({ status: 'thin', curve: [], current: null, best: null, lacks: [{ what }] })
  }
  expect(
    advise({ question: { ...question, current: null, prices: [] }, answer, content: defaultPriceContent }).lacks,
  ).toEqual([{ what: 'price' }])
})

test('an elasticity that may be above zero gives a curve and no price', () => {
  const demand = { price: 4, cost: null, elasticity: -0.3, sd: 0.3, noise: 0.05, spread: 0.1, periods: 100 }
  const { question, answer } = asked(demand, defaultPriceContent)
  const advice = advise({ question, answer, content: defaultPriceContent })
  expect(advice).toMatchObject({ status: 'undecided', best: null, lacks: [{ what: 'elasticity' }] })
  expect(advice.curve.length).toBeGreaterThan(10)
})

test('the price of best margin is cost · e / (1 + e) where the bounds leave room for it', () => {
  const wide = priceContent.parse({
    ...defaultPriceContent,
    max_change: 0.5,
    max_extrapolation: 0.3,
    min_confidence: 0.5,
  })
  const demand = { price: 4, cost: 2.4, elasticity: -3, sd: 0.05, noise: 0.05, spread: 0.3, periods: 100 }
  const { question, answer } = asked(demand, wide)
  const { best } = advise({ question, answer, content: wide })
  expect(best?.price).toBeGreaterThan((2.4 * 3) / 2 - 0.06)
  expect(best?.price).toBeLessThan((2.4 * 3) / 2 + 0.06)
  expect(best?.bound).toBeNull()
})

test('a current price below the floor over cost is moved, whatever the confidence', () => {
  const demand = { price: 4, cost: 4, elasticity: -2, sd: 0.1, noise: 0.05, spread: 0.2, periods: 100 }
  const { question, answer } = asked(demand, defaultPriceContent)
  const advice = advise({ question, answer, content: defaultPriceContent })
  expect(advice.status).toBe('change')
  expect(advice.best?.price).toBeGreaterThanOrEqual(4.2)
})

test('a price follows the request, else the last sales of all stores, else the item; whole cents, or none in yen', () => {
  const input = { item_id: 'a', on_promotion: false }
  const sale = (store: string, period: string, price: string) => ({
    key: `${store}${period}`,
    body: { store, period, price },
  })
  const records = {
    item: [{ key: 'a', body: { price: '9.00', currency: 'JPY', attributes: { cost: 3 } } }],
    sales: [sale('x', '2026-11-16', '4.00'), sale('y', '2026-11-16', '6.00'), sale('x', '2026-11-09', '1.00')],
  }
  const of = (more: object, own: object = records) =>
    priceQuestion({
      input: { ...input, ...more },
      content: defaultPriceContent,
      records: { ...own },
      asOf,
      run,
    })
  expect(of({ current_price: '7.00' })).toMatchObject({ current: 7, currentFrom: 'input' })
  expect(of({})).toMatchObject({ current: 5, currentFrom: 'sales', cost: 3, currency: 'JPY' })
  expect(of({}, { item: records.item })).toMatchObject({ current: 9, currentFrom: 'item' })
  expect(of({}, {})).toMatchObject({ current: null, currentFrom: null, prices: [] })
  expect(of({}).prices.every(Number.isInteger)).toBe(true)
})

test('the calendar: 23 November 2026 is a Monday', () => {
  expect(calendarOf('2026-11-23').weekday).toBe(0)
  expect(calendarOf('1970-01-01')).toEqual({ phase: 0, weekday: 3 })
})

test('the note passes verification whatever the demand and the template', () => {
  fc.assert(
    fc.property(demands, templates, (demand, template) => {
      const content = priceContent.parse({ ...defaultPriceContent, ...template })
      const { question, answer, input } = asked(demand, content)
      const composed = priceAdvice.compose({
        input,
        content,
        card: examples.price_advice?.card ?? null,
        features: question,
        prediction: answer,
        records: {},
        probed: [],
        run,
        languages,
      })
      expect(verifyNote(composed, languages).problems).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('the normal distribution function at points of the table', () => {
  for (const [z, p] of [
    [0, 0.5],
    [1.6449, 0.95],
    [-1.6449, 0.05],
    [2.3263, 0.99],
  ] as const)
    expect(normalCdf(z)).toBeCloseTo(p, 5)
})

test('the demo shop’s simulated sales are the same every time, fit their collection, and four of forty-four items are too new for advice', () => {
  const records = demoSales()
  expect(demoSales()).toEqual(records)
  const heads = records.map((record) => sales.headOf(sales.schema.parse(record)))
  expect(new Set(heads.map((head) => head.key)).size).toBe(records.length)
  const periods = new Map<unknown, number>()
  for (const { item_id: item } of records) periods.set(item, (periods.get(item) ?? 0) + 1)
  expect([...periods.values()].filter((count) => count < defaultPriceContent.min_periods)).toHaveLength(4)
})
