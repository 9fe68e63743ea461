// What the lines of a price note are written from, and how its money and intervals are made.
import { minorDigits } from '../../../kit/currency.ts'
import type { FactBook } from '../../../kit/facts.ts'
import type { Advice } from './advise.ts'
import type { PriceQuestion } from './features.ts'
import type { PriceContent } from './input.ts'
import type { DemandAnswer } from './model.ts'

const z90 = 1.645

export type Noted = {
  book: FactBook
  advice: Advice
  question: PriceQuestion
  answer: DemandAnswer
  content: PriceContent
  /** How long one period is. */
  period: 'day' | 'week'
}

/** In the currency's smallest unit. */
export const money = (value: number, currency: string): string => value.toFixed(minorDigits(currency))

export const elasticity90 = ({ elasticity, elasticitySd }: DemandAnswer) =>
  [elasticity - z90 * elasticitySd, elasticity + z90 * elasticitySd] as const
