// The collection of loans -> a table of the features that the risk note computes, labels, a split, and the groups for the fairness gate.
import { join } from 'node:path'
import { type Fold, stratifiedFolds } from '@guildhall/learn/folds'
import { type Column, codesOf, type Table } from '@guildhall/learn/table'
import type { Features, FeatureValue } from '@guildhall/verticals/kit/vertical'
import { featureUnits } from '@guildhall/verticals/packs/finance/features'
import { z } from 'zod'
import type { TrainerContext } from './messages.ts'
import { dataFault } from './messages.ts'
import { type Reading, readNdjson } from './records.ts'

const leastFeatures = 2
const leastOfClass = 30
const maxLevels = 50
const testShare = 0.2

const value = z.union([z.number(), z.string(), z.boolean(), z.null()])
const loanSchema = z.object({
  as_of: z.string().nullish(),
  features: z.record(z.string(), value),
  defaulted: z.boolean(),
  protected: z.record(z.string(), value).nullish(),
})
type Loan = z.output<typeof loanSchema>

export type Loans = {
  table: Table
  labels: Uint8Array
  features: readonly Features[]
  split: Fold
  excluded: string[]
  window: { from: string; to: string } | null
  /** Groups of the protected attributes, for these rows. */
  attributesOf: (rows: Int32Array) => ReadonlyMap<string, readonly string[]>
}

/** Throws a data fault that names the cure. */
export async function loansOf({ dir, job, say }: TrainerContext, reading: Reading): Promise<Loans> {
  const { rows, skipped } = await readNdjson(join(dir, 'loans.ndjson'), loanSchema, reading)
  if (skipped > 0) say(0.05, 'reading', `${skipped} records do not fit and are left out`)
  const sent = new Set(rows.flatMap((row) => Object.keys(row.features)))
  const known = Object.keys(featureUnits)
  const names = known.filter((name) => rows.some((row) => (row.features[name] ?? null) !== null))
  if (names.length < leastFeatures)
    throw dataFault(
      `The loans hold ${names.length} of the features a risk note computes. Name them: ${known.join(', ')}`,
    )
  const excluded = [...sent].filter((name) => !names.includes(name)).sort()
  if (excluded.length > 0)
    say(0.05, 'reading', `left out, because no risk note computes them: ${excluded.slice(0, 20).join(', ')}`)
  const labels = Uint8Array.from(rows, (row) => (row.defaulted ? 1 : 0))
  const bad = labels.reduce((sum, label) => sum + label, 0)
  if (Math.min(bad, rows.length - bad) < leastOfClass)
    throw dataFault(`${bad} of ${rows.length} loans defaulted. Training takes ${leastOfClass} of each kind or more`)
  const columns = names.map((name) => columnOf(name, rows))
  const table = { rows: rows.length, columns }
  for (const column of columns)
    if (isConstant(column)) say(0.05, 'reading', `${column.name} never varies: it will say nothing`)
  const times = rows.flatMap((row) => row.as_of ?? []).sort()
  const [from, to] = [times[0], times.at(-1)]
  return {
    table,
    labels,
    features: rows.map(featuresOf),
    split: splitOf(rows, labels, job.options.seed),
    excluded: [...excluded, ...protectedNames(rows).map((name) => `protected.${name}`)],
    window: from && to ? { from, to } : null,
    attributesOf: (picked) => new Map(protectedNames(rows).map((name) => [name, groupsOf(name, rows, picked)])),
  }
}

/** As the pack makes them: a yes or no is a level. */
function featuresOf({ features }: Loan): Features {
  return Object.fromEntries(
    Object.entries(features).map(([name, one]) => [name, typeof one === 'boolean' ? String(one) : one]),
  )
}

function columnOf(name: string, rows: readonly Loan[]): Column {
  const values = rows.map((row) => row.features[name] ?? null)
  if (values.every((one) => one === null || typeof one === 'number'))
    return {
      name,
      kind: 'number',
      values: Float64Array.from(values, (one) => (typeof one === 'number' ? one : Number.NaN)),
    }
  const cells = values.map((one) => (one === null ? '' : String(one)))
  const levels = [...new Set(cells.filter((cell) => cell !== ''))].sort()
  if (levels.length > maxLevels)
    throw dataFault(
      `features.${name} has ${levels.length} different texts. Send a number, or at most ${maxLevels} levels`,
    )
  return { name, kind: 'category', levels, codes: codesOf(cells, levels) }
}

function isConstant(column: Column): boolean {
  const values = column.kind === 'number' ? column.values : column.codes
  return values.every((one) => one === values[0] || Number.isNaN(one))
}

/** The newest fifth where loans are dated, so that the future is judged by the past; else a stratified fifth. */
function splitOf(rows: readonly Loan[], labels: Uint8Array, seed: number): Fold {
  const dated = rows.every((row) => typeof row.as_of === 'string')
  if (dated) {
    const order = Int32Array.from(rows.keys()).sort((a, b) =>
      (rows[a]?.as_of ?? '') < (rows[b]?.as_of ?? '') ? -1 : 1,
    )
    const cut = Math.floor(order.length * (1 - testShare))
    const test = order.slice(cut)
    const bad = test.reduce((sum, row) => sum + (labels[row] ?? 0), 0)
    if (Math.min(bad, test.length - bad) >= leastOfClass / 3)
      return { train: order.slice(0, cut).sort(), test: test.sort() }
  }
  const [first] = stratifiedFolds(labels, { folds: 1 / testShare, seed })
  if (!first) throw new Error('no fold')
  return first
}

const protectedNames = (rows: readonly Loan[]): string[] =>
  [...new Set(rows.flatMap((row) => Object.keys(row.protected ?? {})))].sort()

// Ages as lenders are asked about them; other numbers in thirds.
const ageBands: [upTo: number, name: string][] = [
  [25, '25 and under'],
  [40, '26 to 40'],
  [60, '41 to 60'],
  [Number.POSITIVE_INFINITY, 'over 60'],
]

function groupsOf(name: string, rows: readonly Loan[], picked: Int32Array): string[] {
  const values = Array.from(picked, (row): FeatureValue | boolean => rows[row]?.protected?.[name] ?? null)
  const numbers = values.filter((one) => typeof one === 'number')
  if (numbers.length === 0 || new Set(numbers).size <= 10) return values.map((one) => (one === null ? '' : String(one)))
  if (name === 'age')
    return values.map((one) => (typeof one === 'number' ? (ageBands.find(([upTo]) => one <= upTo)?.[1] ?? '') : ''))
  const sorted = Float64Array.from(numbers).sort()
  const [low = 0, high = 0] = [sorted[Math.floor(sorted.length / 3)], sorted[Math.floor((2 * sorted.length) / 3)]]
  const third = (one: number) => (one <= low ? `up to ${low}` : one <= high ? `up to ${high}` : `above ${high}`)
  return values.map((one) => (typeof one === 'number' ? third(one) : ''))
}
