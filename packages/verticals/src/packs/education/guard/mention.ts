// A number that a text mentions, with all it may mean.
import type Fraction from 'fraction.js'

export type Mention = {
  /** All it may mean: `25%` is 0.25 and 25, a dash before a number a minus or a dash. */
  values: readonly Fraction[]
  at: number
  end: number
  form: 'digits' | 'fraction' | 'percent' | 'words' | 'roman' | 'foreign' | 'spaced'
  /** Digits behind the point of a decimal, for rounded answers. */
  decimals: number
  /** A word of at most ten: often a pronoun or a count. */
  isSmall: boolean
}
