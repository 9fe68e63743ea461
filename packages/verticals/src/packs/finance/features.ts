// Input -> the features of the built-in champion. All are free of currency, so one model serves every country. null is unknown.
import type { Features, FeatureValue } from '../../kit/vertical.ts'
import type { RiskNoteInput } from './input.ts'

/** Name -> unit and the range in which values make sense. Protected attributes are not here, and never may be. */
export const featureUnits = {
  tenure_years: 'years',
  housing: 'text',
  term_months: 'months',
  prior_derogatory: 'text',
  employment_type: 'text',
  expense_to_income: 'fraction',
  loan_to_income: 'fraction',
  assets_to_income: 'ratio',
  loan_to_value: 'fraction',
} as const
export type FeatureName = keyof typeof featureUnits
export type FinanceFeatures = Record<FeatureName, FeatureValue>

const monthsPerYear = 12

/** tenure in years; housing and employment as levels; expenses over monthly income; loan and assets over yearly income; loan over value. */
export function riskFeatures(input: RiskNoteInput): Features & FinanceFeatures {
  const monthly = numberOf(input.income.gross_monthly)
  const yearly = monthly === null ? null : monthly * monthsPerYear
  const amount = numberOf(input.product.amount)
  const tenureMonths = input.income.tenure_months ?? null
  const delinquencies = input.bureau.delinq_30p_24m ?? null
  return {
    tenure_years: tenureMonths === null ? null : tenureMonths / monthsPerYear,
    housing: input.household.housing ?? null,
    term_months: input.product.term_months,
    prior_derogatory: delinquencies === null ? null : delinquencies > 0 ? 'yes' : 'no',
    employment_type: input.income.employment_type ?? null,
    expense_to_income: ratio(numberOf(input.household.expenses_monthly), monthly),
    loan_to_income: ratio(amount, yearly),
    assets_to_income: ratio(numberOf(input.household.assets), yearly),
    loan_to_value: ratio(amount, numberOf(input.collateral?.value)),
  }
}

/** Decimal text -> number; null stays unknown. */
function numberOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Number(text)
}

/** null when either side is unknown or the divisor is 0. */
export function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole
}
