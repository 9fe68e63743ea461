// The answer told in parts: digit by digit, top and bottom of a fraction, or the numbers it lies between.
import Fraction from 'fraction.js'
import type { GuardedAnswer } from './answer.ts'
import { mentionsIn } from './mentions.ts'

type Told = { value: number; at: number; end: number; before: string; after: string }

/** `text` is plain and lower case. */
export function findInParts(text: string, answer: GuardedAnswer): { form: string; at: number } | null {
  const told = numbersTold(text)
  return (
    digitByDigit(text, told, answer) ??
    topAndBottom(told, answer) ??
    ratio(text, told, answer) ??
    between(text, answer) ??
    oppositeOf(told, answer)
  )
}

function numbersTold(text: string): Told[] {
  return mentionsIn(text)
    .filter(({ form }) => form === 'digits' || form === 'words')
    .map(({ values, at, end }) => ({
      value: values[0]?.valueOf() ?? Number.NaN,
      at,
      end,
      before: text.slice(Math.max(0, at - 40), at),
      after: text.slice(end, end + 24),
    }))
    .sort((a, b) => a.at - b.at)
}

const digitWord =
  /\b(?:digits?|tens|ones|units|hundreds|tenths|hundredths|figure|numeral)\b|数字|[十个百千]位|第.位|小数点/

function digitByDigit(text: string, told: readonly Told[], { values }: GuardedAnswer) {
  const single = told.filter(
    ({ value, before, after }) =>
      Number.isInteger(value) && value >= 0 && value <= 9 && (digitWord.test(before) || digitWord.test(after)),
  )
  return digitsFit(single, values) ?? digitsFit(followers(text, told), values)
}

/** "4 and then 2", "a 4 followed by a 2": each number announces the next. */
function followers(text: string, told: readonly Told[]): Told[] {
  const joint =
    /^\s*,?\s*(?:and )?(?:then|followed by|next|after (?:that|it)|然后|接着|后面|再)(?: comes)?(?: an?)?(?: the)?(?:是|跟)?\s*$/
  const isJoined = (i: number) => joint.test(text.slice(told[i]?.end ?? 0, told[i + 1]?.at ?? 0))
  return told.filter(
    ({ value }, i) => Number.isInteger(value) && value >= 0 && value <= 9 && (isJoined(i) || isJoined(i - 1)),
  )
}

function digitsFit(single: readonly Told[], values: readonly Fraction[]) {
  const digits = single.map(({ value }) => String(value)).join('')
  const [first] = single
  const fits = values.some((value) => {
    const wanted = value.abs().toString().replace(/\D/g, '')
    return (
      wanted.length >= 2 &&
      wanted.length <= 12 &&
      (digits.includes(wanted) || digits.includes(Array.from(wanted).reverse().join('')))
    )
  })
  return first && fits ? { form: 'digit_by_digit', at: first.at } : null
}

const topWord = /\b(?:numerator|top(?: number| part)?|upper|above)\b|分子|上面/
const bottomWord = /\b(?:denominator|bottom(?: number| part)?|lower|below|under|underneath)\b|分母|下面/

/** Each number belongs to the nearer word before it, else the one behind it. */
function topAndBottom(told: readonly Told[], { values }: GuardedAnswer) {
  const sideOf = ({ before, after }: Told) => {
    const behind = /^\s*(?:(?:goes|is|comes|stands|sits|belongs)\s+)?(?:(?:in|as|for|on|at)\s+)?(?:the )?(\w+)/.exec(
      after,
    )?.[1]
    if (behind !== undefined && topWord.test(behind)) return 'top'
    if (behind !== undefined && bottomWord.test(behind)) return 'bottom'
    const [top, bottom] = [lastOf(before, topWord), lastOf(before, bottomWord)]
    if (top < 0 && bottom < 0) return topWord.test(after) ? 'top' : bottomWord.test(after) ? 'bottom' : null
    return top > bottom ? 'top' : 'bottom'
  }
  const sides = told.map((one) => ({ ...one, side: sideOf(one) }))
  for (const value of values) {
    if (value.d === 1n) continue
    const top = sides.find((one) => one.side === 'top' && one.value === Number(value.n))
    const bottom = sides.find((one) => one.side === 'bottom' && one.value === Number(value.d))
    if (top && bottom) return { form: 'top_and_bottom', at: Math.min(top.at, bottom.at) }
  }
  return null
}

/** "3 to 4", 二比三比五: as many numbers as the ratio has parts, in proportion to them. */
function ratio(text: string, told: readonly Told[], answer: GuardedAnswer) {
  const [value] = answer.values
  // A fraction is told by "3 to 4" as well; "3 and 4" are only two numbers.
  const isFraction = answer.parts.length < 2 && value !== undefined && value.d !== 1n
  const parts = isFraction ? [new Fraction(value.s * value.n), new Fraction(value.d)] : answer.parts
  const joint = isFraction ? /^\s*(?::|to|比|in)\s*$/ : /^\s*(?::|to|比|,|and|和)\s*$/
  const [base] = parts
  if (parts.length < 2 || !base) return null
  const found = told.find((first, i) => {
    const row = told.slice(i, i + parts.length)
    const isJoined = row.slice(1).every((one, k) => joint.test(text.slice(row[k]?.end ?? 0, one.at)))
    return (
      row.length === parts.length &&
      isJoined &&
      row.every(({ value }, k) => Math.abs(value * base.valueOf() - first.value * (parts[k]?.valueOf() ?? 0)) < 1e-9)
    )
  })
  return found && found.value !== 0 ? { form: 'ratio', at: found.at } : null
}

const lastOf = (text: string, word: RegExp) => [...text.matchAll(new RegExp(word, 'g'))].at(-1)?.index ?? -1

/** "between 4 and 6" tells a whole number as surely as itself. */
function between(text: string, { values }: GuardedAnswer) {
  const match =
    /\bbetween\s+(\S+)\s+and\s+(\S+)|(?:在|介于)\s*(\S+?)\s*[和与到至]\s*(\S+?)\s*之间|\b(?:more|greater|bigger|larger|higher) than (\S+)[^.]{0,30}\b(?:less|smaller|lower|fewer) than (\S+)|(?:比|大于)\s*(\S+?)\s*(?:大|且|并且|,)[^.]{0,12}(?:比|小于)\s*(\S+?)\s*(?:小|的|[.,]|$)/.exec(
      text,
    )
  if (!match) return null
  const [low, high] = match
    .slice(1)
    .filter((group) => group !== undefined)
    .map((group) => mentionsIn(group)[0]?.values[0])
  if (!low || !high || high.sub(low).abs().compare(2) > 0) return null
  return values.some((value) => value.d === 1n && low.add(high).div(2).equals(value))
    ? { form: 'between', at: match.index }
    : null
}

/** "the opposite of 3", "3 with a minus sign" */
function oppositeOf(told: readonly Told[], { values }: GuardedAnswer) {
  const found = told.find(({ value, before, after }) => {
    const isOpposite =
      /(?:\bopposite of|\bnegative of|\bminus sign (?:before|in front of))\s*$/.test(before) ||
      /^\s*(?:的相反数|,?\s*(?:but\s+)?(?:with a (?:minus|negative)|negative\b|前面加负号|加负号|below zero))/.test(
        after,
      )
    return isOpposite && values.some((one) => one.valueOf() === -value)
  })
  return found ? { form: 'opposite', at: found.at } : null
}
