// Lists whose rows have a name of their own (rules by id, reasons by code, golden cases by slug …), read as maps: a row is then the same row
// wherever it stands. Shared by the difference and the merge of template documents.
export type Plain = Readonly<Record<string, unknown>>

const names = [
  'slug',
  'id',
  'code',
  'rule',
  'factor',
  'item_id',
  'from',
  'band',
  'path',
  'jurisdiction',
  'skill',
  'key',
] as const

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Never what it inherits: a tenant may name a field as it likes. */
export function ownValue(of: Plain, key: string): unknown {
  return Object.hasOwn(of, key) ? of[key] : undefined
}

/** Rows by name, in their order; null unless every row of every list has one under the same key, and each but once. */
export function rowsByName(...lists: readonly (readonly unknown[])[]): ReadonlyMap<string, unknown>[] | null {
  const all = lists.flat()
  const name = names.find((one) => all.every((row) => isPlain(row) && typeof ownValue(row, one) === 'string'))
  if (name === undefined || all.length === 0) return null
  const maps = lists.map((list) => new Map(list.map((row) => [nameOf(row, name), row])))
  return maps.every((map, at) => map.size === lists[at]?.length) ? maps : null
}

function nameOf(row: unknown, key: string): string {
  return isPlain(row) ? String(row[key]) : ''
}

/** Equal as JSON, whatever the order of keys. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => isSameJson(one, b[at]))
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameJson(ownValue(a, key), ownValue(b, key)))
  )
}
