// Every number that a plain text mentions: in digits of any kind, in words, Roman, in other languages. Whether it gives anything away is decided elsewhere.
import Fraction from 'fraction.js'
import { foreignNumbers } from './foreign-numbers.ts'
import type { Mention } from './mention.ts'
import { numberWordsIn } from './number-words.ts'

const maxDigits = 20

export function mentionsIn(text: string): Mention[] {
  return [
    ...writtenNumbers(text),
    ...wordNumbers(text),
    ...spacedDigits(text),
    ...spacedDigitWords(text),
    ...romanNumbers(text),
    ...foreignNumbers(text),
  ]
}

const written =
  /(?<sign>-\s*)?(?:(?<whole>\d{1,9})(?:\s+|\s*(?:又|and)\s*)(?<top>\d{1,9})\s*\/\s*(?<bottom>\d{1,9})|(?<n>\d{1,9})\)?\s*\/\s*\(?(?<d>\d{1,9})(?!\s*\/)|(?<left>\d{1,9})\s*:\s*(?<right>\d{1,9})(?!\s*:)|(?<plain>\d[\d,.' ]*\d|\d|\.\d+)(?:\s*e\s*(?<power>[+-]?\d{1,2})(?![\d.]))?)(?<percent>\s*(?:%|per ?cent\b|pct\b))?/gi

function writtenNumbers(text: string): Mention[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 4), match.index)
    // The 2 of cm^2 and of x^2 says nothing.
    if (/(?:\b[mcdk]?m|[a-z)])\^\(?$/i.test(before) || (/\b[cdmk]?m$/.test(before) && /^[23]\b/.test(match[0])))
      return []
    return readWritten(match.groups ?? {}).map(({ value, text: part, offset, form }) => ({
      values: meanings(value, { groups: match.groups ?? {}, before }),
      at: match.index + offset,
      end:
        offset > 0 ? match.index + offset + part.length : match.index + (part === '' ? match[0].length : part.length),
      form: match.groups?.percent ? ('percent' as const) : form,
      decimals: (/\.(\d+)$/.exec(part)?.[1] ?? '').length,
      isSmall: false,
    }))
  })
}

type Groups = Record<string, string | undefined>
type Read = { value: Fraction; text: string; offset: number; form: 'digits' | 'fraction' }

function readWritten({ sign = '', whole, top, bottom, n, d, left, right, plain, power }: Groups): Read[] {
  const [over, under] = [top ?? n ?? left, bottom ?? d ?? right]
  if (over !== undefined && under !== undefined) {
    if (Number(under) === 0) return []
    const value = new Fraction(over).div(under).add(whole ?? 0)
    return [{ value, text: '', offset: 0, form: 'fraction' }]
  }
  if (plain === undefined) return []
  if (power !== undefined) return [{ value: scientific(plain, Number(power)), text: '', offset: 0, form: 'digits' }]
  return decimals(plain).map(({ value, text, offset }) => ({
    value,
    text: sign + text,
    offset: offset === 0 ? 0 : offset + sign.length,
    form: 'digits',
  }))
}

function scientific(plain: string, power: number): Fraction {
  const mantissa = /^\d+(?:\.\d+)?/.exec(plain)?.[0].slice(0, maxDigits) ?? '0'
  return new Fraction(mantissa).mul(new Fraction(10).pow(power) ?? 1)
}

/** A run of digits with commas, points and blanks: one number in each convention it can be read by, else the numbers one by one. */
function decimals(run: string): { value: Fraction; text: string; offset: number }[] {
  const tight = run.replace(/[' ]/g, '')
  const readings = /^\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$/.test(run)
    ? [tight.replaceAll(',', '')]
    : /^\d{1,3}(?:[. ]\d{3})+,\d+$/.test(run)
      ? [tight.replaceAll('.', '').replace(',', '.')]
      : /^\d*\.?\d+$/.test(run)
        ? [run]
        : []
  const commaDecimal = /^\d+,\d+$/.test(run) ? [run.replace(',', '.')] : []
  const whole = [...readings, ...commaDecimal].filter((one) => one.length <= maxDigits)
  if (whole.length > 0)
    return whole.map((one) => ({ value: new Fraction(one.startsWith('.') ? `0${one}` : one), text: run, offset: 0 }))
  if (/[ ']/.test(run))
    return [...run.matchAll(/[^ ']+/g)].flatMap((piece) =>
      decimals(piece[0]).map((one) => ({ ...one, offset: one.offset + piece.index })),
    )
  return [...run.matchAll(/\d+(?:\.\d+)?/g)]
    .filter(([one]) => one.length <= maxDigits)
    .map((match) => ({ value: new Fraction(match[0]), text: match[0], offset: match.index }))
}

function meanings(value: Fraction, { groups, before }: { groups: Groups; before: string }): Fraction[] {
  const shares = groups.percent ? [value.div(100), value] : [value]
  if (groups.sign === undefined) return shares
  const isMinus = !/[\d\w)]\s*$/.test(before) && groups.sign === '-'
  return isMinus ? shares.map((one) => one.neg()) : [...shares, ...shares.map((one) => one.neg())]
}

function wordNumbers(text: string): Mention[] {
  return numberWordsIn(text).map(({ value, isPercent, at, end, isSmall }) => ({
    values: isPercent ? [value, value.mul(100)] : [value],
    at,
    end,
    form: 'words',
    decimals: placesOf(value),
    isSmall,
  }))
}

/** Digits behind the point of "eight point three"; none of what is no decimal. */
function placesOf(value: Fraction): number {
  const [, places = ''] = value.d > 1n && 10n ** 12n % value.d === 0n ? value.toString().split('.') : []
  return places.length
}

const digitWords: Record<string, string> = {
  zero: '0',
  oh: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
}
const digitWord = Object.keys(digitWords).join('|')

/** "two zero", "two, oh": digits told one by one in words. */
function spacedDigitWords(text: string): Mention[] {
  const run = new RegExp(`(?<![a-z-])(?:${digitWord})(?:[\\s,.-]{1,3}(?:${digitWord}))+(?![a-z-])`, 'gi')
  return [...text.matchAll(run)].map((match) => {
    const digits = match[0].toLowerCase().match(new RegExp(digitWord, 'g')) ?? []
    const value = new Fraction(
      digits
        .map((word) => digitWords[word] ?? '')
        .join('')
        .slice(0, maxDigits),
    )
    return {
      values: [value],
      at: match.index,
      end: match.index + match[0].length,
      form: 'spaced',
      decimals: 0,
      isSmall: false,
    }
  })
}

/** `4 2`, `4-2`, `1 / 1 2`: digits told one by one. A point may be one, or only stand between. */
function spacedDigits(text: string): Mention[] {
  return [...text.matchAll(/(?<![\d.,/])\d(?:(?:\s*[-.,_|/]\s*|\s+)\d)+(?![\d/])/g)].flatMap((match) => {
    const tight = match[0].replace(/[^\d./]/g, '')
    if (!/[^\d/]/.test(match[0]) || tight.length > maxDigits) return []
    const values = [tight, tight.replaceAll('.', '')].flatMap((digits) =>
      /^\d+(?:\.\d+)?$|^\d+\/\d*[1-9]\d*$/.test(digits) ? signed(new Fraction(digits), text.slice(0, match.index)) : [],
    )
    return [
      { values, at: match.index, end: match.index + match[0].length, form: 'spaced', decimals: 0, isSmall: false },
    ]
  })
}

/** A dash before it may be a minus. */
const signed = (value: Fraction, before: string) => (/-\s*$/.test(before) ? [value, value.neg()] : [value])

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }
const roman = /\b(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b/g

/** Capitals; a single one is small: it is a pronoun, a variable or a name more often. */
function romanNumbers(text: string): Mention[] {
  return [...text.matchAll(roman)].map((match) => {
    const digits = Array.from(match[0], (char) => romanDigits[char] ?? 0)
    const value = digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0)
    return {
      values: [new Fraction(value)],
      at: match.index,
      end: match.index + match[0].length,
      form: 'roman',
      decimals: 0,
      isSmall: digits.length === 1,
    }
  })
}
