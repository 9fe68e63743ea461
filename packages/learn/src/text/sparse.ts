// A sparse matrix by rows, and its products with dense row-major ones: texts by terms.

export type Sparse = {
  rows: number
  columns: number
  /** Row r holds the entries from starts[r] up to starts[r + 1]. */
  starts: Int32Array
  column: Int32Array
  value: Float32Array
}

export function sparseOf(rows: readonly ReadonlyMap<number, number>[], columns: number): Sparse {
  const starts = new Int32Array(rows.length + 1)
  for (const [at, row] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + row.size
  const size = starts[rows.length] ?? 0
  const [column, value] = [new Int32Array(size), new Float32Array(size)]
  let at = 0
  for (const row of rows)
    for (const [key, own] of row) {
      column[at] = key
      value[at++] = own
    }
  return { rows: rows.length, columns, starts, column, value }
}

/** a times b [columns, width]. */
export function times(a: Sparse, b: Float64Array, width: number): Float64Array {
  const product = new Float64Array(a.rows * width)
  for (let row = 0; row < a.rows; row++)
    for (let at = a.starts[row] ?? 0; at < (a.starts[row + 1] ?? 0); at++)
      addTo(product, row * width, { from: b, start: (a.column[at] ?? 0) * width, width, factor: a.value[at] ?? 0 })
  return product
}

/** a' times b [rows, width]. */
export function transposedTimes(a: Sparse, b: Float64Array, width: number): Float64Array {
  const product = new Float64Array(a.columns * width)
  for (let row = 0; row < a.rows; row++)
    for (let at = a.starts[row] ?? 0; at < (a.starts[row + 1] ?? 0); at++)
      addTo(product, (a.column[at] ?? 0) * width, { from: b, start: row * width, width, factor: a.value[at] ?? 0 })
  return product
}

type Addend = { from: Float64Array; start: number; width: number; factor: number }

function addTo(to: Float64Array, at: number, { from, start, width, factor }: Addend): void {
  for (let k = 0; k < width; k++) to[at + k] = (to[at + k] ?? 0) + factor * (from[start + k] ?? 0)
}
