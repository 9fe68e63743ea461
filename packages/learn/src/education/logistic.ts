// Ridge logistic regression on sparse blocks and dense columns, by L-BFGS (Nocedal and Wright 2006, alg. 7.4). Objective as in scikit-learn:
// strength * sum of log losses + |w|^2 / 2, the intercept unpenalised.
import { sigmoid, softplus } from '../metrics.ts'

/** A block has one weight per code, times a value of the row (1 where there is none). */
export type Block = { codes: Int32Array; count: number; values: Float32Array | null }
/** `dense` is [rows, width], standardised by the caller. */
export type LogisticData = { blocks: readonly Block[]; dense: Float32Array; width: number }
/** Intercept first, then the blocks in order, then the dense columns. */
export type LogisticModel = { weights: Float64Array; offsets: number[] }

const memory = 10
const maxSteps = 200
const tolerance = 1e-5

export type LogisticOptions = { strength: number; rows: Int32Array; signal?: AbortSignal | undefined }

/** Fits on `rows` of the data. */
export function fitLogistic(data: LogisticData, labels: Uint8Array, options: LogisticOptions): LogisticModel {
  const offsets: number[] = []
  let size = 1
  for (const block of data.blocks) {
    offsets.push(size)
    size += block.count
  }
  offsets.push(size)
  size += data.width
  const objective = (weights: Float64Array, gradient: Float64Array) =>
    lossOf({ data, labels, offsets, options }, weights, gradient)
  return { weights: minimise(objective, new Float64Array(size), options.signal), offsets }
}

export function logitOfRow(data: LogisticData, { weights, offsets }: LogisticModel, row: number): number {
  let sum = weights[0] ?? 0
  for (let at = 0; at < data.blocks.length; at++) {
    const block = data.blocks[at]
    if (block)
      sum +=
        (weights[(offsets[at] ?? 0) + (block.codes[row] ?? 0)] ?? 0) * (block.values ? (block.values[row] ?? 0) : 1)
  }
  const from = offsets.at(-1) ?? 0
  for (let column = 0; column < data.width; column++)
    sum += (weights[from + column] ?? 0) * (data.dense[row * data.width + column] ?? 0)
  return sum
}

type Problem = { data: LogisticData; labels: Uint8Array; offsets: number[]; options: LogisticOptions }

/** The loss divided by strength times rows, so that steps are of one size; its gradient is written. */
function lossOf({ data, labels, offsets, options }: Problem, weights: Float64Array, gradient: Float64Array): number {
  const { rows, strength } = options
  const model = { weights, offsets }
  const from = offsets.at(-1) ?? 0
  gradient.fill(0)
  let loss = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const logit = logitOfRow(data, model, row)
    const label = labels[row] ?? 0
    loss += softplus(label === 1 ? -logit : logit)
    const error = sigmoid(logit) - label
    gradient[0] = (gradient[0] ?? 0) + error
    for (let one = 0; one < data.blocks.length; one++) {
      const block = data.blocks[one]
      if (!block) continue
      const to = (offsets[one] ?? 0) + (block.codes[row] ?? 0)
      gradient[to] = (gradient[to] ?? 0) + error * (block.values ? (block.values[row] ?? 0) : 1)
    }
    for (let column = 0; column < data.width; column++)
      gradient[from + column] = (gradient[from + column] ?? 0) + error * (data.dense[row * data.width + column] ?? 0)
  }
  let penalty = 0
  for (let at = 1; at < weights.length; at++) {
    const weight = weights[at] ?? 0
    penalty += weight * weight
    gradient[at] = ((gradient[at] ?? 0) + weight / strength) / rows.length
  }
  gradient[0] = (gradient[0] ?? 0) / rows.length
  return (loss + penalty / (2 * strength)) / rows.length
}

type Objective = (weights: Float64Array, gradient: Float64Array) => number

function minimise(objective: Objective, start: Float64Array, signal?: AbortSignal): Float64Array {
  let weights = start
  let gradient = new Float64Array(start.length)
  let loss = objective(weights, gradient)
  const past: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let step = 0; step < maxSteps; step++) {
    signal?.throwIfAborted()
    if (Math.max(...gradient.map(Math.abs)) < tolerance) break
    const direction = directionOf(gradient, past)
    const slope = dot(direction, gradient)
    let size = past.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1
    const nextGradient = new Float64Array(start.length)
    let next = weights
    let nextLoss = loss
    // Backtracking to Armijo's condition.
    for (let tries = 0; tries < 25; tries++, size /= 2) {
      next = weights.map((weight, at) => weight + size * (direction[at] ?? 0))
      nextLoss = objective(next, nextGradient)
      if (nextLoss <= loss + 1e-4 * size * slope) break
    }
    const s = next.map((weight, at) => weight - (weights[at] ?? 0))
    const y = nextGradient.map((one, at) => one - (gradient[at] ?? 0))
    const curvature = dot(s, y)
    if (curvature > 1e-12) past.push({ s, y, rho: 1 / curvature })
    if (past.length > memory) past.shift()
    const isDone = Math.abs(loss - nextLoss) < 1e-9
    ;[weights, gradient, loss] = [next, nextGradient, nextLoss]
    if (isDone) break
  }
  return weights
}

function directionOf(
  gradient: Float64Array,
  past: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const direction = gradient.slice()
  const alphas: number[] = []
  for (const { s, y, rho } of past.toReversed()) {
    const alpha = rho * dot(s, direction)
    alphas.push(alpha)
    for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) - alpha * (y[at] ?? 0)
  }
  const last = past.at(-1)
  const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1
  for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * scale
  for (const { s, y, rho } of past) {
    const beta = rho * dot(y, direction)
    const alpha = alphas.pop() ?? 0
    for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) + (alpha - beta) * (s[at] ?? 0)
  }
  return direction.map((one) => -one)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
