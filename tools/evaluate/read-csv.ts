// A CSV file -> a table of features and labels, with an error that names the fix for whatever is wrong with it.
import { readFileSync } from 'node:fs'
import { isMissing, type Table, tableFromCells } from '@guildhall/learn/table'
import { parse } from 'csv-parse/sync'

const maxBytes = 200_000_000

export type Source = { path: string; target: string; positive: string; drop: readonly string[] }
/** `cellsOf` gives a column as it stands in the file, also one that was dropped. */
export type ReadCsv = {
  table: Table
  labels: Uint8Array
  excluded: string[]
  cellsOf: (name: string) => string[]
}

export function readCsv({ path, target, positive, drop }: Source): ReadCsv {
  const bytes = readFileSync(path)
  if (bytes.length > maxBytes) throw new Error(`${path} is over ${maxBytes} bytes: take a sample`)
  const rows: string[][] = parse(bytes, { bom: true, skip_empty_lines: true })
  const [header = [], ...body] = rows
  for (const name of [target, ...drop])
    if (!header.includes(name)) throw new Error(`no column ${name} in ${path}. Its columns: ${header.join(', ')}`)
  if (body.length === 0) throw new Error(`${path} has a header and no rows`)
  const cellsOf = (name: string) => {
    const at = header.indexOf(name)
    if (at < 0) throw new Error(`no column ${name} in ${path}. Its columns: ${header.join(', ')}`)
    return body.map((row) => row[at] ?? '')
  }
  const labels = labelsOf(cellsOf(target), { target, positive })
  const names = header.filter((name) => name !== target)
  const ids = names.filter((name) => !drop.includes(name) && isRowNumber(cellsOf(name)))
  const kept = names.filter((name) => !drop.includes(name) && !ids.includes(name))
  const table = tableFromCells(new Map(kept.map((name) => [name, cellsOf(name)])))
  return { table, labels, excluded: [...drop, ...ids], cellsOf }
}

function labelsOf(cells: readonly string[], { target, positive }: { target: string; positive: string }): Uint8Array {
  const missing = cells.findIndex(isMissing)
  if (missing >= 0) throw new Error(`row ${missing + 2} has no ${target}: drop such rows first`)
  const seen = [...new Set(cells)]
  if (!seen.includes(positive))
    throw new Error(`${target} is never ${positive}. It is: ${seen.slice(0, 10).join(', ')}`)
  if (seen.length < 2) throw new Error(`${target} is always ${positive}: there is nothing to learn`)
  return Uint8Array.from(cells, (cell) => (cell === positive ? 1 : 0))
}

/** 0, 1, 2 … or 1, 2, 3 … down the file: a row number carries no information about the outcome, only about the order. */
function isRowNumber(cells: readonly string[]): boolean {
  const first = Number(cells[0])
  return (first === 0 || first === 1) && cells.every((cell, row) => cell !== '' && Number(cell) === row + first)
}
