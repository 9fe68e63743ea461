// Trains the built-in champion of finance from data/credit_data.csv. Deterministic: the same data and code give the same bytes.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import { trainAdditive } from '@guildhall/learn/additive'
import { writeAdditive } from '@guildhall/learn/additive-onnx'
import { calibrateInterval, heldOutSpreads, trainBags } from '@guildhall/learn/bags'
import { cardOf } from '@guildhall/learn/card'
import { evaluateAdditive } from '@guildhall/learn/evaluate'
import { codesOf, type Table } from '@guildhall/learn/table'
import { featureUnits } from '@guildhall/verticals/packs/finance/features'
import { employmentTypes, housingTypes } from '@guildhall/verticals/packs/finance/input'
import { trainingTable } from '@guildhall/verticals/packs/finance/training-columns'
import { parse } from 'csv-parse/sync'

const root = join(import.meta.dirname, '../..')
const source = join(root, 'data/credit_data.csv')
export const builtinDir = join(root, 'packages/verticals/src/packs/finance/builtin')
const seed = 1

// Directions a credit officer would defend. The term of the loan has none: long terms are given to good customers too.
const monotone = {
  tenure_years: -1,
  expense_to_income: 1,
  loan_to_income: 1,
  assets_to_income: -1,
  loan_to_value: 1,
} as const

const levels: Record<string, string[]> = {
  housing: [...housingTypes],
  employment_type: [...employmentTypes],
  prior_derogatory: ['no', 'yes'],
}

function readTable(bytes: Buffer): { table: Table; labels: Uint8Array } {
  const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true })
  const { features, labels } = trainingTable(rows)
  const columns = Object.keys(featureUnits).map((name) => {
    const values = features.map((row) => Object.entries(row).find(([own]) => own === name)?.[1] ?? null)
    const own = levels[name]
    if (own) {
      const cells = values.map((value) => (value === null ? '' : String(value)))
      return { name, kind: 'category' as const, levels: own, codes: codesOf(cells, own) }
    }
    return {
      name,
      kind: 'number' as const,
      values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
    }
  })
  return { table: { rows: features.length, columns }, labels: Uint8Array.from(labels) }
}

/** The champion's graph; a test compares its digest with the committed one. */
export function trainChampion(): {
  bytes: Uint8Array
  card: (measured: Pick<AdditiveCard, 'metrics' | 'interval'>) => AdditiveCard
  data: ReturnType<typeof readTable>
} {
  const file = readFileSync(source)
  const data = readTable(file)
  const model = trainAdditive(data.table, data.labels, { seed, monotone })
  const bytes = writeAdditive(model, trainBags(model, data, { seed, monotone }))
  const sha256 = (of: Uint8Array) => createHash('sha256').update(of).digest('hex')
  const card = (measured: Pick<AdditiveCard, 'metrics' | 'interval'>) =>
    cardOf({
      name: 'consumer-pd',
      vertical: 'finance',
      task: 'risk_note',
      model,
      ...data,
      metrics: measured.metrics,
      interval: measured.interval,
      data: {
        source: 'credit_data, R package modeldata (Belanche and Sanchez, UPC)',
        licence: 'MIT',
        sha256: sha256(file),
      },
      excluded: ['row_id', 'age', 'marital', 'debt'],
      seed,
      onnx_sha256: sha256(bytes),
    })
  return { bytes, card, data }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { bytes, card, data } = trainChampion()
  const metrics = evaluateAdditive(data.table, data.labels, { seed, monotone, folds: 5, repeats: 5 })
  const held = heldOutSpreads(data.table, data.labels, { seed, monotone, folds: 5 })
  const interval = calibrateInterval(held, data.labels)
  mkdirSync(builtinDir, { recursive: true })
  writeFileSync(join(builtinDir, 'model.onnx'), bytes)
  writeFileSync(join(builtinDir, 'card.json'), `${JSON.stringify(card({ metrics, interval }), null, 2)}\n`)
  process.stdout.write(`${JSON.stringify({ metrics, interval }, null, 2)}\n`)
}
