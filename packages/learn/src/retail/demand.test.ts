// The demand model on simulated sales, where the truth is known: intervals cover it, shrinkage beats each item by itself, levels follow.
import { describe, expect, test } from 'vitest'
import { fitDemand } from './demand.ts'
import { chooseLevels, dayOf, heldFigures, splitByDay } from './demand-choose.ts'
import { demandData, type Series, termNames, weekdayOf, widthOf, writeTerms } from './demand-data.ts'
import { demandRows, forecast, termsOf } from './demand-rows.ts'
import { type SimulatedItem, simulateDemand } from './demand-simulation.ts'

const dataOf = (items: readonly SimulatedItem[]) => {
  const categories = new Map(items.map((item) => [item.id, item.category]))
  return demandData(
    items.flatMap((item) => item.sales),
    { categoryOf: (id) => categories.get(id) ?? '' },
  )
}

/** Every third item has ten weeks, the others two years. */
const thinWeeks = 10
const mixed = (seed: number, memory: number) =>
  simulateDemand({ seed, items: 240, categories: 6, periods: (item) => (item % 3 === 0 ? thinWeeks : 104), memory })

function recovered(simulated: readonly SimulatedItem[]) {
  const data = dataOf(simulated)
  const fit = fitDemand(data)
  const truth = new Map(simulated.map((item) => [item.id, item]))
  return data.items.map((item, at) => {
    const { theta, cov } = fit.items[at] ?? { theta: new Float64Array(), cov: new Float64Array() }
    const { elasticity = Number.NaN } = truth.get(item.id) ?? {}
    const distance = Math.abs((theta[0] ?? 0) - elasticity)
    return {
      isThin: item.facts.periods === thinWeeks,
      error: (theta[0] ?? 0) - elasticity,
      alone: aloneOf(item.stores[0], widthOf(data.terms)) - elasticity,
      isInside: distance <= 1.645 * Math.sqrt(cov[0] ?? 0),
    }
  })
}

/** Least squares of one item by itself on log price and promotion, by its two normal equations. */
function aloneOf(series: Series | undefined, width: number): number {
  if (!series) return Number.NaN
  const rows = series.y.length
  const column = (k: number) => Float64Array.from(series.y, (_, row) => series.x[row * width + k] ?? 0)
  const centred = (values: Float64Array) => {
    const mean = values.reduce((sum, one) => sum + one, 0) / rows
    return values.map((one) => one - mean)
  }
  const [p, d, y] = [centred(column(0)), centred(column(1)), centred(series.y)]
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, one, row) => sum + one * (b[row] ?? 0), 0)
  const [pp, pd, dd, py, dy] = [dot(p, p), dot(p, d), dot(d, d), dot(p, y), dot(d, y)]
  return dd === 0 ? py / pp : (py * dd - dy * pd) / (pp * dd - pd * pd)
}

const share = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length / all.length
const rms = (errors: readonly number[]) => Math.sqrt(errors.reduce((sum, one) => sum + one * one, 0) / errors.length)

describe.each([
  { memory: 0, seed: 4 },
  { memory: 0.5, seed: 5 },
])('240 simulated items, noise that remembers $memory', ({ memory, seed }) => {
  const items = recovered(mixed(seed, memory))

  test('the 90 % interval holds the true elasticity of about nine in ten', () => {
    expect(share(items, (one) => one.isInside)).toBeGreaterThan(0.84)
    expect(share(items, (one) => one.isInside)).toBeLessThan(0.97)
  })

  test('on thin items shrinkage errs less than each item by itself, and does no harm to the others', () => {
    const thin = items.filter((one) => one.isThin)
    const long = items.filter((one) => !one.isThin)
    const alone = thin.map((one) => one.alone).filter(Number.isFinite)
    expect(rms(thin.map((one) => one.error))).toBeLessThan(0.75 * rms(alone))
    expect(rms(long.map((one) => one.error))).toBeLessThan(rms(long.map((one) => one.alone)))
  })
})

test('the same sales in another order give the same fit', () => {
  const simulated = mixed(6, 0).slice(0, 20)
  const shuffled = simulated.map((item) => ({ ...item, sales: item.sales.toReversed() })).toReversed()
  const [one, other] = [fitDemand(dataOf(simulated)), fitDemand(dataOf(shuffled))]
  for (const [at, item] of one.items.entries())
    expect(other.items[at]?.theta[0]).toBeCloseTo(item.theta[0] ?? Number.NaN, 9)
})

test('an item of one price, of one period, or of nothing but empty periods does not harm the others', () => {
  const simulated = mixed(7, 0).slice(0, 30)
  const [model] = simulated
  if (!model) throw new Error('no item was simulated')
  const odd = [
    { ...model, id: 'flat', sales: model.sales.map((sale) => ({ ...sale, item: 'flat', price: 5 })) },
    { ...model, id: 'once', sales: model.sales.slice(0, 1).map((sale) => ({ ...sale, item: 'once' })) },
    { ...model, id: 'empty', sales: model.sales.map((sale) => ({ ...sale, item: 'empty', units: 0 })) },
    { ...model, id: 'free', sales: model.sales.map((sale) => ({ ...sale, item: 'free', price: 0 })) },
  ]
  const data = dataOf([...simulated, ...odd])
  const rows = new Map(demandRows(data, fitDemand(data), { halfLife: null, noiseScale: 1 }).map((row) => [row.id, row]))
  for (const row of rows.values())
    for (const value of [row.level, row.levelVar, row.noise, ...row.theta, ...row.cov]) expect(value).not.toBeNaN()
  expect(rows.get('flat')?.facts.prices).toBe(1)
  expect(rows.get('flat')?.facts.priceSpread).toBeCloseTo(0, 9)
  expect(rows.get('once')?.facts.periods).toBe(1)
  expect(rows.get('empty')?.facts.emptyShare).toBe(1)
  expect(rows.has('free')).toBe(false)
})

test('a dear store that sells little teaches nothing about the price', () => {
  const [cheap] = simulateDemand({ seed: 8, items: 1, categories: 1, periods: () => 104 })
  if (!cheap) throw new Error('no item was simulated')
  const dear = cheap.sales.map((sale) => ({ ...sale, store: 'dear', price: sale.price * 2, units: sale.units / 100 }))
  const alone = fitDemand(dataOf([cheap])).items[0]?.theta[0] ?? 0
  const both = fitDemand(dataOf([{ ...cheap, sales: [...cheap.sales, ...dear] }])).items[0]?.theta[0] ?? 0
  expect(Math.abs(both - alone)).toBeLessThan(0.5)
})

test('forecasts of held-out weeks beat the last weeks’ mean and lie in their intervals', () => {
  const simulated = simulateDemand({ seed: 9, items: 60, categories: 3, periods: () => 104 })
  const sales = simulated.flatMap((item) => item.sales)
  const data = dataOf(simulated)
  const from = dayOf(sales, 0.15)
  const levels = chooseLevels(splitByDay(sales, { from: dayOf(sales, 0.3), to: from, data }))
  const { train, held } = splitByDay(sales, { from, to: Number.POSITIVE_INFINITY, data })
  const rows = new Map(demandRows(train, fitDemand(train), levels).map((row) => [row.id, row]))
  const figures = heldFigures(rows, held)
  expect(figures.wape).toBeLessThan(0.8 * figures.naiveWape)
  expect(figures.coverage90).toBeGreaterThan(0.85)
  expect(Math.max(...train.items.flatMap((item) => [...item.total.days]))).toBeLessThan(from)
})

test('a level that moved is followed', () => {
  const simulated = simulateDemand({ seed: 10, items: 40, categories: 2, periods: () => 104 })
  const moved = simulated.map((item) => ({
    ...item,
    sales: item.sales.map((sale, week) => ({ ...sale, units: week < 60 ? sale.units : sale.units * 3 })),
  }))
  const sales = moved.flatMap((item) => item.sales)
  const data = dataOf(moved)
  const split = splitByDay(sales, { from: dayOf(sales, 0.3), to: Number.POSITIVE_INFINITY, data })
  expect(chooseLevels(split).halfLife).not.toBeNull()
})

test('daily sales are told from weekly ones and get days of the week; a Thursday is one', () => {
  const weekly = dataOf(mixed(11, 0).slice(0, 3))
  expect(weekly).toMatchObject({ periodDays: 7, terms: { isDaily: false, harmonics: 2 } })
  const days = Array.from({ length: 60 }, (_, day) => ({
    item: 'a',
    store: '',
    day: 20_000 + day,
    price: 5 + (day % 3),
    units: 20,
    promotion: 0,
  }))
  const daily = demandData(days, { categoryOf: () => '' })
  expect(daily).toMatchObject({ periodDays: 1, terms: { isDaily: true, harmonics: 0 } })
  expect(termNames(daily.terms)).toHaveLength(widthOf(daily.terms))
  expect(weekdayOf(0)).toBe(3)
  const terms = new Float64Array(widthOf(daily.terms))
  writeTerms(daily.terms, { sale: { day: 0, price: 1, promotion: 0 }, into: terms })
  expect(termNames(daily.terms)[terms.indexOf(1)]).toBe('thursday')
})

test('a forecast at the centre is the level, and uncertainty grows away from it', () => {
  const data = dataOf(mixed(12, 0).slice(0, 12))
  const [row] = demandRows(data, fitDemand(data), { halfLife: 13, noiseScale: 1 })
  if (!row) throw new Error('no item was fitted')
  const centre = forecast(row, row.centre)
  expect(centre).toMatchObject({ mean: row.level, variance: row.levelVar })
  const far = row.centre.slice()
  far[0] = (far[0] ?? 0) + 0.5
  expect(forecast(row, far).variance).toBeGreaterThan(centre.variance)
  expect(forecast(row, far).mean - centre.mean).toBeCloseTo(0.5 * (row.theta[0] ?? 0), 9)
  expect(termsOf(data, { day: 19_000, price: Math.E, promotion: 1 }).slice(0, 2)).toEqual(Float64Array.of(1, 1))
})
