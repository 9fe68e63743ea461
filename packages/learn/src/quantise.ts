// Smaller variants of a model: the numbers it could still tell apart at a lower precision. The parity gate says what that costs.
import type { AdditiveModel } from './additive.ts'

/** fp16 keeps 11 bits of every number; int8 keeps 255 steps of the largest one. */
export type Precision = 'fp32' | 'fp16' | 'int8'

/** Score tables, slopes and bias at this precision; the cuts stay, so every value still falls into its bin. */
export function quantiseAdditive(model: AdditiveModel, precision: Precision): AdditiveModel {
  if (precision === 'fp32') return model
  const scores = model.terms.flatMap((term) => [...term.scores])
  const round = rounder(scores, precision)
  const slopeRound = rounder(
    model.terms.map((term) => (term.kind === 'number' ? term.slope * (term.high - term.low) : 0)),
    precision,
  )
  return {
    ...model,
    bias: precision === 'fp16' ? half(model.bias) : model.bias,
    terms: model.terms.map((term) => {
      const rounded = { ...term, scores: term.scores.map(round) }
      if (rounded.kind === 'category') return rounded
      const span = rounded.high - rounded.low || 1
      return { ...rounded, slope: slopeRound(rounded.slope * span) / span }
    }),
  }
}

/** What a matrix says once stored at this precision; int8 has a scale per row, as in per-channel quantisation. */
export function quantiseRows(matrix: Float32Array, width: number, precision: Precision): Float32Array {
  if (precision === 'fp32') return matrix
  if (precision === 'fp16') return matrix.map(half)
  const scales = rowScales(matrix, width)
  return matrix.map((value, at) => {
    const scale = scales[Math.floor(at / width)] ?? 1
    return Math.round(value / scale) * scale
  })
}

/** The step of every row: 127 of them reach its largest value. */
export function rowScales(matrix: Float32Array, width: number): Float32Array {
  const scales = new Float32Array(matrix.length / width)
  for (let row = 0; row < scales.length; row++) {
    let largest = 0
    for (const value of matrix.subarray(row * width, (row + 1) * width)) largest = Math.max(largest, Math.abs(value))
    scales[row] = largest / 127 || 1
  }
  return scales
}

/** The bits of the nearest IEEE binary16; what is below its normal range becomes 0, above it the largest. */
export function halfBits(value: number): number {
  const rounded = Math.min(Math.abs(half(value)), 65_504)
  const sign = value < 0 ? 0x8000 : 0
  const exponent = Math.floor(Math.log2(rounded))
  if (rounded === 0 || exponent < -14) return sign
  return sign | ((exponent + 15) << 10) | Math.round((rounded / 2 ** exponent - 1) * 1024)
}

function rounder(values: ArrayLike<number>, precision: Precision): (value: number) => number {
  if (precision === 'fp16') return half
  let largest = 0
  for (let at = 0; at < values.length; at++) largest = Math.max(largest, Math.abs(values[at] ?? 0))
  const step = largest / 127 || 1
  return (value) => Math.round(value / step) * step
}

/** Nearest number of IEEE binary16 in its normal range: 11 significant bits; below it 0. */
function half(value: number): number {
  const exponent = Math.floor(Math.log2(Math.abs(value)))
  if (value === 0 || !Number.isFinite(value) || exponent < -14) return 0
  const step = 2 ** (exponent - 10)
  return Math.round(value / step) * step
}
