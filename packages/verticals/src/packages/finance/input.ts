// What a lender sends for one application. Money is a decimal string, a rate a fraction 0–1; what is unknown is left out or null, never 0.
import { z } from 'zod'
import { currencyCode, fraction, money, wholeNumber } from '../../kit/input-number.ts'
import { plainDate, shortText } from '../../kit/input-text.ts'
import { strictFields } from '../../kit/strict-fields.ts'
import { employmentLevels, housingLevels } from './features.ts'

export const productTypes = ['personal', 'auto', 'card', 'mortgage', 'sme'] as const
export const jurisdictions = ['US', 'EU', 'UK', 'CN', 'OTHER'] as const

const productSchema = strictFields({
  type: z.enum(productTypes),
  amount: money({ min: '1' }),
  currency: currencyCode(),
  term_months: wholeNumber({ min: 1, max: 480 }),
  apr: fraction({ max: 1 }).nullish().describe('Yearly nominal rate, a fraction: 13.9 % is 0.139'),
  purpose: shortText(200).nullish(),
})

const incomeSchema = strictFields({
  gross_monthly: money().nullish(),
  verified: z.boolean().nullish(),
  employment_type: z.enum(employmentLevels).nullish(),
  tenure_months: wholeNumber({ min: 0, max: 720 }).nullish(),
})

const bureauSchema = strictFields({
  score: wholeNumber({ min: 0, max: 1000 }).nullish(),
  utilization: fraction({ max: 5 }).nullish().describe('Share of revolving limits in use; may pass 1'),
  inquiries_12m: wholeNumber({ min: 0, max: 200 }).nullish(),
  oldest_trade_months: wholeNumber({ min: 0, max: 1200 }).nullish(),
  open_trades: wholeNumber({ min: 0, max: 500 }).nullish(),
  delinq_30p_24m: wholeNumber({ min: 0, max: 200 }).nullish().describe('Times 30 days or more late in 24 months'),
})

const householdSchema = strictFields({
  age: wholeNumber({ min: 16, max: 120 }).nullish().describe('Accepted for fairness tests; never read by a model'),
  marital: shortText(40).nullish().describe('Accepted for fairness tests; never read by a model'),
  dependants: wholeNumber({ min: 0, max: 30 }).nullish(),
  housing: z.enum(housingLevels).nullish(),
  assets: money().nullish(),
})

const protectedValue = z.union([shortText(100), z.number().min(-1e6).max(1e6), z.boolean(), z.null()])

export const financeInputSchema = strictFields({
  application_id: shortText(64),
  applicant_ref: shortText(64),
  as_of: plainDate(),
  jurisdiction: z.enum(jurisdictions),
  product: productSchema,
  income: incomeSchema.nullish(),
  debts: strictFields({ monthly_service: money().nullish() }).nullish(),
  bureau: bureauSchema.nullish(),
  collateral: strictFields({ type: shortText(60).nullish(), value: money().nullish() }).nullish(),
  household: householdSchema.nullish(),
  protected: z
    .record(z.string().max(40), protectedValue)
    .refine((value) => Object.keys(value).length <= 20, 'at most 20 protected attributes')
    .nullish()
    .describe('Kept apart for the fairness job; never a feature, a fact or a word of the text'),
})

export type FinanceInput = z.output<typeof financeInputSchema>
