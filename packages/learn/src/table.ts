// A table in columns of typed arrays. Numbers miss as NaN, categories as code -1.

type NumberColumn = { name: string; kind: 'number'; values: Float64Array }
type CategoryColumn = { name: string; kind: 'category'; levels: string[]; codes: Int32Array }
export type Column = NumberColumn | CategoryColumn
export type Table = { rows: number; columns: Column[] }

const missingWords = new Set(['', 'na', 'nan', 'null', 'n/a', '?'])
// A column of words with more levels than this is an identifier or free text, not a category.
const maxLevels = 200

export function isMissing(cell: string): boolean {
  return missingWords.has(cell.trim().toLowerCase())
}

/** Cells by column name -> typed columns: a number when every present cell is one, else a category. Throws on free text. */
export function tableFromCells(cells: ReadonlyMap<string, readonly string[]>): Table {
  const columns = [...cells].map(([name, values]) => columnFromCells(name, values))
  return { rows: cells.values().next().value?.length ?? 0, columns }
}

function columnFromCells(name: string, cells: readonly string[]): Column {
  const values = Float64Array.from(cells, (cell) => (isMissing(cell) ? Number.NaN : Number(cell)))
  const isNumber = cells.every((cell, row) => isMissing(cell) || Number.isFinite(values[row]))
  if (isNumber) return { name, kind: 'number', values }
  const levels = [...new Set(cells.filter((cell) => !isMissing(cell)).map((cell) => cell.trim()))].sort()
  if (levels.length > maxLevels)
    throw new Error(`column ${name} has ${levels.length} different texts, more than ${maxLevels}: drop it or group it`)
  return { name, kind: 'category', levels, codes: codesOf(cells, levels) }
}

/** Index of each cell's level; -1 for missing and for levels that are not in the list. */
export function codesOf(cells: readonly string[], levels: readonly string[]): Int32Array {
  const index = new Map(levels.map((level, at) => [level, at]))
  return Int32Array.from(cells, (cell) => index.get(cell.trim()) ?? -1)
}

export function selectRows(table: Table, rows: Int32Array): Table {
  const columns = table.columns.map(
    (column): Column =>
      column.kind === 'number'
        ? { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN) }
        : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1) },
  )
  return { rows: rows.length, columns }
}

export function selectLabels(labels: Uint8Array, rows: Int32Array): Uint8Array {
  return Uint8Array.from(rows, (row) => labels[row] ?? 0)
}

/** The row as the graph takes it: float32, NaN for missing, a category as the index of its level. */
export function encodeRows(table: Table): Float32Array {
  const width = table.columns.length
  const data = new Float32Array(table.rows * width)
  for (const [at, column] of table.columns.entries()) {
    for (let row = 0; row < table.rows; row++) {
      const code = column.kind === 'category' ? (column.codes[row] ?? -1) : 0
      data[row * width + at] =
        column.kind === 'number' ? (column.values[row] ?? Number.NaN) : code < 0 ? Number.NaN : code
    }
  }
  return data
}
