// What a caller sends for a risk note. Money is a decimal string, rates are fractions 0-1, unknown is null or left out, never 0.
import { z } from 'zod'

/** `isRange` makes the door answer input_out_of_range; `fix` is what it tells the caller to send. */
const outOfRange = (message: string, fix: string) => ({
  code: 'custom' as const,
  message,
  params: { fix, isRange: true },
})

/** A line of visible characters: what is invisible could turn or hide the words of a note. */
const visible = (maxChars: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxChars)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'holds control or invisible characters')

export const refText = visible(80)

const money = z
  .string('must be a decimal string such as "25000.00"')
  .regex(/^\d{1,13}(\.\d{1,2})?$/, 'must be a decimal string such as "25000.00", not negative, at most 13 digits')

const positiveMoney = money.refine((text) => Number(text) > 0, {
  error: 'must be above 0',
  params: { fix: 'Send an amount above 0' },
})

const signedMoney = z
  .string('must be a decimal string such as "-25000.00"')
  .regex(/^-?\d{1,13}(\.\d{1,2})?$/, 'must be a decimal string such as "-25000.00", at most 13 digits')

const fraction = z
  .number()
  .superRefine((value, context) => {
    if (value > 1) context.addIssue(outOfRange(`${value} is above 1`, `Send ${Number((value / 100).toPrecision(12))}`))
    if (value < 0) context.addIssue(outOfRange(`${value} is below 0`, 'Send a fraction between 0 and 1'))
  })
  .meta({ minimum: 0, maximum: 1 })

const count = z.int().min(0).max(1000)

export const employmentTypes = ['permanent', 'part_time', 'self_employed', 'other'] as const
export const housingTypes = ['own', 'rent', 'parents', 'other'] as const
export const productTypes = ['personal', 'auto', 'card', 'mortgage', 'sme'] as const
export const jurisdictions = ['US', 'EU', 'UK', 'CN', 'OTHER'] as const

const maxTermMonths = 480

export const riskNoteInput = z.strictObject({
  application_id: refText,
  applicant_ref: refText.describe('A pseudonym; never a name'),
  as_of: z.iso.date().describe('The day the figures are of'),
  jurisdiction: z.enum(jurisdictions),
  product: z.strictObject({
    type: z.enum(productTypes),
    amount: positiveMoney,
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD'),
    term_months: z.int().min(1).max(maxTermMonths),
    apr: fraction.describe('Nominal yearly rate; 13.9 % is 0.139'),
    purpose: visible(200).nullish(),
  }),
  income: z.strictObject({
    gross_monthly: positiveMoney.nullish(),
    verified: z.boolean().default(false),
    employment_type: z.enum(employmentTypes).nullish(),
    tenure_months: z.int().min(0).max(900).nullish(),
  }),
  debts: z.strictObject({ monthly_service: money.nullish() }).default({}),
  bureau: z
    .strictObject({
      score: z.int().min(0).max(1000).nullish(),
      utilization: z.number().min(0).max(10).nullish(),
      inquiries_12m: count.nullish(),
      oldest_trade_months: count.nullish(),
      open_trades: count.nullish(),
      delinq_30p_24m: count.nullish(),
    })
    .default({}),
  collateral: z
    .strictObject({
      type: visible(80),
      value: positiveMoney,
      costs_monthly: money.nullish().describe('Taxes, insurance and fees of the property, a month'),
    })
    .nullish(),
  business: z
    .strictObject({
      revenue_yearly: positiveMoney.nullish(),
      ebitda_yearly: signedMoney.nullish().describe('Earnings before interest, taxes, depreciation and amortisation'),
      debt_service_yearly: money.nullish().describe('Principal and interest of existing debts, a year'),
      debt_total: money.nullish(),
      equity: signedMoney.nullish(),
      trading_months: count.nullish(),
    })
    .nullish()
    .describe('For business loans; income and household are then of the owner who guarantees'),
  household: z
    .strictObject({
      age: z.int().min(0).max(130).nullish().describe('Protected: never a feature'),
      marital: z.string().max(40).nullish().describe('Protected: never a feature'),
      dependants: z.int().min(0).max(30).nullish(),
      housing: z.enum(housingTypes).nullish(),
      assets: money.nullish(),
      expenses_monthly: money.nullish().describe('Living expenses without debt service'),
    })
    .default({}),
  protected: z
    .record(z.string().max(40), z.union([z.string().max(100), z.number(), z.boolean()]))
    .nullish()
    .describe('Never a feature; for fairness tests only'),
})
export type RiskNoteInput = z.output<typeof riskNoteInput>
