// `./guildhall evaluate finance --csv F --target COL --positive VALUE`: cross-validates the additive model on any CSV, prints JSON.
import { parseArgs } from 'node:util'
import { evaluateAdditive } from '@guildhall/learn/evaluate'
import { z } from 'zod'
import { checkGraph } from './check-graph.ts'
import { readCsv } from './read-csv.ts'

const usage =
  'usage: ./guildhall evaluate finance --csv F --target COL --positive VALUE [--drop a,b] [--folds 5] [--repeats 5] [--seed 1]'

const argumentsSchema = z.object({
  vertical: z.literal('finance', 'evaluate knows: finance'),
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

function readArguments() {
  const text = { type: 'string' } as const
  const options = { csv: text, target: text, positive: text, drop: text, folds: text, repeats: text, seed: text }
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const parsed = argumentsSchema.safeParse({ ...values, vertical: positionals[0] })
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}

async function evaluate(): Promise<void> {
  const { vertical, csv, folds, repeats, seed, ...columns } = readArguments()
  const { table, labels, excluded } = readCsv({ path: csv, ...columns })
  const startedAt = performance.now()
  const onProgress = (fraction: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(fraction * 100)} % `)
  }
  const metrics = evaluateAdditive(table, labels, { folds, repeats, seed, onProgress })
  const report = {
    vertical,
    csv,
    rows: table.rows,
    positives: labels.reduce((sum, label) => sum + label, 0),
    features: table.columns.length,
    excluded,
    ...metrics,
    graph: await checkGraph(table, labels, seed),
    seed,
    seconds: Math.round((performance.now() - startedAt) / 10) / 100,
  }
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
}

try {
  await evaluate()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exitCode = 2
}
