// Values -> bins. Bin 0 is missing; numbers fall between quantile cuts, each level of a category is a bin of its own.
import type { Column, Table } from './table.ts'

const usualBins = 32

/** `cuts` ascend and are exact in float32; a number x is in bin 1 + (how many cuts are < x). Empty for categories. */
export type Bins = { kind: Column['kind']; count: number; cuts: Float64Array }

export function fitBins(column: Column, maxBins = usualBins): Bins {
  if (column.kind === 'category') return { kind: 'category', count: column.levels.length + 1, cuts: new Float64Array() }
  const cuts = cutsOf(column.values, maxBins)
  return { kind: 'number', count: cuts.length + 2, cuts }
}

/** At most `maxBins` bins of about equal size; a cut lies halfway between two neighbouring values, rounded to float32. */
function cutsOf(values: Float64Array, maxBins: number): Float64Array {
  const sorted = Float64Array.from(
    values.filter((value) => !Number.isNaN(value)),
    Math.fround,
  ).sort()
  const distinct = Float64Array.from(new Set(sorted))
  const middles = (pairs: Iterable<readonly [number, number]>) =>
    Float64Array.from(new Set(Array.from(pairs, ([low, high]) => between(low, high))))
  if (distinct.length <= maxBins) {
    return middles(Array.from(distinct.subarray(1), (high, at) => [distinct[at] ?? high, high] as const))
  }
  const pairs: [number, number][] = []
  for (let bin = 1; bin < maxBins; bin++) {
    const low = sorted[Math.floor((bin * sorted.length) / maxBins) - 1] ?? 0
    const next = distinct.find((value) => value > low)
    if (next !== undefined) pairs.push([low, next])
  }
  return middles(pairs)
}

/** A float32 c with low <= c < high, so that `x <= c` parts the two in float32 as well. */
function between(low: number, high: number): number {
  const middle = Math.fround((low + high) / 2)
  return middle >= high ? low : middle
}

export function binOf(bins: Bins, value: number): number {
  if (Number.isNaN(value)) return 0
  if (bins.kind === 'category') return value + 1
  const x = Math.fround(value)
  let low = 0
  let high = bins.cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bins.cuts[middle] ?? 0) < x) low = middle + 1
    else high = middle
  }
  return low + 1
}

/** One Uint8Array per column. */
export function binTable(table: Table, bins: readonly Bins[]): Uint8Array[] {
  return table.columns.map((column, at) => {
    const own = bins[at]
    if (!own) throw new Error(`no bins for ${column.name}`)
    return column.kind === 'category'
      ? Uint8Array.from(column.codes, (code) => code + 1)
      : Uint8Array.from(column.values, (value) => binOf(own, value))
  })
}
