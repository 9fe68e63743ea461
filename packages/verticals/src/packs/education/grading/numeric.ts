// Grades a number against the key: exact or within the tolerance, with units; partial credit for the right value in the wrong form.
import Fraction from 'fraction.js'
import { numberFromWords } from '../guard/number-words.ts'
import type { Exercise } from './exercise.ts'
import { type NumberReading, readNumber } from './number.ts'
import { plainText } from './plain.ts'
import { isRefusal, type Refusal, refusal } from './refusal.ts'
import type { RemarkCode } from './remark.ts'
import { readUnit, type Unit, unitFactor } from './unit.ts'

/** `share` is the credit, 0..1; `remark` says what a partial one lacks. */
export type Marked = { share: number; normalized: string; remark: RemarkCode | null }

export type Measure = NumberReading & { unit: Unit | null }

export function gradeNumeric(exercise: Exercise, text: string): Marked | Refusal {
  const key = keyMeasure(exercise)
  if (key === null) return refusal('exercise_faulty')
  const answer = readMeasure(text)
  if (isRefusal(answer)) return answer
  const normalized = writtenMeasure(answer)
  const { value, remark: unitRemark } = inUnitOf(answer, key, exercise)
  const remark = valueRemark(value, { answer, key, exercise })
  if (remark === 'wrong') return { share: 0, normalized, remark: null }
  const lacks = [unitRemark, remark].filter((one) => one !== null)
  return { share: lacks.length === 0 ? 1 : lacks.length === 1 ? 0.5 : 0.25, normalized, remark: lacks[0] ?? null }
}

/** The key as a number in its unit; null when the exercise is faulty. */
export function keyMeasure(exercise: Exercise): Measure | null {
  const reading = readMeasure(plainText(exercise.answer_key).text.trim())
  if (isRefusal(reading)) return null
  const unit = exercise.unit ? readUnit(plainText(exercise.unit).text) : reading.unit
  // A percentage is the same number whether its sign stands in the key or in the unit.
  if (unit?.name !== '%') return { ...reading, unit }
  return { ...reading, unit: null, isPercent: true, value: reading.isPercent ? reading.value : reading.value.div(100) }
}

export function readMeasure(text: string): Measure | Refusal {
  const money = /^([$€£¥]|us\$|usd|cny|rmb|eur|gbp)\s*(?=[\d.-])/i.exec(text) ?? null
  const body = (money ? text.slice(money[0].length) : text).replace(/(?<=[^.])[.!]$/, '')
  const reading = shorterRest(readNumber(body), fromWords(body))
  if (reading === null || isRefusal(reading)) return reading ?? refusal(notANumber(body))
  if (reading.rest === '') return { ...reading, unit: money ? readUnit(money[0]) : null }
  const unit = readUnit(reading.rest)
  if (unit === null || (money && unit.name !== readUnit(money[0])?.name)) return refusal(notANumber(body))
  return { ...reading, unit }
}

/** `3 quarters` and `2分之1` begin with a digit and are words. */
function shorterRest(number: NumberReading | Refusal | null, words: NumberReading | null): typeof number {
  if (number === null || words === null) return number ?? words
  return isRefusal(number) || words.rest.length < number.rest.length ? words : number
}

function fromWords(text: string): NumberReading | null {
  const found = numberFromWords(text)
  if (found === null) return null
  const form = found.value.d === 1n ? 'integer' : 'fraction'
  return {
    value: found.value,
    form,
    isPercent: found.isPercent,
    top: null,
    bottom: null,
    parts: [],
    decimals: 0,
    rest: found.rest,
  }
}

function notANumber(text: string) {
  if (/\^[^^]*\^|\*\*.*\*\*/.test(text)) return 'exponent'
  return /\d\s*[-+*/^]\s*[\d(]|\d\s*\(/.test(text) ? 'not_worked_out' : 'not_a_number'
}

type Converted = { value: Fraction; remark: RemarkCode | null }

function inUnitOf(answer: Measure, key: Measure, exercise: Exercise): Converted {
  if (key.isPercent && !answer.isPercent && answer.unit === null && answer.form !== 'fraction')
    return percentOrBare(answer, key)
  if (key.unit === null) return { value: bareValue(answer, key, exercise), remark: strayUnit(answer, exercise) }
  if (answer.unit === null) return { value: answer.value, remark: 'unit_missing' }
  const factor = unitFactor(answer.unit, key.unit)
  if (factor === null) return { value: answer.value, remark: 'unit_wrong' }
  return { value: factor === 1 ? answer.value : answer.value.mul(new Fraction(factor)), remark: null }
}

/** Asked for a percentage: `50` lacks the sign, `0.5` is the same number. */
function percentOrBare(answer: Measure, key: Measure): Converted {
  const asPercent = answer.value.div(100)
  return asPercent.equals(key.value)
    ? { value: asPercent, remark: 'unit_missing' }
    : { value: answer.value, remark: null }
}

/** A key of 25 to "what percent ..." is met by `25%`. */
function bareValue(answer: Measure, key: Measure, exercise: Exercise): Fraction {
  const asksPercent = /%|per ?cent|百分/i.test(`${exercise.stem.en} ${exercise.stem['zh-CN']}`)
  return answer.isPercent && !key.isPercent && asksPercent && !answer.value.equals(key.value)
    ? answer.value.mul(100)
    : answer.value
}

/** A unit nobody asked for does no harm when the stem speaks of it. */
function strayUnit(answer: Measure, exercise: Exercise): RemarkCode | null {
  const { unit } = answer
  if (unit === null) return null
  const words = plainText(`${exercise.stem.en} ${exercise.stem['zh-CN']}`).text.toLowerCase()
  return words.includes(unit.name) ||
    [...words.matchAll(/\p{L}+/gu)].some(([word]) => readUnit(word)?.name === unit.name)
    ? null
    : 'unit_wrong'
}

type ValueArgs = { answer: Measure; key: Measure; exercise: Exercise }

function valueRemark(value: Fraction, { answer, key, exercise }: ValueArgs): RemarkCode | null | 'wrong' {
  if (key.parts.length > 2 || answer.parts.length > 2) return ratioRemark(answer, key)
  const distance = Math.abs(value.sub(key.value).valueOf())
  const { absolute = 0, relative = 0 } = exercise.tolerance ?? {}
  const slack = Math.max(absolute, relative * Math.abs(key.value.valueOf()))
  const isConverted = answer.unit !== null && key.unit !== null && answer.unit.name !== key.unit.name
  const rounding = isConverted ? Math.abs(key.value.valueOf()) * 1e-9 : 0
  if (!value.equals(key.value) && !(distance <= slack * (1 + 1e-12) + rounding))
    return isRounded(value, answer, key) ? 'rounded' : 'wrong'
  return formRemark(answer, key)
}

function ratioRemark(answer: Measure, key: Measure): RemarkCode | null | 'wrong' {
  const [first, other] = [answer.parts[0], key.parts[0]]
  if (!first || !other || answer.parts.length !== key.parts.length || first.n === 0n || other.n === 0n) return 'wrong'
  const scale = other.div(first)
  const isSame = answer.parts.every((part, i) => part.mul(scale).equals(key.parts[i] ?? -1))
  if (!isSame) return 'wrong'
  return scale.equals(1) ? null : 'unreduced'
}

function formRemark(answer: Measure, key: Measure): RemarkCode | null {
  const { top, bottom } = answer
  if ((answer.form === 'ratio') !== (key.form === 'ratio')) return answer.form === 'ratio' ? 'form' : null
  if (top === null || bottom === null) return isKeyUnreduced(key) ? 'form' : null
  if (top === key.top && bottom === key.bottom) return null
  if (isKeyUnreduced(key)) return 'form'
  return isReduced(top, bottom) ? null : 'unreduced'
}

/** A key that is itself not in lowest terms asks for that very form, such as 4/8 for "write 1/2 in eighths". */
const isKeyUnreduced = (key: Measure) => key.top !== null && key.bottom !== null && !isReduced(key.top, key.bottom)

function isReduced(top: bigint, bottom: bigint): boolean {
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  if (b === 1n) return false
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 1n
}

/** 0.33 for 1/3, at least two digits behind the point. */
function isRounded(value: Fraction, answer: Measure, key: Measure): boolean {
  const places = answer.decimals + (answer.isPercent ? 2 : 0)
  if (answer.decimals < (answer.isPercent ? 1 : 2) || places > 12) return false
  return key.value.round(places).equals(value) && !isShort(key.value)
}

/** Has few digits behind the point, so that nothing needs rounding. */
const isShort = (value: Fraction) => value.mul(10_000n).d === 1n

function writtenMeasure({ value, form, isPercent, parts, unit }: Measure): string {
  const shown = isPercent ? value.mul(100) : value
  const number =
    form === 'ratio'
      ? parts.map((part) => part.toString()).join(':')
      : isTerminating(shown) && form !== 'fraction' && form !== 'mixed'
        ? shown.toString()
        : shown.toFraction()
  return `${number}${isPercent ? '%' : ''}${unit ? ` ${unit.name}` : ''}`
}

function isTerminating({ d }: Fraction): boolean {
  let rest = d
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime
  return rest === 1n
}
