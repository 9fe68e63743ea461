// Numbers of an input. What is out of range is refused with the value to send instead, under `params.fix` of the zod issue.
import { z } from 'zod'
import { currencies } from './currency.ts'
import { isAtLeast } from './decimal.ts'

/** The most a money field takes: twelve digits before the point and up to three after it. */
const moneyShape = /^(0|[1-9]\d{0,11})(\.\d{1,3})?$/

/** Money as a decimal string such as "25000.00", never negative. */
export function money(limits: { min?: string } = {}) {
  const { min } = limits
  return z
    .string({
      error: (issue) => (typeof issue.input === 'number' ? 'money is a decimal string, not a number' : undefined),
    })
    .superRefine((value, context) => {
      if (!moneyShape.test(value)) return refuse(context, 'not an amount of money', 'Send digits such as "25000.00"')
      if (min !== undefined && !isAtLeast(value, min))
        refuse(context, `${value} is below ${min}`, `Send at least "${min}"`)
    })
    .describe('Decimal string, such as "25000.00"')
}

/** A rate or share. A value that was probably meant as a percentage gets the fraction to send. */
export function fraction(limits: { max: number }) {
  const { max } = limits
  return z.number().superRefine((value, context) => {
    if (value < 0) return refuse(context, `${value} is below 0`, 'Send a fraction of 0 or more')
    if (value <= max) return
    const meant = value / 100
    const fix = meant <= max ? `Send ${Number(meant.toPrecision(12))}` : `Send a fraction between 0 and ${max}`
    refuse(context, `${value} is above ${max}`, fix)
  })
}

export function wholeNumber(limits: { min: number; max: number }) {
  const { min, max } = limits
  return z.int().superRefine((value, context) => {
    if (value < min) refuse(context, `${value} is below ${min}`, `Send ${min} or more`)
    if (value > max) refuse(context, `${value} is above ${max}`, `Send ${max} or less`)
  })
}

/** An ISO 4217 code in capitals. */
export function currencyCode() {
  return z.string().superRefine((value, context) => {
    if (currencies.has(value)) return
    const upper = value.toUpperCase()
    refuse(context, 'not an ISO 4217 currency', currencies.has(upper) ? `Send "${upper}"` : 'Send a code such as "USD"')
  })
}

function refuse(context: z.RefinementCtx, message: string, fix: string): void {
  context.addIssue({ code: 'custom', message, params: { fix } })
}
