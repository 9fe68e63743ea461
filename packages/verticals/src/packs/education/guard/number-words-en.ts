// English number words: "forty-two", "three quarters", "two and a half", "point five", "one over two", "fifty percent". Digits may stand for any part.
import Fraction from 'fraction.js'
import type { WordNumber } from './word-number.ts'

export const ones = [
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
export const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
])
const small = new Map<string, number>([
  ...ones.map((word, i) => [word, i] as const),
  ...tens.map((word, i) => [word, 20 + 10 * i] as const),
  ...(['nought', 'naught', 'nil'] as const).map((word) => [word, 0] as const),
  ['fourty', 40],
  ['dozen', 12],
])
const odd = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
  ['third', 3],
  ['thirds', 3],
  ['fifth', 5],
  ['fifths', 5],
  ['eighth', 8],
  ['eighths', 8],
  ['ninth', 9],
  ['ninths', 9],
  ['twelfth', 12],
  ['twelfths', 12],
])

type Token = { word: string; at: number; end: number }
/** What was read from token `from` on: the value and the first token behind it. */
type Read = { value: Fraction; next: number; isPercent?: boolean }

export function englishNumbers(text: string): WordNumber[] {
  const tokens = [...text.matchAll(/\d+(?:\.\d+)?|[a-z]+/gi)].map((match) => ({
    word: match[0].toLowerCase(),
    at: match.index,
    end: match.index + match[0].length,
  }))
  const found: WordNumber[] = []
  for (let i = 0; i < tokens.length; ) {
    const read = readAt(tokens, i, text)
    const [first, last] = [tokens[i], tokens[(read?.next ?? 0) - 1]]
    if (read && first && last && tokens.slice(i, read.next).some(({ word }) => /[a-z]/.test(word))) {
      const isSmall = read.next === i + 1 && small.has(first.word) && read.value.compare(10) <= 0
      found.push({
        value: read.value,
        isPercent: read.isPercent === true,
        at: first.at,
        end: last.end,
        language: 'en',
        isSmall,
      })
    }
    i = read && read.next > i ? read.next : i + 1
  }
  return found
}

function readAt(tokens: readonly Token[], from: number, text: string): Read | null {
  const sign = tokens[from]?.word
  if (sign === 'minus' || sign === 'negative') {
    const inner = readAt(tokens, from + 1, text)
    return inner && isNear(tokens, from, text) ? { ...inner, value: inner.value.neg() } : null
  }
  const read = mixed(tokens, from, text)
  if (!read) return null
  const [next, after] = [tokens[read.next]?.word, tokens[read.next + 1]?.word]
  if (next === 'percent' || next === 'pct') return { value: read.value.div(100), next: read.next + 1, isPercent: true }
  if (next === 'per' && after === 'cent') return { value: read.value.div(100), next: read.next + 2, isPercent: true }
  const last = tokens[read.next - 1]
  if (last && /^\s*%/.test(text.slice(last.end))) return { ...read, value: read.value.div(100), isPercent: true }
  return read
}

/** "two and a half", "three and three quarters"; else a fraction, a decimal or a cardinal. */
function mixed(tokens: readonly Token[], from: number, text: string): Read | null {
  const simple = fraction(tokens, from, text)
  const whole = cardinal(tokens, from, text)
  if (whole && tokens[whole.next]?.word === 'and') {
    const part = fraction(tokens, whole.next + 1, text)
    if (part && part.value.compare(1) < 0 && part.value.d > 1n)
      return { value: whole.value.add(part.value), next: part.next }
  }
  if (simple && tokens[from]?.word === 'half' && tokens[from + 1]?.word === 'a' && tokens[from + 2]?.word === 'dozen')
    return { value: new Fraction(6), next: from + 3 }
  return simple ?? decimal(tokens, from, text) ?? whole
}

function fraction(tokens: readonly Token[], from: number, text: string): Read | null {
  const first = tokens[from]?.word
  if (first === 'half') return { value: new Fraction(1, 2), next: from + 1 }
  const top =
    first === 'a' || first === 'an' ? { value: new Fraction(1), next: from + 1 } : cardinal(tokens, from, text)
  if (!top || !isNear(tokens, top.next - 1, text)) return null
  const bottom = denominator(tokens, top.next)
  if (bottom) return { value: top.value.div(bottom.value), next: bottom.next }
  const over = tokens[top.next]?.word
  if (over !== 'over' && over !== 'upon') return null
  const under = cardinal(tokens, top.next + 1, text)
  return under && under.value.n !== 0n ? { value: top.value.div(under.value), next: under.next } : null
}

function denominator(tokens: readonly Token[], at: number): Read | null {
  const word = tokens[at]?.word ?? ''
  const known = ordinal(word)
  if (known !== null) return { value: new Fraction(known), next: at + 1 }
  const ten = tens.includes(word) ? (small.get(word) ?? 0) : null
  const unit = ten === null ? null : ordinal(tokens[at + 1]?.word ?? '')
  return ten !== null && unit !== null && unit < 10 ? { value: new Fraction(ten + unit), next: at + 2 } : null
}

/** fourths -> 4, twentieth -> 20, hundredths -> 100; first and second are no denominators. */
function ordinal(word: string): number | null {
  const known = odd.get(word)
  if (known !== undefined) return known
  const stem = /^([a-z]+)ths?$/.exec(word)?.[1]
  if (stem === undefined) return null
  return small.get(stem) ?? small.get(stem.replace(/ie$/, 'y')) ?? scales.get(stem) ?? null
}

function decimal(tokens: readonly Token[], from: number, text: string): Read | null {
  const whole = tokens[from]?.word === 'point' ? { value: new Fraction(0), next: from } : cardinal(tokens, from, text)
  if (!whole || tokens[whole.next]?.word !== 'point') return null
  let digits = ''
  let next = whole.next + 1
  for (; next < tokens.length && digits.length < 12; next++) {
    const word = tokens[next]?.word ?? ''
    const digit =
      word === 'oh' || word === 'o' ? 0 : (small.get(word) ?? (/^\d{1,6}$/.test(word) ? Number(word) : null))
    if (digit === null) break
    digits += String(digit)
  }
  return digits === '' ? null : { value: whole.value.add(new Fraction(`0.${digits}`)), next }
}

/** "two hundred and five": at most nine words. "a hundred" counts, "a" alone does not. */
function cardinal(tokens: readonly Token[], from: number, text: string): Read | null {
  const first = tokens[from]?.word ?? ''
  if (/^\d{1,12}\.\d{1,12}$/.test(first)) {
    const scale = scales.get(tokens[from + 1]?.word ?? '')
    return { value: new Fraction(first).mul(scale ?? 1), next: scale === undefined ? from + 1 : from + 2 }
  }
  let [total, current, next, isOpen] = [0, 0, from, false]
  let last = Number.POSITIVE_INFINITY
  for (; next < from + 9 && next < tokens.length; next++) {
    const word = tokens[next]?.word ?? ''
    if (next > from && !isNear(tokens, next - 1, text)) break
    const follows = tokens[next + 1]?.word ?? ''
    const scale = scales.get(word)
    if (scale !== undefined) {
      if (!isOpen) break
      if (word === 'hundred') current = (current || 1) * 100
      else [total, current] = [total + (current || 1) * scale, 0]
      last = scale
    } else if ((word === 'a' || word === 'an') && next === from && (scales.has(follows) || follows === 'dozen'))
      current = 0
    else if (word === 'and' && isOpen && last >= 100 && last < Number.POSITIVE_INFINITY && small.has(follows)) continue
    // "seventy and five", "a dozen and four": as people used to count.
    else if (word === 'and' && isOpen && (last >= 20 || last === 12) && ones.indexOf(follows) % 10 > 0) continue
    else {
      const digit = small.get(word) ?? (/^\d{1,12}$/.test(word) && next === from ? Number(word) : null)
      if (digit === null || (isOpen && !mayFollow(digit, last))) break
      current += digit
      last = digit
    }
    isOpen = true
  }
  return isOpen && next > from ? { value: new Fraction(String(total + current)), next } : null
}

const mayFollow = (digit: number, last: number) =>
  last >= 100 ? digit < last : (last === 12 || (last >= 20 && last % 10 === 0)) && digit > 0 && digit < 10

/** Whether nothing but a space or a hyphen stands between this token and the next. */
function isNear(tokens: readonly Token[], at: number, text: string): boolean {
  const [one, other] = [tokens[at], tokens[at + 1]]
  return one !== undefined && other !== undefined ? /^[\s-]{0,4}$/.test(text.slice(one.end, other.at)) : false
}
