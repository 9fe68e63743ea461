// How a fact reads. One rule per unit and language, independent of the machine's locale, so that the verifier can read it back.
import type { Language } from '@guildhall/contracts/run'
import { minorDigits } from './currency.ts'
import type { Fact } from './facts.ts'

/** The text of a fact in this language. Percent with one decimal, money to its currency's smallest unit, points and counts whole. */
export function formatFact(fact: Fact, language: Language): string {
  const { value, unit } = fact
  if (value === null) return language === 'en' ? 'not known' : '未知'
  if (fact.label) return fact.label[language]
  if (typeof value === 'boolean') return yesNo(value, language)
  const per = fact.per ? periods[fact.per][language] : ''
  if (unit === 'currency') return `${fact.currency} ${grouped(Number(value), minorDigits(fact.currency ?? ''))}${per}`
  if (typeof value === 'string') return value
  if (unit === 'fraction') return `${grouped(value * 100, 1)}%${per}`
  if (unit === 'measure') return measured(value)
  const digits = unit === 'years' ? 1 : unit === 'ratio' ? 2 : 0
  const text = grouped(value, digits)
  return text + wordOf(unit, { language, isOne: text === '1' })
}

const significantDigits = 4
const mostDecimals = 8

/** Four significant digits, without zeros that say nothing; what has more digits before the point is shown whole. */
function measured(value: number): string {
  const before = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1
  const decimals = Math.min(mostDecimals, Math.max(0, significantDigits - before))
  const text = grouped(value, decimals)
  return decimals === 0 ? text : text.replace(/\.?0+$/, '')
}

const periods = {
  month: { en: ' a month', 'zh-CN': '/月' },
  year: { en: ' a year', 'zh-CN': '/年' },
}

function yesNo(value: boolean, language: Language): string {
  if (language === 'en') return value ? 'yes' : 'no'
  return value ? '是' : '否'
}

const words: Partial<Record<NonNullable<Fact['unit']>, { one: string; many: string; zh: string }>> = {
  points: { one: ' point', many: ' points', zh: ' 分' },
  days: { one: ' day', many: ' days', zh: ' 天' },
  months: { one: ' month', many: ' months', zh: ' 个月' },
  years: { one: ' year', many: ' years', zh: ' 年' },
}

function wordOf(unit: Fact['unit'], { language, isOne }: { language: Language; isOne: boolean }): string {
  const word = unit && words[unit]
  if (!word) return ''
  if (language === 'zh-CN') return word.zh
  return isOne ? word.one : word.many
}

/** Half away from zero at the shown digit, thousands by comma. `toFixed` alone would show 38.25 as 38.3 or 38.2 by its binary tail. */
function grouped(value: number, digits: number): string {
  const scale = 10 ** digits
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * scale * (1 + Number.EPSILON))) / scale
  const [whole = '0', rest] = Math.abs(rounded).toFixed(digits).split('.')
  const sign = rounded < 0 ? '−' : ''
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest === undefined ? '' : `.${rest}`}`
}
