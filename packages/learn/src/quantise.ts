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

/** A matrix at this precision, row by row: every row has its own scale, as in per-channel quantisation. */
export function quantiseRows(matrix: Float32Array, width: number, precision: Precision): Float32Array {
  if (precision === 'fp32') return matrix
  const out = new Float32Array(matrix.length)
  for (let from = 0; from < matrix.length; from += width) {
    const row = matrix.subarray(from, from + width)
    out.set(row.map(rounder(row, precision)), from)
  }
  return out
}

function rounder(values: ArrayLike<number>, precision: Precision): (value: number) => number {
  if (precision === 'fp16') return half
  let largest = 0
  for (let at = 0; at < values.length; at++) largest = Math.max(largest, Math.abs(values[at] ?? 0))
  const step = largest / 127 || 1
  return (value) => Math.round(value / step) * step
}

/** Nearest number of IEEE binary16 in its normal range: 11 significant bits. */
function half(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value
  const step = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 10)
  return Math.round(value / step) * step
}
