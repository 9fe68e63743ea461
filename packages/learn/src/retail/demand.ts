// A demand model per item with coefficients shrunk towards its category and the category towards the shop: a linear mixed model of log units,
// fitted by EM (Laird and Ware 1982; empirical Bayes). Stores have levels of their own, so a dear store that sells little teaches nothing.
import { invertSymmetric, quadraticForm, timesVector } from '../symmetric.ts'
import { type DemandData, widthOf } from './demand-data.ts'
import { memoryOf, type Sums, sumsOf } from './demand-sums.ts'

const maxSteps = 80
const tolerance = 1e-4
/** Weight of the pooled residual variance in an item's own, in periods. */
const noiseWeight = 8
/** Starting spreads of coefficients among items and among categories, worth one item: price, promotion, season. */
const startSpread = { price: 0.25, promotion: 0.04, season: 0.01 }
const startCategorySpread = 1

/** `cov` [width, width] is the posterior covariance of `theta`; `noise` the residual variance of one store's log units. */
type ItemFit = { theta: Float64Array; cov: Float64Array; noise: number; rows: number }
type CategoryFit = { name: string; items: number; mean: Float64Array; cov: Float64Array }
export type DemandFit = {
  items: ItemFit[]
  categories: CategoryFit[]
  /** Variances of the coefficients among items of a category. */
  spread: Float64Array
  /** Correlation of neighbouring periods' errors, which the fit takes off; 0 where there is none. */
  memory: number
}

/** Throws when no item has two periods. */
export function fitDemand(data: DemandData): DemandFit {
  const shape = { width: widthOf(data.terms), categories: data.categories.length }
  const sumsAt = (memory: number) => data.items.map((item) => sumsOf(item, { ...shape, memory, data }))
  const plain = sumsAt(0)
  if (plain.every((one) => one.freedom < 1)) throw new Error('no item has two periods of one store')
  const first = iterate(plain, { shape })
  let [memory, sums, found] = [0, plain, first]
  // Twice: the first residuals hold what the plain fit took for the season.
  for (let turn = 0; turn < 2; turn++) {
    memory = memoryOf(data, found.items)
    sums = memory > 0 ? sumsAt(memory) : plain
    if (memory > 0) found = iterate(sums, { shape, start: found.state })
  }
  return {
    items: found.items.map((item, at) => ({ ...item, rows: sums[at]?.rows ?? 0 })),
    categories: data.categories.map((name, at) => ({
      name,
      items: sums.filter((one) => one.category === at).length,
      ...(found.categories[at] ?? {
        mean: new Float64Array(shape.width),
        cov: new Float64Array(shape.width * shape.width),
      }),
    })),
    spread: found.spread,
    memory,
  }
}

type Shape = { width: number; categories: number }
type Means = { mean: Float64Array; cov: Float64Array }
type State = {
  spread: Float64Array
  categorySpread: Float64Array
  shop: Float64Array
  noise: Float64Array
}
type Step = { items: Omit<ItemFit, 'rows'>[]; categories: Means[]; spread: Float64Array; state: State }

/** From `start`, where a fit to nearly the same sums is known, in far fewer steps. */
function iterate(sums: readonly Sums[], { shape, start }: { shape: Shape; start?: State }): Step {
  const { width } = shape
  let state = start ?? startOf(sums, width)
  let step: Step | null = null
  for (let at = 0; at < maxSteps; at++) {
    const { spread, noise } = state
    const shrunk = sums.map((own, item) => shrinkageOf(own, { noise: noise[item] ?? 1, spread }))
    const categories = categoryMeans(sums, { shrunk, state, shape })
    const items = shrunk.map((own, item) => posteriorOf(own, { spread, of: categories[sums[item]?.category ?? 0] }))
    const next = maximise(sums, { items, categories, width })
    const change = next.spread.reduce(
      (most, one, k) => Math.max(most, Math.abs(Math.log(one / (state.spread[k] ?? one)))),
      0,
    )
    step = {
      items: items.map(({ theta, cov }, item) => ({ theta, cov, noise: noise[item] ?? 1 })),
      categories,
      spread,
      state,
    }
    state = next
    if (change < tolerance) break
  }
  if (!step) throw new Error('the fit took no step')
  return step
}

function startOf(sums: readonly Sums[], width: number): State {
  const spread = Float64Array.from(
    { length: width },
    (_, k) => [startSpread.price, startSpread.promotion][k] ?? startSpread.season,
  )
  const pooled =
    sums.reduce((sum, one) => sum + one.square, 0) /
    Math.max(
      1,
      sums.reduce((sum, one) => sum + one.freedom, 0),
    )
  return {
    spread,
    categorySpread: new Float64Array(width).fill(startCategorySpread),
    shop: new Float64Array(width),
    noise: new Float64Array(sums.length).fill(Math.max(pooled, 1e-6)),
  }
}

/** V = (G / s + D^-1)^-1, D^-1 V, and X'y / s. */
type Shrunk = { v: Float64Array; dv: Float64Array; cross: Float64Array }

function shrinkageOf(own: Sums, { noise, spread }: { noise: number; spread: Float64Array }): Shrunk {
  const width = spread.length
  const precision = own.gram.map((one) => one / noise)
  for (let k = 0; k < width; k++) precision[k * width + k] = (precision[k * width + k] ?? 0) + 1 / (spread[k] ?? 1)
  const v = invertSymmetric(precision, width)
  const dv = v.map((one, at) => one / (spread[Math.floor(at / width)] ?? 1))
  return { v, dv, cross: own.cross.map((one) => one / noise) }
}

type Meaning = { shrunk: readonly Shrunk[]; state: State; shape: Shape }

/**
 * Generalised least squares of the category means with the items integrated out: an item's weight is D^-1 - D^-1 V D^-1, which is defined
 * also where the item alone could not tell its coefficients. With one category the shop is the category.
 */
function categoryMeans(sums: readonly Sums[], { shrunk, state, shape }: Meaning): Means[] {
  const [{ spread, categorySpread, shop }, { width, categories }] = [state, shape]
  const precision = Array.from({ length: categories }, () => new Float64Array(width * width))
  const pull = Array.from({ length: categories }, () => new Float64Array(width))
  for (const [item, { dv, cross }] of shrunk.entries()) {
    const category = sums[item]?.category ?? 0
    const [p, b] = [precision[category], pull[category]]
    if (!p || !b) continue
    for (let i = 0; i < width; i++) {
      p[i * width + i] = (p[i * width + i] ?? 0) + 1 / (spread[i] ?? 1)
      for (let j = 0; j < width; j++)
        p[i * width + j] = (p[i * width + j] ?? 0) - (dv[i * width + j] ?? 0) / (spread[j] ?? 1)
    }
    for (const [k, one] of timesVector(dv, cross).entries()) b[k] = (b[k] ?? 0) + one
  }
  return precision.map((p, at) => {
    const b = pull[at] ?? new Float64Array(width)
    if (categories > 1)
      for (let k = 0; k < width; k++) {
        p[k * width + k] = (p[k * width + k] ?? 0) + 1 / (categorySpread[k] ?? 1)
        b[k] = (b[k] ?? 0) + (shop[k] ?? 0) / (categorySpread[k] ?? 1)
      }
    const cov = invertSymmetric(p, width)
    return { mean: timesVector(cov, b), cov }
  })
}

/** `deviation` is the variance of each coefficient about its category's mean. */
type Posterior = { theta: Float64Array; cov: Float64Array; deviation: Float64Array }

function posteriorOf(
  { v, dv, cross }: Shrunk,
  { spread, of }: { spread: Float64Array; of: Means | undefined },
): Posterior {
  const width = spread.length
  const mean = of?.mean ?? new Float64Array(width)
  const categoryCov = of?.cov ?? new Float64Array(width * width)
  const theta = timesVector(
    v,
    cross.map((one, k) => one + (mean[k] ?? 0) / (spread[k] ?? 1)),
  )
  const cov = new Float64Array(width * width)
  const deviation = new Float64Array(width)
  const columns = Array.from({ length: width }, (_, at) =>
    new Float64Array(width).map((_, k) => dv[k * width + at] ?? 0),
  )
  for (let i = 0; i < width; i++) {
    const left = timesVector(categoryCov, columns[i] ?? new Float64Array(width))
    for (let j = 0; j < width; j++)
      cov[i * width + j] = (v[i * width + j] ?? 0) + left.reduce((sum, one, k) => sum + one * (columns[j]?.[k] ?? 0), 0)
    const own = (columns[i] ?? new Float64Array(width)).map((one, k) => one - (k === i ? 1 : 0))
    deviation[i] = (v[i * width + i] ?? 0) + quadraticForm(categoryCov, own)
  }
  return { theta, cov, deviation }
}

type Found = { items: readonly Posterior[]; categories: readonly Means[]; width: number }

function maximise(sums: readonly Sums[], { items, categories, width }: Found): State {
  const start = startOf(sums, width)
  const spread = start.spread.slice()
  for (const [at, { theta, deviation }] of items.entries()) {
    const { mean } = categories[sums[at]?.category ?? 0] ?? {}
    for (let k = 0; k < width; k++)
      spread[k] = (spread[k] ?? 0) + ((theta[k] ?? 0) - (mean?.[k] ?? 0)) ** 2 + (deviation[k] ?? 0)
  }
  const shop = new Float64Array(width)
  for (const { mean } of categories)
    for (let k = 0; k < width; k++) shop[k] = (shop[k] ?? 0) + (mean[k] ?? 0) / categories.length
  const categorySpread = start.categorySpread.slice()
  for (const { mean, cov } of categories)
    for (let k = 0; k < width; k++)
      categorySpread[k] = (categorySpread[k] ?? 0) + ((mean[k] ?? 0) - (shop[k] ?? 0)) ** 2 + (cov[k * width + k] ?? 0)
  return {
    spread: spread.map((one) => one / (items.length + 1)),
    categorySpread: categorySpread.map((one) => one / (categories.length + 1)),
    shop,
    noise: noiseOf(sums, items, width),
  }
}

/** Expected residual squares under the posterior, each item's drawn to the pooled variance with the weight of eight periods. */
function noiseOf(sums: readonly Sums[], items: readonly Posterior[], width: number): Float64Array {
  const squares = sums.map(({ gram, cross, square }, at) => {
    const { theta, cov } = items[at] ?? { theta: new Float64Array(width), cov: gram }
    const fitted = theta.reduce((sum, one, k) => sum + one * (cross[k] ?? 0), 0)
    const uncertain = gram.reduce((sum, one, k) => sum + one * (cov[k] ?? 0), 0)
    return Math.max(square - 2 * fitted + quadraticForm(gram, theta) + uncertain, 0)
  })
  const freedom = sums.reduce((sum, one) => sum + one.freedom, 0)
  const pooled = Math.max(squares.reduce((sum, one) => sum + one, 0) / Math.max(freedom, 1), 1e-8)
  return Float64Array.from(
    squares,
    (one, at) => (one + noiseWeight * pooled) / ((sums[at]?.freedom ?? 0) + noiseWeight),
  )
}
