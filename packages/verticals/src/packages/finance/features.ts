// Application -> named numbers for the model. Free of currency and of protected attributes: age, marital status and `protected` are never read here.
import type { Features } from '../../kit/vertical.ts'
import type { FinanceInput } from './input.ts'

export const housingLevels = ['owner', 'rent', 'parents', 'other'] as const
export const employmentLevels = ['permanent', 'self_employed', 'part_time', 'other'] as const
export const derogatoryLevels = ['no', 'yes'] as const

/** Unit and range of each number the model reads. A value beyond the range is read as the edge of it, and the result says so. */
export const numberFeatures = {
  tenure_years: { unit: 'years', min: 0, max: 50 },
  term_months: { unit: 'months', min: 6, max: 72 },
  /** Monthly commitments over gross monthly income. */
  expense_to_income: { unit: 'fraction', min: 0, max: 3 },
  /** Amount asked for over gross yearly income. */
  loan_to_income: { unit: 'ratio', min: 0, max: 5 },
  /** Assets over gross yearly income. */
  assets_to_income: { unit: 'ratio', min: 0, max: 50 },
  /** Amount asked for over the value of what is bought or pledged. */
  loan_to_value: { unit: 'fraction', min: 0, max: 1.5 },
} as const

export const categoryFeatures = {
  housing: housingLevels,
  prior_derogatory: derogatoryLevels,
  employment_type: employmentLevels,
} as const

export type NumberFeature = keyof typeof numberFeatures
export type CategoryFeature = keyof typeof categoryFeatures
export type FinanceFeatures = Record<NumberFeature, number | null> & Record<CategoryFeature, string | null>

/** What both a caller's application and a row of the training data can say. Money is in any one unit; null is unknown. */
export type Borrower = {
  tenureYears: number | null
  termMonths: number | null
  incomeMonthly: number | null
  commitmentsMonthly: number | null
  assets: number | null
  amount: number | null
  collateralValue: number | null
  housing: string | null
  employmentType: string | null
  priorDerogatory: string | null
}

/** The features the model reads: kept within their ranges. */
export function financeFeatures(input: FinanceInput): Features {
  return withinRange(ownValues(input))
}

/** The applicant's own values, as a text may state them: not moved to the edge of a range. */
export function ownValues(input: FinanceInput): FinanceFeatures {
  const months = input.income?.tenure_months ?? null
  const delinquencies = input.bureau?.delinq_30p_24m ?? null
  return featuresOf({
    tenureYears: months === null ? null : months / 12,
    termMonths: input.product.term_months,
    incomeMonthly: amountOf(input.income?.gross_monthly),
    commitmentsMonthly: amountOf(input.debts?.monthly_service),
    assets: amountOf(input.household?.assets),
    amount: amountOf(input.product.amount),
    collateralValue: amountOf(input.collateral?.value),
    housing: input.household?.housing ?? null,
    employmentType: input.income?.employment_type ?? null,
    priorDerogatory: delinquencies === null ? null : delinquencies > 0 ? 'yes' : 'no',
  })
}

/** Ratios and levels of a borrower. An income of 0 gives no ratio: null, never infinity. */
export function featuresOf(borrower: Borrower): FinanceFeatures {
  const incomeYearly = borrower.incomeMonthly === null ? null : borrower.incomeMonthly * 12
  return {
    tenure_years: borrower.tenureYears,
    term_months: borrower.termMonths,
    expense_to_income: ratio(borrower.commitmentsMonthly, borrower.incomeMonthly),
    loan_to_income: ratio(borrower.amount, incomeYearly),
    assets_to_income: ratio(borrower.assets, incomeYearly),
    loan_to_value: ratio(borrower.amount, borrower.collateralValue),
    housing: borrower.housing,
    prior_derogatory: borrower.priorDerogatory,
    employment_type: borrower.employmentType,
  }
}

/** Moves each number to the edge of its range. */
export function withinRange(values: FinanceFeatures): Features {
  const features: Features = { ...values }
  for (const name of numberFeatureNames) {
    const value = values[name]
    const { min, max } = numberFeatures[name]
    features[name] = value === null ? null : Math.min(max, Math.max(min, value))
  }
  return features
}

/** Names of the numbers of an application that lie beyond what the model has seen. */
export function beyondRange(values: FinanceFeatures): NumberFeature[] {
  return numberFeatureNames.filter((name) => {
    const value = values[name]
    return value !== null && (value < numberFeatures[name].min || value > numberFeatures[name].max)
  })
}

const numberFeatureNames: readonly NumberFeature[] = [
  'tenure_years',
  'term_months',
  'expense_to_income',
  'loan_to_income',
  'assets_to_income',
  'loan_to_value',
]

function ratio(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null
  return part / whole
}

function amountOf(money: string | null | undefined): number | null {
  return money === null || money === undefined ? null : Number(money)
}
