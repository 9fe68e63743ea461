// Decimal arithmetic in one place: forty digits, half up, so that money never passes through binary fractions.
import { Decimal as DecimalBase } from 'decimal.js'

export const Decimal = DecimalBase.clone({ precision: 40, rounding: DecimalBase.ROUND_HALF_UP })
export type Decimal = DecimalBase

export function isAtLeast(value: string, limit: string): boolean {
  return new Decimal(value).gte(limit)
}

/** A fraction as a JSON number with six decimals, half up. */
export function toFraction(value: Decimal): number {
  return value.toDecimalPlaces(6).toNumber()
}
