// A linear item model: the score of item j is a sum over the history, so every part of it can be named. Small catalogues hold the whole
// item-by-item matrix, large ones (or few users) two factors of it.
import type { Multiply } from '../multiply.ts'
import { denseOf, type SparseRows } from './interactions.ts'

/** score_j = sum_i x_i weights[i][j]; `weights` is [items, items] with a zero diagonal. */
type Dense = { kind: 'dense'; items: number; weights: Float32Array }
/** score_j = sum_i x_i (left_i . right_j) - x_j self_j; left is [items, rank], right is [rank, items]. */
type Factored = {
  kind: 'factored'
  items: number
  rank: number
  left: Float32Array
  right: Float32Array
  self: Float32Array
}
export type LinearModel = Dense | Factored

/** What item i of a history adds to the score of item j, per unit of its weight. */
export function influence(model: LinearModel, i: number, j: number): number {
  if (model.kind === 'dense') return model.weights[i * model.items + j] ?? 0
  let sum = i === j ? -(model.self[j] ?? 0) : 0
  for (let at = 0; at < model.rank; at++)
    sum += (model.left[i * model.rank + at] ?? 0) * (model.right[at * model.items + j] ?? 0)
  return sum
}

/** Scores [histories, items]. */
export async function scoreOf(model: LinearModel, histories: SparseRows, multiply: Multiply): Promise<Float32Array> {
  const { items } = model
  const rows = histories.rows
  if (model.kind === 'dense') return multiply(denseOf(histories), model.weights, { rows, inner: items, columns: items })
  const projected = new Float32Array(rows * model.rank)
  for (let row = 0; row < rows; row++) {
    const to = projected.subarray(row * model.rank, (row + 1) * model.rank)
    for (let at = histories.starts[row] ?? 0; at < (histories.starts[row + 1] ?? 0); at++) {
      const from = (histories.columns[at] ?? 0) * model.rank
      const weight = histories.values[at] ?? 0
      for (let rank = 0; rank < model.rank; rank++) to[rank] = (to[rank] ?? 0) + weight * (model.left[from + rank] ?? 0)
    }
  }
  const scores = await multiply(projected, model.right, { rows, inner: model.rank, columns: items })
  for (let row = 0; row < rows; row++) {
    for (let at = histories.starts[row] ?? 0; at < (histories.starts[row + 1] ?? 0); at++) {
      const column = histories.columns[at] ?? 0
      const to = row * items + column
      scores[to] = (scores[to] ?? 0) - (histories.values[at] ?? 0) * (model.self[column] ?? 0)
    }
  }
  return scores
}
