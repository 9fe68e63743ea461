// EASE (Steck 2019, "Embarrassingly Shallow Autoencoders for Sparse Data"): ridge regression of every item on all others with a zero
// diagonal, in closed form. With fewer users than items the same numbers come from the users' side (Woodbury), as two factors.
import { type InvertOptions, invertInPlace } from '../multiply.ts'
import { asBinary, denseOf, gramOf, type SparseRows, transpose } from './interactions.ts'
import type { LinearModel } from './linear.ts'

export type EaseOptions = InvertOptions & { ridge: number; form?: 'primal' | 'dual' | undefined }

/** `rows` are users by items; values are taken as 1. Picks the smaller of the two forms unless told. */
export function fitEase(rows: SparseRows, options: EaseOptions): Promise<LinearModel> {
  const form = options.form ?? (rows.rows < rows.width ? 'dual' : 'primal')
  return form === 'primal' ? fitPrimal(asBinary(rows), options) : fitDual(asBinary(rows), options)
}

/** P = (X'X + ridge I)^-1, B = I - P / diag(P). */
async function fitPrimal(rows: SparseRows, options: EaseOptions): Promise<LinearModel> {
  const items = rows.width
  const weights = gramOf(rows)
  for (let at = 0; at < items; at++) weights[at * items + at] = (weights[at * items + at] ?? 0) + options.ridge
  await invertInPlace(weights, items, options)
  const diagonal = Float64Array.from({ length: items }, (_, at) => weights[at * items + at] ?? 1)
  for (let row = 0; row < items; row++) {
    const own = weights.subarray(row * items, (row + 1) * items)
    for (let column = 0; column < items; column++) own[column] = -(own[column] ?? 0) / (diagonal[column] ?? 1)
    own[row] = 0
  }
  return { kind: 'dense', items, weights }
}

/** K = XX' + ridge I, Z = K^-1 X; P_ij = (1[i = j] - x_i . z_j) / ridge, where x_i and z_j are columns. */
async function fitDual(rows: SparseRows, options: EaseOptions): Promise<LinearModel> {
  const items = rows.width
  const rank = rows.rows
  const byItem = transpose(rows)
  const kernel = gramOf(byItem)
  for (let at = 0; at < rank; at++) kernel[at * rank + at] = (kernel[at * rank + at] ?? 0) + options.ridge
  await invertInPlace(kernel, rank, options)
  const right = await options.multiply(kernel, denseOf(rows), { rows: rank, inner: rank, columns: items })
  const self = new Float32Array(items)
  for (let item = 0; item < items; item++) {
    let own = 0
    for (let at = byItem.starts[item] ?? 0; at < (byItem.starts[item + 1] ?? 0); at++)
      own += right[(byItem.columns[at] ?? 0) * items + item] ?? 0
    const scale = Math.max(1 - own, 1e-6)
    self[item] = own / scale
    for (let at = 0; at < rank; at++) right[at * items + item] = (right[at * items + item] ?? 0) / scale
  }
  return { kind: 'factored', items, rank, left: denseOf(byItem), right, self }
}
