// Numbers written in words, English and Chinese, found in a text: cardinals, fractions, mixed numbers, decimals, percentages.
import type Fraction from 'fraction.js'
import { englishNumbers } from './number-words-en.ts'
import { chineseNumbers } from './number-words-zh.ts'
import { pinyinNumbers } from './pinyin.ts'
import type { WordNumber } from './word-number.ts'

/** Of a plain text (see plain.ts); in order, not overlapping within a language. */
export function numberWordsIn(text: string): WordNumber[] {
  return [...englishNumbers(text), ...chineseNumbers(text), ...pinyinNumbers(text)]
}

/** For graders: the number that a short answer begins with, such as `one half` or `百分之五十`. */
export function numberFromWords(text: string): { value: Fraction; isPercent: boolean; rest: string } | null {
  const found = numberWordsIn(text).find(({ at }) => at === 0)
  return found ? { value: found.value, isPercent: found.isPercent, rest: text.slice(found.end).trim() } : null
}
