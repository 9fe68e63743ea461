// Two people changed one draft: both changes on top of what they began with, and where they cannot both stand. Pure: the browser offers it.
import { isPlain, isSameJson, ownValue, rowsByName } from './keyed.ts'

type Three = { base: unknown; mine: unknown; theirs: unknown }

/** `both` lists the paths that mine and theirs changed to different values; there, `merged` has mine. */
export function threeWay(base: unknown, mine: unknown, theirs: unknown): { merged: unknown; both: string[] } {
  const both: string[] = []
  const merged = merge([], { base, mine, theirs }, both)
  return { merged, both }
}

function merge(path: readonly string[], { base, mine, theirs }: Three, both: string[]): unknown {
  if (isSameJson(mine, theirs) || isSameJson(base, theirs)) return mine
  if (isSameJson(base, mine)) return theirs
  if (isPlain(mine) && isPlain(theirs)) {
    const began = isPlain(base) ? base : {}
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
    const entries = keys.map((key): [string, unknown] => [
      key,
      merge(
        [...path, key],
        { base: ownValue(began, key), mine: ownValue(mine, key), theirs: ownValue(theirs, key) },
        both,
      ),
    ])
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  if (Array.isArray(mine) && Array.isArray(theirs) && Array.isArray(base)) {
    const rows = rowsByName(base, mine, theirs)
    const [began, own, other] = rows ?? []
    if (began && own && other) return mergeRows(path, { base: began, mine: own, theirs: other }, both)
  }
  both.push(path.join('.'))
  return mine
}

type Rows = ReadonlyMap<string, unknown>
type ThreeRows = { base: Rows; mine: Rows; theirs: Rows }

/** Rows stand as in theirs, with mine that are new behind them; where only mine moved rows, as in mine. */
function mergeRows(path: readonly string[], { base, mine, theirs }: ThreeRows, both: string[]): unknown[] {
  const order = (rows: Rows) => [...rows.keys()].filter((key) => base.has(key))
  const [first, second] = isSameJson(order(theirs), [...base.keys()]) ? [mine, theirs] : [theirs, mine]
  return [...new Set([...first.keys(), ...second.keys()])]
    .map((key) => merge([...path, key], { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) }, both))
    .filter((row) => row !== undefined)
}
