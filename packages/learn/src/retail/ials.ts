// Implicit matrix factorisation by alternating least squares, regularised by frequency as in Rendle et al. 2021, "Revisiting the
// performance of iALS": sum over seen (1 - w.h)^2 + alpha sum over all (w.h)^2 + reg (n_seen + alpha n_all) |.|^2. For catalogues that
// are too large for an item-by-item matrix.
import { solveCholesky } from '../cholesky.ts'
import { invertSmall } from '../multiply.ts'
import { openRandom } from '../random.ts'
import { asBinary, type SparseRows, transpose } from './interactions.ts'
import type { LinearModel } from './linear.ts'

export type IalsOptions = {
  rank: number
  alpha: number
  reg: number
  sweeps: number
  seed: number
  signal?: AbortSignal | undefined
  onProgress?: ((fraction: number) => void) | undefined
}

/** `items` is [items, rank]. */
export type Factors = { rank: number; count: number; items: Float32Array; options: IalsOptions }

export function fitIals(rows: SparseRows, options: IalsOptions): Factors {
  const byUser = asBinary(rows)
  const byItem = transpose(byUser)
  const { rank } = options
  const random = openRandom(options.seed)
  const scale = 0.1 / Math.sqrt(rank)
  const items = Float32Array.from({ length: rows.width * rank }, () => gaussian(random) * scale)
  let users: Float32Array = new Float32Array(rows.rows * rank)
  for (let sweep = 0; sweep < options.sweeps; sweep++) {
    options.signal?.throwIfAborted()
    users = solveRows(byUser, items, options)
    items.set(solveRows(byItem, users, options))
    options.onProgress?.((sweep + 1) / options.sweeps)
  }
  return { rank, count: rows.width, items, options }
}

/** The vectors [rows, rank] that fit these rows best while the other side stands still. */
export function solveRows(rows: SparseRows, other: Float32Array, options: IalsOptions): Float32Array {
  const { rank, alpha, reg } = options
  const shared = crossOf(other, rank)
  const solved = new Float32Array(rows.rows * rank)
  const system = new Float64Array(rank * rank)
  const right = new Float64Array(rank)
  for (let row = 0; row < rows.rows; row++) {
    const [from, to] = [rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0]
    if (from === to) continue
    for (let at = 0; at < system.length; at++) system[at] = alpha * (shared[at] ?? 0)
    right.fill(0)
    for (let at = from; at < to; at++) addSeen({ system, right, rank }, other, (rows.columns[at] ?? 0) * rank)
    const ridge = reg * (to - from + alpha * rows.width)
    for (let at = 0; at < rank; at++) system[at * rank + at] = (system[at * rank + at] ?? 0) + ridge
    solved.set(solveCholesky(system, right), row * rank)
  }
  return solved
}

type System = { system: Float64Array; right: Float64Array; rank: number }

function addSeen({ system, right, rank }: System, other: Float32Array, base: number): void {
  for (let a = 0; a < rank; a++) {
    const factor = other[base + a] ?? 0
    right[a] = (right[a] ?? 0) + factor
    // The lower triangle is enough for Cholesky.
    for (let b = 0; b <= a; b++) system[a * rank + b] = (system[a * rank + b] ?? 0) + factor * (other[base + b] ?? 0)
  }
}

/**
 * The factors as a linear item model: a history is folded in with one fixed matrix instead of its own, so that every item's part of a
 * score is exact. score = x V M V', M = (alpha V'V + (1 + mean ridge) I)^-1.
 */
export function linearOf(factors: Factors, meanHistory: number): LinearModel {
  const { rank, count, items, options } = factors
  const system = crossOf(items, rank)
  const ridge = options.reg * (meanHistory + options.alpha * count)
  for (let at = 0; at < system.length; at++) {
    const shared = system[at] ?? 0
    // An average history adds its share of V'V, as the users' own would.
    system[at] = shared * (options.alpha + meanHistory / count) + (at % (rank + 1) === 0 ? ridge : 0)
  }
  const inverse = invertSmall(system, rank)
  const left = new Float32Array(count * rank)
  const right = new Float32Array(count * rank)
  const self = new Float32Array(count)
  for (let item = 0; item < count; item++) {
    for (let a = 0; a < rank; a++) {
      right[a * count + item] = items[item * rank + a] ?? 0
      for (let b = 0; b < rank; b++)
        left[item * rank + a] =
          (left[item * rank + a] ?? 0) + (items[item * rank + b] ?? 0) * (inverse[b * rank + a] ?? 0)
    }
    for (let a = 0; a < rank; a++)
      self[item] = (self[item] ?? 0) + (left[item * rank + a] ?? 0) * (items[item * rank + a] ?? 0)
  }
  return { kind: 'factored', items: count, rank, left, right, self }
}

/** V'V [rank, rank], full. */
function crossOf(vectors: Float32Array, rank: number): Float64Array {
  const cross = new Float64Array(rank * rank)
  for (let base = 0; base < vectors.length; base += rank)
    for (let a = 0; a < rank; a++)
      for (let b = 0; b <= a; b++)
        cross[a * rank + b] = (cross[a * rank + b] ?? 0) + (vectors[base + a] ?? 0) * (vectors[base + b] ?? 0)
  for (let a = 0; a < rank; a++) for (let b = a + 1; b < rank; b++) cross[a * rank + b] = cross[b * rank + a] ?? 0
  return cross
}

const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
