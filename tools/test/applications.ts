// Applications as a lender sends them, made from the rows of credit_data.csv: real people's figures, of a size that reads like today's money.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const csv = join(import.meta.dirname, '../../data/credit_data.csv')
// The file counts in thousands of pesetas of the nineties.
const scale = 20
const homes: Record<string, string> = { owner: 'own', rent: 'rent', parents: 'parents' }
const jobs: Record<string, string> = { fixed: 'permanent', partime: 'part_time', freelance: 'self_employed' }

export type Application = Record<string, unknown>

/** The first `count` rows from `from`; `defaulted` is what became of each. Debts are made up: an eighth of the income for every third row. */
export function applicationsOf(count: number, from = 0): { input: Application; isDefaulted: boolean }[] {
  const rows: Record<string, string>[] = parse(readFileSync(csv), { columns: true })
  return rows.slice(from, from + count).map((row, at) => ({
    input: applicationOf(row, from + at),
    isDefaulted: row.default === '1',
  }))
}

function applicationOf(row: Record<string, string>, at: number): Application {
  const money = (name: string) => {
    const value = Number(row[name])
    return row[name] === 'NA' || !Number.isFinite(value) ? null : (value * scale).toFixed(2)
  }
  const income = money('income')
  const level = (name: string, levels: Record<string, string>) =>
    row[name] === 'NA' ? null : (levels[row[name] ?? ''] ?? 'other')
  return {
    application_id: `APP-${10_000 + at}`,
    applicant_ref: `cust-${at}`,
    as_of: '2026-11-02',
    jurisdiction: 'EU',
    product: {
      type: 'personal',
      amount: money('amount'),
      currency: 'EUR',
      term_months: Number(row.time),
      apr: 0.089,
    },
    income: {
      gross_monthly: income === '0.00' ? null : income,
      verified: at % 4 !== 0,
      employment_type: level('job', jobs),
      tenure_months: Number(row.seniority) * 12,
    },
    debts: { monthly_service: income === null ? null : at % 3 === 0 ? (Number(income) / 8).toFixed(2) : '0.00' },
    bureau: { delinq_30p_24m: row.records === 'yes' ? 1 : 0 },
    collateral: { type: 'goods', value: money('price') },
    household: {
      age: Number(row.age),
      marital: row.marital === 'NA' ? null : row.marital,
      housing: level('home', homes),
      assets: money('assets'),
      expenses_monthly: money('expenses'),
    },
  }
}
