// Payment, debt service to income, cover, leverage, loan to value, stress tests and expected loss. Decimal arithmetic; money is rounded half
// up to the currency's smallest unit, ratios are not rounded.
import { Decimal } from 'decimal.js'
import { minorDigits } from '../../kit/currency.ts'
import type { RiskNoteContent } from './content.ts'
import type { RiskNoteInput } from './input.ts'

const monthsPerYear = 12

/** Null where something it takes is not known, or a divisor is 0 or below. */
type Ratios = {
  dti_before: number | null
  dti_after: number | null
  ltv: number | null
  /** EBITDA over yearly debt service with this loan. */
  dscr: number | null
  /** Debts with this loan over EBITDA. */
  leverage: number | null
  /** Debts with this loan over equity. */
  debt_to_equity: number | null
}
type Stressed = RiskNoteContent['stress'][number] & { payment_monthly: string } & Pick<
    Ratios,
    'dti_after' | 'ltv' | 'dscr'
  >
export type Affordability = { payment_monthly: string } & Ratios & { stress: Stressed[] }

/** The level payment of an annuity: P r / (1 - (1 + r)^-n) with r the monthly rate; P / n without interest. In the currency's smallest unit. */
export function paymentOf(loan: { amount: string; currency: string; apr: number; termMonths: number }): Decimal {
  const exact = new Decimal(loan.amount).mul(paymentPerUnit(loan))
  return exact.toDecimalPlaces(minorDigits(loan.currency), Decimal.ROUND_HALF_UP)
}

// Recourse asks for the same few rates and terms some hundred times, and a power of forty digits is what costs.
const factors = new Map<string, Decimal>()
const maxFactors = 5000

/** What one unit of currency costs a month; not rounded. */
export function paymentPerUnit({ apr, termMonths }: { apr: number; termMonths: number }): Decimal {
  const key = `${apr} ${termMonths}`
  const known = factors.get(key)
  if (known) return known
  const rate = new Decimal(apr).div(monthsPerYear)
  const factor = rate.isZero()
    ? new Decimal(1).div(termMonths)
    : rate.div(new Decimal(1).minus(rate.plus(1).pow(-termMonths)))
  if (factors.size >= maxFactors) factors.clear()
  factors.set(key, factor)
  return factor
}

export function affordabilityOf(input: RiskNoteInput, stress: RiskNoteContent['stress']): Affordability {
  const { amount, currency, apr, term_months: termMonths } = input.product
  const digits = minorDigits(currency)
  const base = { income: new Decimal(1), value: new Decimal(1) }
  const payment = paymentOf({ amount, currency, apr, termMonths })
  return {
    payment_monthly: payment.toFixed(digits),
    ...ratiosOf(input, payment, base),
    stress: stress.map((test) => {
      const stressed = paymentOf({ amount, currency, apr: Math.max(0, apr + test.rate_change), termMonths })
      const { dti_after, ltv, dscr } = ratiosOf(input, stressed, {
        income: new Decimal(1).plus(test.income_change),
        value: new Decimal(1).plus(test.value_change),
      })
      return { ...test, payment_monthly: stressed.toFixed(digits), dti_after, ltv, dscr }
    }),
  }
}

/** `income` and `value` scale what comes in and what secures the loan. */
function ratiosOf(
  input: RiskNoteInput,
  payment: Decimal,
  { income: incomeScale, value: valueScale }: { income: Decimal; value: Decimal },
): Ratios {
  const amount = new Decimal(input.product.amount)
  const income = decimalOf(input.income.gross_monthly)?.mul(incomeScale)
  const debts = decimalOf(input.debts.monthly_service)
  const value = decimalOf(input.collateral?.value)?.mul(valueScale)
  const costs = decimalOf(input.collateral?.costs_monthly) ?? new Decimal(0)
  const business = input.business
  const ebitda = decimalOf(business?.ebitda_yearly)?.mul(incomeScale)
  const service = decimalOf(business?.debt_service_yearly)?.plus(payment.mul(monthsPerYear))
  const debt = decimalOf(business?.debt_total)?.plus(amount)
  return {
    dti_before: ratio(debts, income),
    dti_after: ratio(debts?.plus(payment).plus(costs), income),
    ltv: ratio(amount, value),
    dscr: ratio(ebitda, service),
    leverage: ratio(debt, ebitda),
    debt_to_equity: ratio(debt, decimalOf(business?.equity)),
  }
}

/** EL = PD * LGD * EAD; the exposure is the amount asked for. In the currency's smallest unit. */
export function expectedLossOf(options: { pd: number; lgd: number; amount: string; currency: string }) {
  const { pd, lgd, amount } = options
  const digits = minorDigits(options.currency)
  const loss = new Decimal(pd).mul(lgd).mul(amount)
  return {
    pd,
    lgd,
    ead: new Decimal(amount).toFixed(digits, Decimal.ROUND_HALF_UP),
    el: loss.toFixed(digits, Decimal.ROUND_HALF_UP),
  }
}

function decimalOf(text: string | null | undefined): Decimal | undefined {
  return text === null || text === undefined ? undefined : new Decimal(text)
}

function ratio(part: Decimal | undefined, whole: Decimal | undefined): number | null {
  return !part || !whole?.greaterThan(0) ? null : part.div(whole).toNumber()
}
