// The columns of the shipped credit data -> the features an application gives. Age and marital status are not read: they are protected.
import type { Features } from '../../kit/vertical.ts'
import { featuresOf, withinRange } from './features.ts'

/** Columns that are left out before training, for the model card. */
export const excludedColumns: readonly string[] = ['row_id', 'age', 'marital', 'debt']

const housingOf: Record<string, string> = {
  owner: 'owner',
  rent: 'rent',
  parents: 'parents',
  priv: 'other',
  other: 'other',
}
const employmentOf: Record<string, string> = {
  fixed: 'permanent',
  freelance: 'self_employed',
  partime: 'part_time',
  others: 'other',
}
const derogatoryOf: Record<string, string> = { yes: 'yes', no: 'no' }

/**
 * Rows as a CSV reader gives them (header -> text) to features and labels (1 = default). Empty and NA are unknown, and so is housing `ignore`.
 * Throws when a label is not 0 or 1. `debt` is left out because an application names the service of debts, not what is owed.
 */
export function trainingTable(rows: readonly Record<string, string>[]): { features: Features[]; labels: number[] } {
  return { features: rows.map(featuresOfRow), labels: rows.map(labelOf) }
}

function featuresOfRow(row: Record<string, string>): Features {
  return withinRange(
    featuresOf({
      tenureYears: numberAt(row, 'seniority'),
      termMonths: numberAt(row, 'time'),
      incomeMonthly: numberAt(row, 'income'),
      commitmentsMonthly: numberAt(row, 'expenses'),
      assets: numberAt(row, 'assets'),
      amount: numberAt(row, 'amount'),
      collateralValue: numberAt(row, 'price'),
      housing: levelAt(row, 'home', housingOf),
      employmentType: levelAt(row, 'job', employmentOf),
      priorDerogatory: levelAt(row, 'records', derogatoryOf),
    }),
  )
}

function labelOf(row: Record<string, string>, index: number): number {
  const text = row['default']
  if (text !== '0' && text !== '1') throw new Error(`row ${index + 1}: default is ${String(text)}, not 0 or 1`)
  return Number(text)
}

function numberAt(row: Record<string, string>, column: string): number | null {
  const text = (row[column] ?? '').trim()
  if (text === '' || text === 'NA') return null
  const value = Number(text)
  if (!Number.isFinite(value)) throw new Error(`${column} is ${text}, not a number`)
  return value
}

function levelAt(row: Record<string, string>, column: string, levels: Record<string, string>): string | null {
  return levels[(row[column] ?? '').trim()] ?? null
}
