// What a model must beat: popularity (with time decay) and item-to-item cosine neighbours (Sarwar et al. 2001).
import { asBinary, columnSums, gramOf, type Interactions, type SparseRows } from './interactions.ts'
import type { LinearModel } from './linear.ts'
import { topOf } from './ranking.ts'

/** Users per item, as shares of the most popular. With a half-life the newest events count most; its unit is that of the times. */
export function popularityOf(from: Interactions, halfLife: number | null = null): Float32Array {
  const newest = from.time.reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY)
  const sums = new Float64Array(from.items.length)
  const seen = new Set<number>()
  // From the newest event of a user to the oldest: a user counts once an item, at the weight of the last time.
  for (let event = from.user.length - 1; event >= 0; event--) {
    const item = from.item[event] ?? 0
    const pair = (from.user[event] ?? 0) * from.items.length + item
    if (seen.has(pair)) continue
    seen.add(pair)
    sums[item] = (sums[item] ?? 0) + (halfLife === null ? 1 : 0.5 ** ((newest - (from.time[event] ?? 0)) / halfLife))
  }
  const most = sums.reduce((largest, sum) => Math.max(largest, sum), 0) || 1
  return Float32Array.from(sums, (sum) => sum / most)
}

/** Cosine similarity, the `neighbours` nearest of every item; `shrink` steadies pairs with few users. */
export function fitNeighbours(rows: SparseRows, options: { neighbours: number; shrink: number }): LinearModel {
  const items = rows.width
  const weights = gramOf(asBinary(rows))
  const counts = columnSums(asBinary(rows))
  for (let row = 0; row < items; row++) {
    const own = weights.subarray(row * items, (row + 1) * items)
    for (let column = 0; column < items; column++) {
      const norm = Math.sqrt((counts[row] ?? 0) * (counts[column] ?? 0)) + options.shrink
      own[column] = row === column || norm === 0 ? 0 : (own[column] ?? 0) / norm
    }
    const kept = topOf(own, options.neighbours)
    const values = kept.map(() => 0)
    const strengths = Float32Array.from(values, (_, at) => own[kept[at] ?? 0] ?? 0)
    own.fill(0)
    for (const [at, item] of kept.entries()) own[item] = strengths[at] ?? 0
  }
  // Neighbours of the target are what counts: weights[i][j] says how near i is among the nearest of j.
  return { kind: 'dense', items, weights: transposed(weights, items) }
}

function transposed(matrix: Float32Array, size: number): Float32Array {
  for (let row = 0; row < size; row++) {
    for (let column = row + 1; column < size; column++) {
      const held = matrix[row * size + column] ?? 0
      matrix[row * size + column] = matrix[column * size + row] ?? 0
      matrix[column * size + row] = held
    }
  }
  return matrix
}
