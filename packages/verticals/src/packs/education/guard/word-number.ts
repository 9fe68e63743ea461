// A number written in words, where it stands in a text.
import type Fraction from 'fraction.js'

/** `isSmall`: a bare word of at most ten, which is a pronoun or counts things of the text as often as it states a value. */
export type WordNumber = {
  value: Fraction
  isPercent: boolean
  at: number
  end: number
  language: 'en' | 'zh-CN'
  isSmall: boolean
}
