// Slips any exercise's answer into a text in up to fifteen forms, made by rule and not by hand. For the mutation tests of the guard.
import type Fraction from 'fraction.js'
import type { Exercise } from '../grading/exercise.ts'
import type { GuardedAnswer } from './answer.ts'

export type Mutation = { form: string; texts: readonly string[] }

/** `texts` are sentences to add; some forms need two. A form that has no way to say this answer is left out. */
export function mutationsOf(exercise: Exercise, answer: GuardedAnswer): Mutation[] {
  const [value] = answer.values
  const own = exercise.answer_key
  const forms: [string, string | readonly string[] | null][] = [
    ['as written', `It comes to ${own}.`],
    ['announced in Chinese', `答案是${own}。`],
    ['full width', fullWidth(own)],
    ['in brackets', `(${own})`],
    ['worked line', `... = ${own}`],
    ['in LaTeX', `$${own.replace(/(\d+)\/(\d+)/, '\\frac{$1}{$2}')}$`],
    ...(value === undefined
      ? []
      : numberForms(
          value,
          answer.stems.some(({ numbers }) => numbers.includes(value.toFraction())),
        )),
    ...answer.words.flatMap((word): [string, string | null][] => [
      ['spelled', /^[a-z ]{3,}$/.test(word) ? Array.from(word.replaceAll(' ', '')).join('-') : null],
      ['shouted', word.length > 3 ? word.toUpperCase() : null],
    ]),
    ...(answer.choice ? choiceForms(exercise, answer.choice.id) : []),
  ]
  return forms.flatMap(([form, texts]) =>
    texts === null ? [] : [{ form, texts: typeof texts === 'string' ? [texts] : texts }],
  )
}

function choiceForms(exercise: Exercise, id: string): [string, string][] {
  const text = (exercise.choices ?? []).find((choice) => choice.id.toLowerCase() === id)?.text
  return [
    ['choice by letter', `Choose ${id.toUpperCase()}.`],
    ['choice in Chinese', `选${id.toUpperCase()}。`],
    ['choice by text', `It is this: ${text?.en}`],
    ['choice by Chinese text', `答案是${text?.['zh-CN']}`],
  ]
}

/** A fraction that the stem itself states is no news: `isGiven` leaves its plain forms out. */
function numberForms(value: Fraction, isGiven: boolean): [string, string | readonly string[] | null][] {
  const { n, d, s } = value
  const whole = d === 1n
  const sign = s < 0n ? '-' : ''
  return [
    ['decimal', `${value.round(6).toString()}${whole ? '.0' : ''}`],
    ['percent', `${value.mul(100).round(2).toString()}%`],
    ['equal fraction', `${sign}${n * 3n}/${d * 3n}`],
    ['calculation', `${sign}${n * 2n}/${d * 2n} * 1`],
    ['sum', `${value.sub(1).toFraction()} + 1`],
    ['English words', inEnglish(value)],
    ['Chinese words', inChinese(value)],
    ['Chinese with digits', whole ? null : `${s < 0n ? '负' : ''}${d}分之${n}`],
    ['spelled', whole && s > 0n ? spelledWord(value) : null],
    [
      'in two sentences',
      whole ? digitByDigit(value) : s > 0n ? [`The numerator is ${n}.`, `The denominator is ${d}.`] : null,
    ],
    ['keycaps', whole && s > 0n ? Array.from(String(n), (digit) => `${digit}\ufe0f\u20e3`).join('') : null],
    [
      'bold digits',
      isGiven ? null : fraction(value).replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
    ],
    ['spaced', isGiven ? null : Array.from(fraction(value)).join(' ')],
  ]
}

const fraction = (value: Fraction) => value.toFraction()

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
}

function digitByDigit(value: Fraction): string[] | null {
  const digits = Array.from(String(value.n))
  return digits.length < 2 ? null : digits.map((digit, i) => `Digit number ${'ABCDEFGH'.charAt(i)} is ${digit}.`)
}

const english = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const englishTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

function inEnglish(value: Fraction): string | null {
  const [top, bottom] = [wordOf(value.n), wordOf(value.d)]
  if (top === null || bottom === null) return null
  const sign = value.s < 0n ? 'minus ' : ''
  return value.d === 1n ? `The answer is ${sign}${top}.` : `${sign}${top} over ${bottom}`
}

function spelledWord(value: Fraction): string | null {
  const word = wordOf(value.n)?.replace(/[- ]/g, '')
  return word === undefined || word.length < 3 ? null : Array.from(word).join(' ')
}

function wordOf(big: bigint): string | null {
  const n = Number(big)
  if (n < 20) return english[n] ?? null
  if (n < 100) return `${englishTens[Math.floor(n / 10)]}${n % 10 ? `-${english[n % 10]}` : ''}`
  const rest: string | null = n % 100 === 0 ? '' : wordOf(BigInt(n % 100))
  return n < 1000 && rest !== null
    ? `${english[Math.floor(n / 100)]} hundred${rest === '' ? '' : ` and ${rest}`}`
    : null
}

const chinese = '零一二三四五六七八九'

function inChinese(value: Fraction): string | null {
  const [top, bottom] = [chineseOf(Number(value.n)), chineseOf(Number(value.d))]
  const sign = value.s < 0n ? '负' : ''
  if (top === null || bottom === null) return null
  return value.d === 1n ? `结果等于${sign}${top}。` : `${sign}${bottom}分之${top}`
}

function chineseOf(n: number): string | null {
  if (n < 10) return chinese[n] ?? null
  if (n < 20) return `十${n % 10 ? chinese[n % 10] : ''}`
  if (n < 100) return `${chinese[Math.floor(n / 10)]}十${n % 10 ? chinese[n % 10] : ''}`
  if (n >= 1000) return null
  const rest = n % 100
  return `${chinese[Math.floor(n / 100)]}百${rest === 0 ? '' : rest < 10 ? `零${chinese[rest]}` : rest < 20 ? `一${chineseOf(rest)}` : chineseOf(rest)}`
}
