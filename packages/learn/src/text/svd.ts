// The first right singular vectors of a sparse matrix by a random range and power iterations (Halko, Martinsson and Tropp 2011), seeded.
import { openRandom } from '../random.ts'
import { type Sparse, times, transposedTimes } from './sparse.ts'

const spare = 8
const iterations = 3

/** `right` is [columns, rank], its columns of length 1; `values` fall. Fewer than asked for where the matrix has no more. */
export type Decomposed = { right: Float64Array; values: Float64Array; rank: number }

export function decompose(a: Sparse, { rank, seed }: { rank: number; seed: number }): Decomposed {
  const width = Math.min(rank + spare, a.rows, a.columns)
  const random = openRandom(seed)
  // Sums of three uniform numbers: near enough to normal ones, and the same on every machine.
  const start = Float64Array.from({ length: a.columns * width }, () => random() + random() + random() - 1.5)
  let basis = orthonormal(times(a, start, width), a.rows, width)
  for (let step = 0; step < iterations; step++) {
    const across = orthonormal(transposedTimes(a, basis, width), a.columns, width)
    basis = orthonormal(times(a, across, width), a.rows, width)
  }
  const projected = transposedTimes(a, basis, width)
  const { values, vectors } = symmetricEigen(crossProduct(projected, a.columns, width), width)
  const kept = Math.min(rank, [...values].filter((one) => one > 1e-9 * (values[0] ?? 0)).length)
  const right = new Float64Array(a.columns * kept)
  for (let row = 0; row < a.columns; row++)
    for (let k = 0; k < kept; k++) {
      let sum = 0
      for (let j = 0; j < width; j++) sum += (projected[row * width + j] ?? 0) * (vectors[j * width + k] ?? 0)
      right[row * kept + k] = sum / Math.sqrt(values[k] ?? 1)
    }
  return { right, values: values.subarray(0, kept).map(Math.sqrt), rank: kept }
}

/** Gram and Schmidt, twice for accuracy, in place; columns that vanish stay zero. */
function orthonormal(a: Float64Array, rows: number, width: number): Float64Array {
  for (let k = 0; k < width; k++) {
    for (let round = 0; round < 2; round++)
      for (let j = 0; j < k; j++) {
        let sum = 0
        for (let row = 0; row < rows; row++) sum += (a[row * width + j] ?? 0) * (a[row * width + k] ?? 0)
        for (let row = 0; row < rows; row++)
          a[row * width + k] = (a[row * width + k] ?? 0) - sum * (a[row * width + j] ?? 0)
      }
    let squares = 0
    for (let row = 0; row < rows; row++) squares += (a[row * width + k] ?? 0) ** 2
    const length = Math.sqrt(squares)
    for (let row = 0; row < rows; row++) a[row * width + k] = length > 1e-12 ? (a[row * width + k] ?? 0) / length : 0
  }
  return a
}

function crossProduct(a: Float64Array, rows: number, width: number): Float64Array {
  const product = new Float64Array(width * width)
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < width; i++) {
      const left = a[row * width + i] ?? 0
      for (let j = 0; j < width; j++)
        product[i * width + j] = (product[i * width + j] ?? 0) + left * (a[row * width + j] ?? 0)
    }
  return product
}

/** Jacobi's rotations; values fall, vectors are columns. */
export function symmetricEigen(matrix: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice()
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  const scale = a.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-300)
  for (let sweep = 0; sweep < 40; sweep++) {
    let off = 0
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        off = Math.max(off, Math.abs(a[p * n + q] ?? 0))
        rotate({ a, v, n }, p, q)
      }
    if (off < 1e-14 * scale) break
  }
  const order = Array.from({ length: n }, (_, at) => at).sort((i, j) => (a[j * n + j] ?? 0) - (a[i * n + i] ?? 0))
  const vectors = new Float64Array(n * n)
  for (const [to, from] of order.entries())
    for (let row = 0; row < n; row++) vectors[row * n + to] = v[row * n + from] ?? 0
  return { values: Float64Array.from(order, (at) => Math.max(0, a[at * n + at] ?? 0)), vectors }
}

type Rotating = { a: Float64Array; v: Float64Array; n: number }

function rotate({ a, v, n }: Rotating, p: number, q: number): void {
  const apq = a[p * n + q] ?? 0
  if (apq === 0) return
  const theta = ((a[q * n + q] ?? 0) - (a[p * n + p] ?? 0)) / (2 * apq)
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < n; k++) turn(a, { one: k * n + p, other: k * n + q, c, s })
  for (let k = 0; k < n; k++) turn(a, { one: p * n + k, other: q * n + k, c, s })
  for (let k = 0; k < n; k++) turn(v, { one: k * n + p, other: k * n + q, c, s })
}

function turn(m: Float64Array, { one, other, c, s }: { one: number; other: number; c: number; s: number }): void {
  const [x, y] = [m[one] ?? 0, m[other] ?? 0]
  m[one] = c * x - s * y
  m[other] = s * x + c * y
}
