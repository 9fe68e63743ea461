// Chooses how fast levels forget, and measures forecasts, on periods the fit has not seen: the last part of the time, never drawn at random.
import { type DemandFit, fitDemand } from './demand.ts'
import { type DemandData, demandData, type Sale, widthOf } from './demand-data.ts'
import { type DemandRow, demandRows, forecast, type LevelSettings } from './demand-rows.ts'

const halfLives = [null, 26, 13, 6, 3]
const quantile90 = 1.645
const naivePeriods = 4
const leastTested = 20

/** One item's total in one held-out period. */
export type HeldPeriod = { item: string; day: number; terms: Float64Array; units: number; naive: number }
type Figures = { wape: number; naiveWape: number; coverage90: number; periods: number }

/** Sales up to a day, and the periods after it of items that have at least four before. `naive` is the mean of the last four of those. */
export type TimeSplit = { train: DemandData; held: HeldPeriod[] }

export function splitByDay(
  sales: readonly Sale[],
  { from, to, data }: { from: number; to: number; data: DemandData },
): TimeSplit {
  const names = new Map(data.items.map((item) => [item.id, data.categories[item.category] ?? '']))
  const width = widthOf(data.terms)
  const earlier = sales.filter((sale) => sale.day < from)
  const train = demandData(earlier, { categoryOf: (item) => names.get(item) ?? '', shape: data })
  const known = new Map(train.items.map((item) => [item.id, item]))
  const held = data.items.flatMap(({ id, total }) => {
    const before = known.get(id)?.total.y
    if (!before || before.length < naivePeriods) return []
    const naive = before.slice(-naivePeriods).reduce((sum, y) => sum + Math.exp(y), 0) / naivePeriods
    return Array.from(total.days).flatMap((day, row): HeldPeriod[] =>
      day < from || day >= to
        ? []
        : [
            {
              item: id,
              day,
              terms: total.x.slice(row * width, (row + 1) * width),
              units: Math.exp(total.y[row] ?? 0),
              naive,
            },
          ],
    )
  })
  return { train, held }
}

/** The day from which the last `share` of the days with sales lie. */
export function dayOf(sales: readonly Sale[], share: number): number {
  const days = [...new Set(sales.map((sale) => sale.day))].sort((a, b) => a - b)
  return days[Math.floor(days.length * (1 - share))] ?? 0
}

/** By the smallest error of the median forecast; the noise is scaled, never down, so that nine in ten held-out periods lie inside. */
export function chooseLevels({ train, held }: TimeSplit): LevelSettings {
  if (held.length < leastTested) return { halfLife: null, noiseScale: 1 }
  const fit = fitDemand(train)
  const tried = halfLives.map((halfLife) => {
    const rows = rowsOf(train, fit, { halfLife, noiseScale: 1 })
    return { halfLife, rows, wape: heldFigures(rows, held).wape }
  })
  const best = tried.reduce((least, one) => (one.wape < least.wape ? one : least))
  const distances = held
    .flatMap((period) => {
      const row = best.rows.get(period.item)
      if (!row) return []
      const { mean, variance, noise } = forecast(row, period.terms)
      return [((Math.log(period.units) - mean) ** 2 - quantile90 ** 2 * variance) / (quantile90 ** 2 * noise)]
    })
    .sort((a, b) => a - b)
  return { halfLife: best.halfLife, noiseScale: Math.max(1, distances[Math.floor(0.9 * distances.length)] ?? 1) }
}

const rowsOf = (data: DemandData, fit: DemandFit, settings: LevelSettings): Map<string, DemandRow> =>
  new Map(demandRows(data, fit, settings).map((row) => [row.id, row]))

/** Weighted absolute percentage error, sum |units - median forecast| / sum units, and the share of periods inside the 90 % interval. */
export function heldFigures(rows: ReadonlyMap<string, DemandRow>, held: readonly HeldPeriod[]): Figures {
  let [error, naive, units, inside, periods] = [0, 0, 0, 0, 0]
  for (const period of held) {
    const row = rows.get(period.item)
    if (!row) continue
    const { mean, variance, noise } = forecast(row, period.terms)
    error += Math.abs(period.units - Math.exp(mean))
    naive += Math.abs(period.units - period.naive)
    units += period.units
    periods++
    if (Math.abs(Math.log(period.units) - mean) <= quantile90 * Math.sqrt(variance + noise)) inside++
  }
  return { wape: error / units, naiveWape: naive / units, coverage90: inside / periods, periods }
}
