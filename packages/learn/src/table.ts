// A table in columns of typed arrays. Numbers miss as NaN, categories as code -1.

type NumberColumn = { name: string; kind: 'number'; values: Float64Array }
type CategoryColumn = { name: string; kind: 'category'; levels: string[]; codes: Int32Array }
export type Column = NumberColumn | CategoryColumn
export type Table = { rows: number; columns: Column[] }

const missingWords = new Set(['', 'na', 'nan', 'null', 'n/a', '?'])
// A column of words with more levels than this keeps its most frequent ones; the rest become one. A free text so says little, and harms nothing.
const maxLevels = 50
const otherLevel = '(other)'

export function isMissing(cell: string): boolean {
  return missingWords.has(cell.trim().toLowerCase())
}

/** Cells by column name -> typed columns: a number when every present cell is one, else a category. */
export function tableFromCells(cells: ReadonlyMap<string, readonly string[]>): Table {
  const columns = [...cells].map(([name, values]) => columnFromCells(name, values))
  return { rows: cells.values().next().value?.length ?? 0, columns }
}

function columnFromCells(name: string, cells: readonly string[]): Column {
  const values = Float64Array.from(cells, (cell) => (isMissing(cell) ? Number.NaN : Number(cell)))
  const isNumber = cells.every((cell, row) => isMissing(cell) || Number.isFinite(values[row]))
  if (isNumber) return { name, kind: 'number', values }
  const words = groupRare(cells.map((cell) => (isMissing(cell) ? '' : cell.trim())))
  const levels = [...new Set(words.filter((word) => word !== ''))].sort()
  return { name, kind: 'category', levels, codes: codesOf(words, levels) }
}

function groupRare(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  if (counts.size <= maxLevels) return words
  // By name where equally frequent, so that the order of the rows does not matter.
  const byFrequency = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const kept = new Set(byFrequency.slice(0, maxLevels - 1).map(([word]) => word))
  return words.map((word) => (word === '' || kept.has(word) ? word : otherLevel))
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
