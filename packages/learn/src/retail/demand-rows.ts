// What is served of an item: its level now, its coefficients with their covariance, its noise, and what was seen of it. All stores together.
import type { DemandFit } from './demand.ts'
import {
  type DemandData,
  type DemandItem,
  type ItemFacts,
  type Sale,
  type Series,
  widthOf,
  writeTerms,
} from './demand-data.ts'

/** Weight of the pooled noise in an item's own, in periods. */
const noiseWeight = 8
/** Periods on either side that say what the level was. */
const reach = 6

/** `halfLife` in periods. `noiseScale` is what held-out periods asked the variance of one period to be multiplied by. */
export type LevelSettings = { halfLife: number | null; noiseScale: number }

/**
 * Expected log units at terms x are level + (x - centre)' theta; their variance is levelVar + (x - centre)' cov (x - centre). One period's
 * log units differ from that with the variance `noise`.
 */
export type DemandRow = {
  id: string
  level: number
  levelVar: number
  noise: number
  centre: Float64Array
  theta: Float64Array
  cov: Float64Array
  facts: ItemFacts
}
export type Forecast = { mean: number; variance: number; noise: number }

/** Levels are means in which a period weighs half of one `halfLife` periods later; null weighs all alike. */
export function demandRows(data: DemandData, fit: DemandFit, settings: LevelSettings): DemandRow[] {
  const { halfLife, noiseScale } = settings
  const width = widthOf(data.terms)
  const parts = data.items.map((item, at) => {
    const { theta, cov } = fit.items[at] ?? { theta: new Float64Array(width), cov: new Float64Array(width * width) }
    const weights = weightsOf(item.total, halfLife === null ? null : halfLife * data.periodDays)
    return {
      item,
      theta,
      cov,
      ...levelOf(item, { theta, weights, isLocal: settings.halfLife !== null }),
      weight: weights.reduce((sum, one) => sum + one * one, 0),
    }
  })
  const pooled = pooledNoise(parts)
  return parts.map(({ item, theta, cov, level, centre, squares, weight }) => {
    const noise = (squares + noiseWeight * pooled) / (item.total.y.length + noiseWeight)
    return {
      id: item.id,
      level,
      levelVar: noise * weight,
      noise: noise * noiseScale,
      centre,
      theta,
      cov,
      facts: item.facts,
    }
  })
}

/** Sum to 1; the last period weighs most. */
function weightsOf({ days }: Series, halfLifeDays: number | null): Float64Array {
  const last = days.at(-1) ?? 0
  const raw = Float64Array.from(days, (day) => (halfLifeDays === null ? 1 : 0.5 ** ((last - day) / halfLifeDays)))
  const sum = raw.reduce((total, one) => total + one, 0)
  return raw.map((one) => one / sum)
}

type Weighing = { theta: Float64Array; weights: Float64Array; isLocal: boolean }

function levelOf({ total }: DemandItem, { theta, weights, isLocal }: Weighing) {
  const width = theta.length
  const centre = new Float64Array(width)
  let level = 0
  for (const [row, weight] of weights.entries()) {
    level += weight * (total.y[row] ?? 0)
    for (let k = 0; k < width; k++) centre[k] = (centre[k] ?? 0) + weight * (total.x[row * width + k] ?? 0)
  }
  const residuals = Float64Array.from(total.y, (y, row) => {
    let rest = y
    for (let k = 0; k < width; k++) rest -= (total.x[row * width + k] ?? 0) * (theta[k] ?? 0)
    return rest
  })
  return { level, centre, squares: squaresAbout(residuals, isLocal ? reach : residuals.length) }
}

/** A level that moves is no noise of one period: residuals are held to the mean of up to `near` neighbours on either side. */
function squaresAbout(residuals: Float64Array, near: number): number {
  let squares = 0
  for (const [at, one] of residuals.entries()) {
    const around = residuals.subarray(Math.max(0, at - near), at + near + 1)
    const mean = around.reduce((sum, other) => sum + other, 0) / around.length
    if (around.length > 1) squares += ((one - mean) ** 2 * around.length) / (around.length - 1)
  }
  return squares
}

function pooledNoise(parts: readonly { item: DemandItem; squares: number }[]): number {
  const [squares, freedom] = parts.reduce(
    ([sum, rows], { item, squares: own }) => [sum + own, rows + item.total.y.length],
    [0, 0],
  )
  return Math.max(squares / Math.max(freedom, 1), 1e-6)
}

/** The trainer's own arithmetic of what the graph computes. */
export function forecast(row: DemandRow, terms: Float64Array): Forecast {
  const width = terms.length
  const difference = Float64Array.from(terms, (one, k) => one - (row.centre[k] ?? 0))
  let [mean, variance] = [row.level, row.levelVar]
  for (let i = 0; i < width; i++) {
    mean += (difference[i] ?? 0) * (row.theta[i] ?? 0)
    for (let j = 0; j < width; j++)
      variance += (difference[i] ?? 0) * (row.cov[i * width + j] ?? 0) * (difference[j] ?? 0)
  }
  return { mean, variance, noise: row.noise }
}

export function termsOf(
  data: Pick<DemandData, 'terms'>,
  sale: Pick<Sale, 'day' | 'price' | 'promotion'>,
): Float64Array {
  const terms = new Float64Array(widthOf(data.terms))
  writeTerms(data.terms, { sale, into: terms })
  return terms
}
