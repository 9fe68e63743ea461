// Dense float32 matrix products and the inverse of a positive definite matrix, in blocks. The product is handed in: onnxruntime's MatMul
// does 165 GFLOP/s on two cores where these loops do 1.2 (measured, ADR 6), and a trainer stays pure.

type Dims = { rows: number; inner: number; columns: number }
/** a [rows, inner] times b [inner, columns], row-major. */
export type Multiply = (a: Float32Array, b: Float32Array, dims: Dims) => Promise<Float32Array>

const blockSize = 256
const panelRows = 2048

/** The product in plain loops: for tests and for machines without onnxruntime. */
export const multiplyInLoops: Multiply = async (a, b, { rows, inner, columns }) => {
  const product = new Float32Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const to = product.subarray(row * columns, (row + 1) * columns)
    for (let at = 0; at < inner; at++) {
      const factor = a[row * inner + at] ?? 0
      if (factor === 0) continue
      const from = b.subarray(at * columns, (at + 1) * columns)
      for (let column = 0; column < columns; column++) to[column] = (to[column] ?? 0) + factor * (from[column] ?? 0)
    }
  }
  return product
}

export type InvertOptions = {
  multiply: Multiply
  signal?: AbortSignal | undefined
  onProgress?: ((fraction: number) => void) | undefined
}

/**
 * Inverts a symmetric positive definite matrix [size, size] in place by block Gauss-Jordan elimination: one copy of the matrix and one
 * panel of 2,048 rows are all it holds. Throws when the matrix is not positive definite, and when aborted.
 */
export async function invertInPlace(matrix: Float32Array, size: number, options: InvertOptions): Promise<void> {
  for (let first = 0; first < size; first += blockSize) {
    options.signal?.throwIfAborted()
    const width = Math.min(blockSize, size - first)
    const pivot = invertSmall(cut(matrix, { size, row: first, column: first, rows: width, columns: width }), width)
    const row = await options.multiply(pivot, matrix.subarray(first * size, (first + width) * size), {
      rows: width,
      inner: width,
      columns: size,
    })
    for (let at = 0; at < width; at++) row.set(pivot.subarray(at * width, (at + 1) * width), at * size + first)
    await eliminate(matrix, { size, first, width, row, multiply: options.multiply })
    matrix.set(row, first * size)
    options.onProgress?.((first + width) / size)
  }
}

type Elimination = { size: number; first: number; width: number; row: Float32Array; multiply: Multiply }

async function eliminate(matrix: Float32Array, { size, first, width, row, multiply }: Elimination): Promise<void> {
  for (let from = 0; from < size; from += panelRows) {
    const rows = Math.min(panelRows, size - from)
    const factors = cut(matrix, { size, row: from, column: first, rows, columns: width })
    // The block's own rows are set by the caller.
    for (let at = Math.max(first - from, 0); at < Math.min(first + width - from, rows); at++)
      factors.fill(0, at * width, (at + 1) * width)
    const product = await multiply(factors, row, { rows, inner: width, columns: size })
    for (let at = 0; at < rows; at++) {
      const own = matrix.subarray((from + at) * size, (from + at + 1) * size)
      own.fill(0, first, first + width)
      const change = product.subarray(at * size, (at + 1) * size)
      for (let column = 0; column < size; column++) own[column] = (own[column] ?? 0) - (change[column] ?? 0)
    }
  }
}

type Part = { size: number; row: number; column: number; rows: number; columns: number }

function cut(matrix: Float32Array, part: Part): Float32Array {
  const out = new Float32Array(part.rows * part.columns)
  for (let at = 0; at < part.rows; at++) {
    const from = (part.row + at) * part.size + part.column
    out.set(matrix.subarray(from, from + part.columns), at * part.columns)
  }
  return out
}

/** Gauss-Jordan in float64; a positive definite matrix needs no pivoting. */
export function invertSmall(matrix: ArrayLike<number>, size: number): Float32Array {
  const work = Float64Array.from(matrix)
  for (let pivot = 0; pivot < size; pivot++) {
    const own = work.subarray(pivot * size, (pivot + 1) * size)
    const head = own[pivot] ?? 0
    if (!(head > 0)) throw new Error('the matrix is not positive definite: raise the ridge')
    own[pivot] = 1
    for (let at = 0; at < size; at++) own[at] = (own[at] ?? 0) / head
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue
      const other = work.subarray(row * size, (row + 1) * size)
      const factor = other[pivot] ?? 0
      if (factor === 0) continue
      other[pivot] = 0
      for (let at = 0; at < size; at++) other[at] = (other[at] ?? 0) - factor * (own[at] ?? 0)
    }
  }
  return Float32Array.from(work)
}
