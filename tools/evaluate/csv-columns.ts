// Named columns of a CSV file as arrays of text, read record by record, so that only what is asked for is held.
import { createReadStream, statSync } from 'node:fs'
import { parse } from 'csv-parse'

const maxBytes = 1_000_000_000

/** Throws when a column is absent, the file has no rows, or a record is malformed; the message names the fix. */
export async function readColumns<N extends string>(path: string, names: readonly N[]): Promise<Record<N, string[]>> {
  if (statSync(path).size > maxBytes) throw new Error(`${path} is over ${maxBytes} bytes: take a sample`)
  const columns = new Map<string, string[]>(names.map((name) => [name, []]))
  const targets: [at: number, cells: string[]][] = []
  let isHeader = true
  const records: AsyncIterable<string[]> = createReadStream(path).pipe(
    parse({ bom: true, skip_empty_lines: true, max_record_size: 1_000_000 }),
  )
  for await (const record of records) {
    if (isHeader) {
      isHeader = false
      for (const [name, cells] of columns) {
        const at = record.indexOf(name)
        if (at < 0) throw new Error(`no column ${name} in ${path}. Its columns: ${record.join(', ')}`)
        targets.push([at, cells])
      }
      continue
    }
    for (const [at, cells] of targets) cells.push(record[at] ?? '')
  }
  if ((targets[0]?.[1].length ?? 0) === 0) throw new Error(`${path} has a header and no rows`)
  return Object.fromEntries(columns) as Record<N, string[]>
}
