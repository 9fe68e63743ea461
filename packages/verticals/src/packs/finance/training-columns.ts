// Columns of credit_data.csv -> the features a caller's input makes, so that the champion is trained on what it will see.
// age and marital are protected and are not read; debt has no counterpart in the input.
import { type FinanceFeatures, ratio } from './features.ts'

const housing: Record<string, string> = { owner: 'own', rent: 'rent', parents: 'parents' }
const employment: Record<string, string> = { fixed: 'permanent', partime: 'part_time', freelance: 'self_employed' }

/** `labels` hold 1 for default. Income and expenses are monthly and in one unit with amount, price and assets, so ratios need no scale. */
export function trainingTable(rows: readonly Record<string, string>[]): {
  features: FinanceFeatures[]
  labels: number[]
} {
  return { features: rows.map(featuresOf), labels: rows.map((row) => Number(row.default)) }
}

function featuresOf(row: Record<string, string>): FinanceFeatures {
  const income = cell(row, 'income')
  const yearly = income === null ? null : income * 12
  const amount = cell(row, 'amount')
  return {
    tenure_years: cell(row, 'seniority'),
    housing: level(row.home, housing),
    term_months: cell(row, 'time'),
    prior_derogatory: row.records === 'yes' || row.records === 'no' ? row.records : null,
    employment_type: level(row.job, employment),
    expense_to_income: ratio(cell(row, 'expenses'), income),
    loan_to_income: ratio(amount, yearly),
    assets_to_income: ratio(cell(row, 'assets'), yearly),
    loan_to_value: ratio(amount, cell(row, 'price')),
  }
}

function cell(row: Record<string, string>, name: string): number | null {
  const text = row[name]
  return text === undefined || text === '' || text === 'NA' ? null : Number(text)
}

function level(text: string | undefined, levels: Record<string, string>): string | null {
  return text === undefined || text === '' || text === 'NA' ? null : (levels[text] ?? 'other')
}
