// `./guildhall evaluate finance --csv F --target COL --positive VALUE`: cross-validates the finance families on any CSV.
import { calibrateInterval, coverageAmong, heldOutSpreads } from '@guildhall/learn/bags'
import { evaluateAdditive } from '@guildhall/learn/evaluate'
import { trainScorecard } from '@guildhall/learn/scorecard'
import { z } from 'zod'
import { costSince, readOptions, secondsSince, showProgress } from './arguments.ts'
import { checkGraph } from './check-graph.ts'
import { type ReadCsv, readCsv } from './read-csv.ts'

export const financeUsage =
  'usage: ./guildhall evaluate finance --csv F --target COL --positive VALUE [--drop a,b] [--by a,b] [--folds 5] [--repeats 5] [--seed 1]'

const names = z
  .string()
  .default('')
  .transform((list) => list.split(',').filter((name) => name !== ''))

const argumentsSchema = z.object({
  csv: z.string('--csv is missing'),
  target: z.string('--target is missing'),
  positive: z.string('--positive is missing'),
  drop: names,
  /** Columns, dropped ones too, by whose groups the interval's coverage is told. */
  by: names,
  folds: z.coerce.number().int().min(2).max(20).default(5),
  repeats: z.coerce.number().int().min(1).max(50).default(5),
  seed: z.coerce.number().int().min(0).default(1),
})

export async function evaluateFinanceCsv(args: readonly string[]): Promise<object> {
  const { csv, by, folds, repeats, seed, ...columns } = readOptions(argumentsSchema, args)
  const source = readCsv({ path: csv, ...columns })
  const { table, labels, excluded } = source
  const startedAt = performance.now()
  const progress = (name: string) => (fraction: number) => showProgress(fraction, name)
  const metrics = evaluateAdditive(table, labels, { folds, repeats, seed, onProgress: progress('additive-logit') })
  const seconds = secondsSince(startedAt)
  const scorecardAt = performance.now()
  const options = { folds, repeats, seed, train: trainScorecard, onProgress: progress('woe-scorecard') }
  const scorecard = evaluateAdditive(table, labels, options)
  return {
    vertical: 'finance',
    csv,
    rows: table.rows,
    positives: labels.reduce((sum, label) => sum + label, 0),
    features: table.columns.length,
    excluded,
    ...metrics,
    families: [
      { family: 'additive-logit', ...metrics, seconds },
      { family: 'woe-scorecard', ...scorecard, seconds: secondsSince(scorecardAt) },
    ],
    interval: intervalOf(source, { by, folds, seed }),
    graph: await checkGraph(table, labels, seed),
    seed,
    ...costSince(startedAt),
  }
}

type Settings = { by: readonly string[]; folds: number; seed: number }

/** The interval as a card would state it, and its coverage and calibration in groups that the model may never have seen. */
function intervalOf({ table, labels, cellsOf }: ReadCsv, { by, folds, seed }: Settings) {
  const onProgress = (fraction: number) => showProgress(fraction, 'interval')
  const held = heldOutSpreads(table, labels, { folds, seed, onProgress })
  const interval = calibrateInterval(held, labels)
  const groups = by.flatMap((name) =>
    [...rowsByGroup(cellsOf(name))].map(([group, rows]) => ({
      column: name,
      group,
      ...coverageAmong(held, labels, { rows, scale: interval.scale }),
    })),
  )
  return { ...interval, groups }
}

/** Levels as they are; numbers of many values in quarters. Groups of fewer than fifty rows are left out. */
function rowsByGroup(cells: readonly string[]): Map<string, number[]> {
  const numbers = cells.map(Number)
  const isNumeric = numbers.every((one, at) => cells[at] === '' || cells[at] === 'NA' || Number.isFinite(one))
  const sorted = Float64Array.from(numbers.filter(Number.isFinite)).sort()
  const cut = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const cuts = [0, 0.25, 0.5, 0.75, 1].map(cut)
  const isBanded = isNumeric && new Set(cells).size > 12
  const groups = new Map<string, number[]>()
  for (const [row, cell] of cells.entries()) {
    const value = numbers[row] ?? Number.NaN
    const band = cuts.findIndex((one, at) => at > 0 && value <= one)
    const name = isBanded && Number.isFinite(value) ? `${cuts[band - 1]} to ${cuts[band]}` : cell
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return new Map([...groups].filter(([, rows]) => rows.length >= leastGroup))
}

const leastGroup = 50
