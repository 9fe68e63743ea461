// The answer as words to be hidden in letter games: spelt, reversed, shifted, encoded. Numbers up to a million, fractions with small bottoms.
import type Fraction from 'fraction.js'
import { ones, tens } from './number-words-en.ts'

const bottoms: Record<string, string> = {
  2: 'half',
  3: 'third',
  4: 'quarter',
  5: 'fifth',
  6: 'sixth',
  7: 'seventh',
  8: 'eighth',
  9: 'ninth',
  10: 'tenth',
  12: 'twelfth',
  100: 'hundredth',
}

/** Letters and digits only, lower case; `words` are those of the answer itself. */
export function spelledForms(values: readonly Fraction[], words: readonly string[]): string[] {
  const numbers = values.flatMap((value) => [value.abs().toFraction(), ...inWords(value.abs())])
  const forms = [...numbers, ...words].map((form) => form.toLowerCase().replace(/[^a-z0-9\u4e00-\u9fff/.]+/g, ''))
  return [...new Set(forms)].filter((form) => form !== '')
}

function inWords(value: Fraction): string[] {
  const { n, d } = value
  if (n > 999_999n) return []
  const top = cardinal(Number(n))
  if (d === 1n) return [top]
  const bottom = bottoms[String(d)]
  if (bottom === undefined) return []
  const many = n === 1n ? bottom : bottom === 'half' ? 'halves' : `${bottom}s`
  return [`${top}${many}`, ...(n === 1n ? [bottom] : [])]
}

function cardinal(value: number): string {
  if (value < 20) return ones[value] ?? ''
  if (value < 100) return `${tens[Math.floor(value / 10) - 2]}${value % 10 ? ones[value % 10] : ''}`
  if (value < 1000) return `${ones[Math.floor(value / 100)]}hundred${value % 100 ? cardinal(value % 100) : ''}`
  return `${cardinal(Math.floor(value / 1000))}thousand${value % 1000 ? cardinal(value % 1000) : ''}`
}
