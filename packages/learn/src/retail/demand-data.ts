// Dated sales -> the numbers a demand model is fitted to: per item its stores' series, and the item's own total per period.
// A period without a sale has no logarithm: it stands as half a unit, and its share is kept so that such items can be called thin.

const daysOfYear = 365.25
/** Below this span a season cannot be told from a trend. */
const leastSeasonDays = 550
const leastUnits = 0.5

export type Sale = {
  item: string
  store: string
  /** Whole days since 1970-01-01. */
  day: number
  price: number
  units: number
  /** 0 to 1. */
  promotion: number
}

/** `harmonics`: pairs of sine and cosine of the year. `isDaily`: days of the week have terms of their own. */
export type DemandTerms = { harmonics: number; isDaily: boolean }

/** Rows in order of time; `x` [rows, width] are the terms, `y` the logarithms of the units sold. */
export type Series = { days: Int32Array; x: Float64Array; y: Float64Array }
export type ItemFacts = {
  /** Periods with a record, prices seen (to the hundredth), spread of the log price about its store's mean. */
  periods: number
  prices: number
  priceSpread: number
  low: number
  high: number
  last: number
  lastDay: number
  /** Share of records without a sale. */
  emptyShare: number
  promotedShare: number
}
export type DemandItem = { id: string; category: number; stores: Series[]; total: Series; facts: ItemFacts }
export type DemandData = { items: DemandItem[]; categories: string[]; terms: DemandTerms; periodDays: 1 | 7 }

export const termNames = ({ harmonics, isDaily }: DemandTerms): string[] => [
  'log_price',
  'promotion',
  ...Array.from({ length: harmonics }, (_, at) => [`cos_${at + 1}`, `sin_${at + 1}`]).flat(),
  ...(isDaily ? ['tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] : []),
]

export const widthOf = ({ harmonics, isDaily }: DemandTerms): number => 2 + 2 * harmonics + (isDaily ? 6 : 0)

/** 0 on 1 January 1970, less than 1; a year has 365.25 days. */
const yearPhase = (day: number): number => (day % daysOfYear) / daysOfYear
/** 0 is Monday: 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (day + 3) % 7

type Writing = { sale: Pick<Sale, 'day' | 'price' | 'promotion'>; into: Float64Array; at?: number }

/** The terms of one period, at `at` of `into`. */
export function writeTerms(terms: DemandTerms, { sale, into, at = 0 }: Writing): void {
  into[at] = Math.log(sale.price)
  into[at + 1] = sale.promotion
  const phase = 2 * Math.PI * yearPhase(sale.day)
  for (let k = 1; k <= terms.harmonics; k++) {
    into[at + 2 * k] = Math.cos(k * phase)
    into[at + 2 * k + 1] = Math.sin(k * phase)
  }
  const weekday = weekdayOf(sale.day)
  if (terms.isDaily && weekday > 0) into[at + 1 + 2 * terms.harmonics + weekday] = 1
}

/** `shape` is that of other sales that these are a part of; found from these when left out. */
type DataOptions = { categoryOf: (item: string) => string; shape?: { terms: DemandTerms; periodDays: 1 | 7 } }

/** Records without a price above 0 are left out. `categoryOf` may say nothing of an item: such items are a category of their own. */
export function demandData(sales: readonly Sale[], { categoryOf, shape }: DataOptions): DemandData {
  const usable = sales.filter((sale) => sale.price > 0 && sale.units >= 0 && Number.isFinite(sale.day))
  const byItem = groupBy(usable, (sale) => sale.item)
  const { terms, periodDays } = shape ?? shapeOf(usable, byItem)
  const categories = [...new Set([...byItem.keys()].map(categoryOf))].sort()
  const items = [...byItem.keys()].sort().map((id): DemandItem => {
    const own = (byItem.get(id) ?? []).toSorted((a, b) => a.day - b.day)
    const stores = [...groupBy(own, (sale) => sale.store).values()]
    const totals = [...groupBy(own, (sale) => sale.day).values()].map(totalOf)
    return {
      id,
      category: categories.indexOf(categoryOf(id)),
      stores: stores.map((rows) => seriesOf(rows, terms)),
      total: seriesOf(totals, terms),
      facts: factsOf(own, { stores, totals }),
    }
  })
  return { items, categories, terms, periodDays }
}

/** A week where most neighbours of a series are five days or more apart, else a day. */
function shapeOf(
  sales: readonly Sale[],
  byItem: ReadonlyMap<string, Sale[]>,
): { terms: DemandTerms; periodDays: 1 | 7 } {
  const gaps: number[] = []
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { day } of sales) {
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  for (const own of byItem.values()) {
    const days = [...new Set(own.map((sale) => sale.day))].sort((a, b) => a - b)
    for (const [at, day] of days.entries()) if (at > 0) gaps.push(day - (days[at - 1] ?? 0))
  }
  const isDaily = medianOf(gaps) < 5
  return { terms: { harmonics: last - first >= leastSeasonDays ? 2 : 0, isDaily }, periodDays: isDaily ? 1 : 7 }
}

/** All stores of one period together: units added, prices and promotions averaged, prices as logarithms. */
function totalOf(rows: readonly Sale[]): Sale {
  const mean = (read: (sale: Sale) => number) => rows.reduce((sum, sale) => sum + read(sale), 0) / rows.length
  const [first] = rows
  return {
    item: first?.item ?? '',
    store: '',
    day: first?.day ?? 0,
    price: Math.exp(mean((sale) => Math.log(sale.price))),
    units: rows.reduce((sum, sale) => sum + sale.units, 0),
    promotion: mean((sale) => sale.promotion),
  }
}

function seriesOf(rows: readonly Sale[], terms: DemandTerms): Series {
  const width = widthOf(terms)
  const x = new Float64Array(rows.length * width)
  for (const [at, sale] of rows.entries()) writeTerms(terms, { sale, into: x, at: at * width })
  return {
    days: Int32Array.from(rows, (sale) => sale.day),
    x,
    y: Float64Array.from(rows, (sale) => Math.log(Math.max(sale.units, leastUnits))),
  }
}

function factsOf(own: readonly Sale[], { stores, totals }: { stores: Sale[][]; totals: Sale[] }): ItemFacts {
  const prices = own.map((sale) => sale.price)
  const deviations = stores.flatMap((rows) => {
    const logs = rows.map((sale) => Math.log(sale.price))
    const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length
    return logs.map((one) => (one - mean) ** 2)
  })
  const shareOf = (is: (sale: Sale) => boolean) => own.filter(is).length / own.length
  return {
    periods: totals.length,
    prices: new Set(prices.map((price) => Math.round(price * 100))).size,
    priceSpread: Math.sqrt(deviations.reduce((sum, one) => sum + one, 0) / deviations.length),
    low: prices.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY),
    high: prices.reduce((most, one) => Math.max(most, one), 0),
    last: totals.at(-1)?.price ?? 0,
    lastDay: totals.at(-1)?.day ?? 0,
    emptyShare: shareOf((sale) => sale.units < leastUnits),
    promotedShare: shareOf((sale) => sale.promotion > 0),
  }
}

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

function medianOf(values: number[]): number {
  const sorted = values.sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 7
}
