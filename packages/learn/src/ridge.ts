// Ridge logistic regression: numbers clipped, standardised and with a missing indicator, categories one-hot. Newton's method (IRLS).
// Objective as in scikit-learn: C * sum of log losses + |w|^2 / 2, the intercept unpenalised; C by 5-fold log loss.
import { solveCholesky } from './cholesky.ts'
import { stratifiedFolds } from './folds.ts'
import { sigmoid, softplus } from './metrics.ts'
import { logOdds } from './stumps.ts'
import { selectLabels, type Table } from './table.ts'

const strengths = [0.003, 0.01, 0.03, 0.1, 0.3, 1]
const folds = 5
const maxSteps = 30
const tolerance = 1e-7
const tail = 0.01

/** Weight of one column. A number adds slope * (x - centre), its missing value `missing`; a category adds its level's weight. */
export type RidgeTerm =
  | { kind: 'number'; slope: number; centre: number; low: number; high: number; missing: number }
  | { kind: 'category'; weights: Float64Array; missing: number }
export type RidgeModel = { intercept: number; terms: RidgeTerm[]; strength: number }

/** Numbers are clipped to [low, high], the middle 98 % of the training rows: one huge income must not bend the line for all. */
type Scaler = { low: number; high: number; mean: number; sd: number }
/** Row-major design with the intercept as last column. */
type Design = { rows: number; width: number; x: Float64Array }

/** `fixed`: on these rows, with repeats, at a strength that was chosen before; numbers are scaled by all rows all the same. */
type RidgeOptions = {
  seed: number
  signal?: AbortSignal | undefined
  fixed?: { rows: Int32Array; strength: number } | undefined
}

export function fitRidge(table: Table, labels: Uint8Array, options: RidgeOptions): RidgeModel {
  const scalers = table.columns.map((column) => (column.kind === 'number' ? scalerOf(column.values) : null))
  const whole = designOf(table, scalers)
  const { fixed } = options
  const design = fixed ? pickRows(whole, fixed.rows) : whole
  const own = fixed ? selectLabels(labels, fixed.rows) : labels
  const strength = fixed ? fixed.strength : chooseStrength(design, own, options)
  const weights = newton(design, own, { strength, start: startOf(design, own) })
  let at = 0
  const terms = table.columns.map((column, index): RidgeTerm => {
    const scaler = scalers[index]
    if (column.kind === 'number' && scaler) {
      const slope = (weights[at] ?? 0) / scaler.sd
      const missing = weights[at + 1] ?? 0
      at += 2
      return { kind: 'number', slope, centre: scaler.mean, low: scaler.low, high: scaler.high, missing }
    }
    const levels = column.kind === 'category' ? column.levels.length : 0
    const levelWeights = weights.slice(at, at + levels)
    const missing = weights[at + levels] ?? 0
    at += levels + 1
    return { kind: 'category', weights: levelWeights, missing }
  })
  return { intercept: weights[design.width - 1] ?? 0, terms, strength }
}

function scalerOf(values: Float64Array): Scaler {
  const present = values.filter((value) => !Number.isNaN(value)).sort()
  if (present.length === 0) return { low: 0, high: 0, mean: 0, sd: 1 }
  const low = Math.fround(present[Math.floor(tail * (present.length - 1))] ?? 0)
  const high = Math.fround(present[Math.ceil((1 - tail) * (present.length - 1))] ?? 0)
  const clipped = present.map((value) => Math.min(Math.max(value, low), high))
  const mean = clipped.reduce((sum, value) => sum + value, 0) / clipped.length
  const variance = clipped.reduce((sum, value) => sum + (value - mean) ** 2, 0) / clipped.length
  return { low, high, mean, sd: Math.sqrt(variance) || 1 }
}

function designOf(table: Table, scalers: readonly (Scaler | null)[]): Design {
  const widths = table.columns.map((column) => (column.kind === 'number' ? 2 : column.levels.length + 1))
  const width = widths.reduce((sum, one) => sum + one, 0) + 1
  const x = new Float64Array(table.rows * width)
  let at = 0
  for (const [index, column] of table.columns.entries()) {
    const scaler = scalers[index]
    for (let row = 0; row < table.rows; row++) {
      if (column.kind === 'category') {
        const code = column.codes[row] ?? -1
        x[row * width + at + (code < 0 ? column.levels.length : code)] = 1
      } else if (scaler) {
        const value = column.values[row] ?? Number.NaN
        // A missing number stands at the mean and has a weight of its own.
        if (Number.isNaN(value)) x[row * width + at + 1] = 1
        else x[row * width + at] = (Math.min(Math.max(value, scaler.low), scaler.high) - scaler.mean) / scaler.sd
      }
    }
    at += widths[index] ?? 0
  }
  for (let row = 0; row < table.rows; row++) x[row * width + width - 1] = 1
  return { rows: table.rows, width, x }
}

function startOf(design: Design, labels: Uint8Array): Float64Array {
  const start = new Float64Array(design.width)
  start[design.width - 1] = logOdds(labels)
  return start
}

function chooseStrength(
  design: Design,
  labels: Uint8Array,
  options: { seed: number; signal?: AbortSignal | undefined },
): number {
  const losses = new Float64Array(strengths.length)
  for (const { train, test } of stratifiedFolds(labels, { folds, seed: options.seed })) {
    options.signal?.throwIfAborted()
    const part = pickRows(design, train)
    const partLabels = selectLabels(labels, train)
    let weights = startOf(part, partLabels)
    // From the strongest penalty to the weakest, each starting where the one before ended.
    for (const [at, strength] of strengths.entries()) {
      weights = newton(part, partLabels, { strength, start: weights })
      losses[at] = (losses[at] ?? 0) + lossOf(pickRows(design, test), selectLabels(labels, test), weights) / test.length
    }
  }
  return strengths[losses.indexOf(Math.min(...losses))] ?? 1
}

function pickRows({ width, x }: Design, rows: Int32Array): Design {
  const picked = new Float64Array(rows.length * width)
  rows.forEach((row, at) => {
    picked.set(x.subarray(row * width, (row + 1) * width), at * width)
  })
  return { rows: rows.length, width, x: picked }
}

function dot({ width, x }: Design, row: number, weights: Float64Array): number {
  let sum = 0
  for (let at = 0, from = row * width; at < width; at++) sum += (x[from + at] ?? 0) * (weights[at] ?? 0)
  return sum
}

function lossOf(design: Design, labels: Uint8Array, weights: Float64Array): number {
  let loss = 0
  for (let row = 0; row < design.rows; row++) {
    const logit = dot(design, row, weights)
    loss += softplus(labels[row] === 1 ? -logit : logit)
  }
  return loss
}

function newton(
  design: Design,
  labels: Uint8Array,
  { strength, start }: { strength: number; start: Float64Array },
): Float64Array {
  const { width } = design
  const weights = Float64Array.from(start)
  const hessian = new Float64Array(width * width)
  const gradient = new Float64Array(width)
  for (let step = 0; step < maxSteps; step++) {
    accumulate({ design, labels, weights, hessian, gradient })
    for (let at = 0; at < width; at++) {
      const penalty = at === width - 1 ? 1e-9 : 1 / strength
      gradient[at] = (gradient[at] ?? 0) - (at === width - 1 ? 0 : penalty * (weights[at] ?? 0))
      hessian[at * width + at] = (hessian[at * width + at] ?? 0) + penalty
    }
    const by = solveCholesky(hessian, gradient)
    let largest = 0
    for (let at = 0; at < width; at++) {
      weights[at] = (weights[at] ?? 0) + (by[at] ?? 0)
      largest = Math.max(largest, Math.abs(by[at] ?? 0))
    }
    if (largest < tolerance) break
  }
  return weights
}

type Sums = {
  design: Design
  labels: Uint8Array
  weights: Float64Array
  hessian: Float64Array
  gradient: Float64Array
}

/** X'WX (lower triangle) and X'(y - p). Most one-hot entries are zero, so rows are read once into a short list of non-zeros. */
function accumulate({ design, labels, weights, hessian, gradient }: Sums): void {
  const { width, x } = design
  hessian.fill(0)
  gradient.fill(0)
  const used = new Int32Array(width)
  for (let row = 0; row < design.rows; row++) {
    const from = row * width
    const p = sigmoid(dot(design, row, weights))
    const error = (labels[row] ?? 0) - p
    const weight = p * (1 - p)
    let count = 0
    for (let at = 0; at < width; at++) if (x[from + at] !== 0) used[count++] = at
    for (let i = 0; i < count; i++) {
      const a = used[i] ?? 0
      const xa = x[from + a] ?? 0
      gradient[a] = (gradient[a] ?? 0) + error * xa
      const scaled = weight * xa
      for (let j = 0; j <= i; j++) {
        const at = a * width + (used[j] ?? 0)
        hessian[at] = (hessian[at] ?? 0) + scaled * (x[from + (used[j] ?? 0)] ?? 0)
      }
    }
  }
}
