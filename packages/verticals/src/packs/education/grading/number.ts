// Reads one number as people write it: decimals of both conventions, fractions, mixed numbers, percentages, ratios, scientific. Values are exact fractions.
import Fraction from 'fraction.js'
import { isRefusal, type Refusal, refusal } from './refusal.ts'

type NumberForm = 'integer' | 'decimal' | 'fraction' | 'mixed' | 'scientific' | 'ratio'

/** `top` and `bottom` are as written, of fractions, mixed numbers (improper) and ratios of two; `parts` are those of a ratio. */
export type NumberReading = {
  value: Fraction
  form: NumberForm
  isPercent: boolean
  top: bigint | null
  bottom: bigint | null
  parts: readonly Fraction[]
  /** Digits behind the point, where it is a decimal. */
  decimals: number
  /** What stands behind the number, such as a unit. */
  rest: string
}

const maxDigits = 30
const maxExponent = 30

const decimal = String.raw`(?:\d[\d,. ' ]*\d|\d)|\.\d+`
const patterns = {
  mixed: /^(\d+)(?:\s+|\s*(?:又|and|&)\s*|\s*-\s*(?=\d+\s*\/))(\d+)\s*\/\s*(\d+)(?![\d.,/])/,
  fraction: /^\(?\s*(\d+)\s*\)?\s*\/\s*\(?\s*([+-]?\d+)\s*\)?(?![\d./]|,\d)/,
  ratio: /^\d+(?:\.\d+)?(?:\s*:\s*\d+(?:\.\d+)?){1,5}(?![\d.:])/,
  repeating: /^(\d*)\.(\d*)\((\d+)\)/,
  scientific: /^(\d+(?:[.,]\d+)?)\s*(?:e\s*|[*x]\s*10\s*\^\s*)\(?\s*([+-]?\d+)\s*\)?(?![\d.])/i,
  decimal: new RegExp(`^(?:${decimal})`),
}

/** `text` is plain and trimmed; a leading `x =` is taken off. Null when it does not begin with a number. */
export function readNumber(text: string): NumberReading | Refusal | null {
  const body = text.replace(/^(?:[a-z]\s*)?=\s*/i, '')
  const signed = /^(?:([+-])\s*|(negative|minus|负)\s*)?(\(?)/i.exec(body)
  const isNegative = signed?.[1] === '-' || signed?.[2] !== undefined
  const start = signed ? signed[0].length - (signed[3]?.length ?? 0) : 0
  const unsigned = readUnsigned(unwrapped(body.slice(start)))
  if (unsigned === null || isRefusal(unsigned)) return unsigned
  const reading = percented(unsigned)
  return isNegative
    ? { ...reading, value: reading.value.neg(), top: reading.top === null ? null : -reading.top }
    : reading
}

/** `(3)` is 3, `(1/2)` is 1/2; `(1)/(2)` stays. */
function unwrapped(text: string): string {
  const inner = /^\(\s*(-?[^()]{1,60})\)\s*(%?)$/.exec(text)
  return inner ? `${inner[1]?.trim()}${inner[2]}` : text
}

function readUnsigned(text: string): NumberReading | Refusal | null {
  if (text.startsWith('-')) {
    const inner = readUnsigned(text.slice(1).trim())
    return inner === null || isRefusal(inner)
      ? inner
      : { ...inner, value: inner.value.neg(), top: inner.top === null ? null : -inner.top }
  }
  if (/^[\d,.' ]{60}|^\d{31}/.test(text)) return refusal('too_large')
  return (
    asMixed(text) ?? asFraction(text) ?? asRatio(text) ?? asRepeating(text) ?? asScientific(text) ?? asDecimal(text)
  )
}

const blank = { isPercent: false, top: null, bottom: null, parts: [], decimals: 0 }

function asMixed(text: string): NumberReading | Refusal | null {
  const match = patterns.mixed.exec(text)
  if (!match) return null
  const [whole, top, bottom] = match.slice(1, 4).map(BigInt)
  if (whole === undefined || top === undefined || bottom === undefined) return null
  if (bottom === 0n) return refusal('division_by_zero')
  const improper = whole * bottom + top
  const rest = text.slice(match[0].length)
  return { ...blank, value: new Fraction(improper, bottom), form: 'mixed', top: improper, bottom, rest }
}

function asFraction(text: string): NumberReading | Refusal | null {
  const match = patterns.fraction.exec(text)
  if (!match) return null
  const [top, bottom] = match.slice(1, 3).map(BigInt)
  if (top === undefined || bottom === undefined) return null
  if (bottom === 0n) return refusal('division_by_zero')
  return {
    ...blank,
    value: new Fraction(top, bottom),
    form: 'fraction',
    top,
    bottom,
    rest: text.slice(match[0].length),
  }
}

function asRatio(text: string): NumberReading | Refusal | null {
  const match = patterns.ratio.exec(text)
  if (!match) return null
  const parts = match[0].split(':').map((part) => new Fraction(part.trim()))
  const [first, second] = parts
  if (!first || !second) return null
  if (second.n === 0n) return refusal('division_by_zero')
  const whole = parts.every((part) => part.d === 1n)
  return {
    ...blank,
    value: first.div(second),
    form: 'ratio',
    top: whole ? first.n : null,
    bottom: whole ? second.n : null,
    parts,
    rest: text.slice(match[0].length),
  }
}

function asRepeating(text: string): NumberReading | null {
  const match = patterns.repeating.exec(text)
  if (!match) return null
  const value = new Fraction(`${match[1] || '0'}.${match[2]}(${match[3]})`)
  return { ...blank, value, form: 'decimal', decimals: maxDigits, rest: text.slice(match[0].length) }
}

function asScientific(text: string): NumberReading | Refusal | null {
  const match = patterns.scientific.exec(text)
  if (!match) return null
  const exponent = Number(match[2])
  if (Math.abs(exponent) > maxExponent) return refusal('too_large')
  const value = new Fraction(String(match[1]).replace(',', '.')).mul(new Fraction(10).pow(exponent) ?? 1)
  return { ...blank, value, form: 'scientific', rest: text.slice(match[0].length) }
}

function asDecimal(text: string): NumberReading | Refusal | null {
  const match = patterns.decimal.exec(text)
  if (!match) return null
  const written = writtenDecimal(match[0])
  if (written === null) return refusal('not_a_number')
  if (written.text.replace('.', '').length > maxDigits) return refusal('too_large')
  const decimals = written.text.split('.')[1]?.length ?? 0
  const rest = text.slice(written.length)
  if (/^\s*\^/.test(rest)) return refusal(/^\s*\^[^^]*\^/.test(rest) ? 'exponent' : 'not_worked_out')
  return { ...blank, value: new Fraction(written.text), form: decimals > 0 ? 'decimal' : 'integer', decimals, rest }
}

/** One comma or point followed by three digits is read the English way: `1,234` is a thousand, `1.234` a decimal. */
function writtenDecimal(run: string): { text: string; length: number } | null {
  const text = /^(?:\d{1,3}(?:[ ' ]\d{3})+|[\d,.]+)(?:[.,]\d+)?/.exec(run)?.[0] ?? ''
  const length = text.length
  const tight = text.replace(/[ ' ]/g, '').replace(/[.,]$/, '')
  const end = /[.,]$/.test(text) ? length - 1 : length
  if (/^\d*\.?\d+$/.test(tight)) return { text: tight.startsWith('.') ? `0${tight}` : tight, length: end }
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(tight) && !tight.startsWith('0'))
    return { text: tight.replaceAll(',', ''), length: end }
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(tight) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(tight))
    return { text: tight.replaceAll('.', '').replace(',', '.'), length: end }
  if (/^\d+,\d+$/.test(tight)) return { text: tight.replace(',', '.'), length: end }
  return null
}

function percented(reading: NumberReading): NumberReading {
  const match = /^\s*(?:(%|per ?cent\b|percent\b|pct\b)|(‰))/i.exec(reading.rest)
  if (!match) return { ...reading, rest: reading.rest.trim() }
  const value = reading.value.div(match[2] ? 1000 : 100)
  return { ...reading, value, isPercent: true, rest: reading.rest.slice(match[0].length).trim() }
}
