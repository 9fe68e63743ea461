// `./guildhall evaluate finance --csv F --target COL --positive VALUE`: cross-validates the finance families on any CSV.
import { evaluateAdditive } from '@guildhall/learn/evaluate'
import { trainScorecard } from '@guildhall/learn/scorecard'
import { z } from 'zod'
import { costSince, readOptions, secondsSince, showProgress } from './arguments.ts'
import { checkGraph } from './check-graph.ts'
import { readCsv } from './read-csv.ts'

export const financeUsage =
  'usage: ./guildhall evaluate finance --csv F --target COL --positive VALUE [--drop a,b] [--folds 5] [--repeats 5] [--seed 1]'

const argumentsSchema = z.object({
  csv: z.string('--csv is missing'),
  target: z.string('--target is missing'),
  positive: z.string('--positive is missing'),
  drop: z
    .string()
    .default('')
    .transform((names) => names.split(',').filter((name) => name !== '')),
  folds: z.coerce.number().int().min(2).max(20).default(5),
  repeats: z.coerce.number().int().min(1).max(50).default(5),
  seed: z.coerce.number().int().min(0).default(1),
})

export async function evaluateFinanceCsv(args: readonly string[]): Promise<object> {
  const { csv, folds, repeats, seed, ...columns } = readOptions(argumentsSchema, args)
  const { table, labels, excluded } = readCsv({ path: csv, ...columns })
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
    graph: await checkGraph(table, labels, seed),
    seed,
    ...costSince(startedAt),
  }
}
