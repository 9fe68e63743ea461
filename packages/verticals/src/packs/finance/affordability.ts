// Payment, debt service to income, loan to value, stress tests and expected loss. Decimal arithmetic; money is rounded half up to the currency's smallest unit.
import { Decimal } from 'decimal.js'
import { minorDigits } from '../../kit/currency.ts'
import type { RiskNoteContent } from './content.ts'
import type { RiskNoteInput } from './input.ts'

const monthsPerYear = 12

export type Affordability = {
  payment_monthly: string
  dti_before: number | null
  dti_after: number | null
  ltv: number | null
  stress: {
    id: string
    income_change: number
    rate_change: number
    payment_monthly: string
    dti_after: number | null
  }[]
}

/** The level payment of an annuity: P r / (1 - (1 + r)^-n) with r the monthly rate; P / n without interest. In the currency's smallest unit. */
export function paymentOf(loan: { amount: string; currency: string; apr: number; termMonths: number }): Decimal {
  const amount = new Decimal(loan.amount)
  const rate = new Decimal(loan.apr).div(monthsPerYear)
  const exact = rate.isZero()
    ? amount.div(loan.termMonths)
    : amount.mul(rate).div(new Decimal(1).minus(rate.plus(1).pow(-loan.termMonths)))
  return exact.toDecimalPlaces(minorDigits(loan.currency), Decimal.ROUND_HALF_UP)
}

export function affordabilityOf(input: RiskNoteInput, content: RiskNoteContent): Affordability {
  const { amount, currency, apr, term_months: termMonths } = input.product
  const digits = minorDigits(currency)
  const income = decimalOf(input.income.gross_monthly)
  const debts = decimalOf(input.debts.monthly_service)
  const value = decimalOf(input.collateral?.value)
  const payment = paymentOf({ amount, currency, apr, termMonths })
  return {
    payment_monthly: payment.toFixed(digits),
    dti_before: ratio(debts, income),
    dti_after: ratio(debts?.plus(payment), income),
    ltv: ratio(new Decimal(amount), value),
    stress: content.stress.map((test) => {
      const stressed = paymentOf({ amount, currency, apr: Math.max(0, apr + test.rate_change), termMonths })
      const left = income?.mul(new Decimal(1).plus(test.income_change))
      return {
        ...test,
        payment_monthly: stressed.toFixed(digits),
        dti_after: ratio(debts?.plus(stressed), left),
      }
    }),
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

/** The largest amount whose payment keeps debt service to income at `dtiLimit`; null when income or debts are unknown, 0 when there is no room. */
export function largestAmount(input: RiskNoteInput, dtiLimit: number): string | null {
  const income = decimalOf(input.income.gross_monthly)
  const debts = decimalOf(input.debts.monthly_service)
  if (!income || !debts) return null
  const room = Decimal.max(0, income.mul(dtiLimit).minus(debts))
  const rate = new Decimal(input.product.apr).div(monthsPerYear)
  const months = input.product.term_months
  const amount = rate.isZero() ? room.mul(months) : room.mul(new Decimal(1).minus(rate.plus(1).pow(-months))).div(rate)
  return amount.toDecimalPlaces(0, Decimal.ROUND_DOWN).toFixed(minorDigits(input.product.currency))
}

function decimalOf(text: string | null | undefined): Decimal | null {
  return text === null || text === undefined ? null : new Decimal(text)
}

function ratio(part: Decimal | null | undefined, whole: Decimal | null | undefined): number | null {
  return !part || !whole || whole.isZero() ? null : part.div(whole).toNumber()
}
