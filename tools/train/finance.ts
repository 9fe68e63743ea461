// Trains the built-in champion of finance from data/credit_data.csv.
import { pathToFileURL } from 'node:url'
import { codesOf, type Table } from '@guildhall/learn/table'
import { featureUnits } from '@guildhall/verticals/packs/finance/features'
import { employmentTypes, housingTypes } from '@guildhall/verticals/packs/finance/input'
import { trainingTable } from '@guildhall/verticals/packs/finance/training-columns'
import { parse } from 'csv-parse/sync'
import { writeBuiltin } from './builtin.ts'

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

export const financeRecipe = {
  vertical: 'finance',
  task: 'risk_note',
  name: 'consumer-pd',
  csv: 'data/credit_data.csv',
  source: 'credit_data, R package modeldata (Belanche and Sanchez, UPC)',
  licence: 'MIT',
  read: readTable,
  monotone,
  excluded: ['row_id', 'age', 'marital', 'debt'],
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeBuiltin(financeRecipe)
