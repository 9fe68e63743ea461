// CSV cells -> records of a collection: which column is which field (a first guess by name), and how a cell becomes a value. Pure.
import type { Collection, CollectionField } from '@guildhall/verticals/kit/collection'

/** Column -> field, `features.<column>` for a field of records, or '' for left out. */
export type Mapping = Record<string, string>
export type ColumnGuess = 'number' | 'time' | 'boolean' | 'text' | 'empty'

const blanks = new Set(['', 'na', 'nan', 'null', 'n/a', '?'])
const yes = new Set(['true', '1', 'yes', 'y'])
const no = new Set(['false', '0', 'no', 'n'])

const isBlank = (cell: string): boolean => blanks.has(cell.trim().toLowerCase())

export function guessType(cells: readonly string[]): ColumnGuess {
  const present = cells.filter((cell) => !isBlank(cell))
  if (present.length === 0) return 'empty'
  if (present.every((cell) => /^(true|false|yes|no)$/i.test(cell.trim()))) return 'boolean'
  if (present.every((cell) => Number.isFinite(Number(cell)))) return 'number'
  return present.every((cell) => timeOf(cell) !== null) ? 'time' : 'text'
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '_')

/** By name, then by alias; of a field of records every other column becomes one. */
export function guessMapping(collection: Collection, columns: readonly string[]): Mapping {
  const mapping: Mapping = Object.fromEntries(columns.map((column) => [column, '']))
  const taken = new Set<string>()
  const take = (column: string, field: string) => {
    mapping[column] = field
    taken.add(column)
  }
  for (const field of targetFields(collection).filter((one) => one.kind !== 'record')) {
    const names = [plain(field.name), ...field.aliases]
    const column = names.map((name) => columns.find((one) => plain(one) === name && !taken.has(one))).find(Boolean)
    if (column) take(column, field.name)
  }
  const records = collection.fields.find((field) => field.kind === 'record' && field.required)
  if (records) for (const column of columns) if (!taken.has(column)) take(column, `${records.name}.${nameOf(column)}`)
  return mapping
}

const targetFields = (collection: Collection) => [...collection.fields, ...(collection.columns ?? [])]

/** Names of features begin with a letter. */
const nameOf = (column: string) =>
  column
    .trim()
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/[^\w ]+/g, '_')
    .slice(0, 60) || 'column'

/** Everything a column may become. */
export function targetsFor(collection: Collection, column: string): string[] {
  return targetFields(collection).map((field) =>
    field.kind === 'record' ? `${field.name}.${nameOf(column)}` : field.name,
  )
}

export function toRecord(
  collection: Collection,
  mapping: Mapping,
  cells: Record<string, string>,
): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  const inner = new Map<string, Record<string, unknown>>()
  for (const [column, target] of Object.entries(mapping)) {
    if (target === '') continue
    const cell = cells[column] ?? ''
    const flat = targetFields(collection).find((one) => one.name === target)
    const [name = '', own] = flat ? [target] : target.split(/\.(.*)/s)
    const field = flat ?? collection.fields.find((one) => one.name === name)
    if (!field) continue
    if (field.kind === 'record' && own) inner.set(name, { ...inner.get(name), [own]: looseValue(cell) })
    else if (!isBlank(cell)) record[name] = fieldValue(field, cell)
  }
  const row = { ...record, ...Object.fromEntries(inner) }
  return collection.gather?.(row) ?? row
}

function looseValue(cell: string): number | string | null {
  if (isBlank(cell)) return null
  const number = Number(cell)
  return Number.isFinite(number) ? number : cell.trim()
}

/** What cannot be read stays text: the schema says what is wrong with it. */
function fieldValue({ kind }: CollectionField, cell: string): unknown {
  const text = cell.trim()
  if (kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : text
  if (kind === 'boolean') return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : text
  if (kind === 'time') return timeOf(text) ?? text
  if (kind === 'list') return text.split(/\s*[|>]\s*/).filter((part) => part !== '')
  return text
}

/** Unix seconds as a number; a day or a local time without zone is read as UTC. */
function timeOf(cell: string): number | string | null {
  const text = cell.trim()
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return Number(text)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T00:00:00Z`
  if (/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text)) return `${text.replace(' ', 'T')}Z`
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : null
}
