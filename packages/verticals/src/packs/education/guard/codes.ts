// The answer in a code: character escapes, other bases, letters by number or by radio alphabet, shifted alphabets, strokes to be counted. Each is
// read by its rule; nothing here knows an answer by heart.
import type { GuardedAnswer } from './answer.ts'

type Found = { form: string; at: number } | null

/** Escapes of characters become the characters, before anything else is read: `&#53;`, `\u0035`, `%35`, `U+0035`, `\x35`. */
export function unescaped(text: string): string {
  if (!/[&\\%+]/.test(text)) return text
  return text.replace(
    /&#(\d{2,6});|&#x([\da-f]{2,5});|\\u\{?([\da-f]{4,5})\}?|\\x([\da-f]{2})|\bU\+([\da-f]{4,5})\b|%([2-7][\da-f])(?![\d%])/gi,
    (whole, decimal?: string, ...hex: unknown[]) => {
      const code = decimal === undefined ? hex.find((one) => typeof one === 'string') : decimal
      const point = Number.parseInt(String(code), decimal === undefined ? 16 : 10)
      return point >= 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}

/** `text` is plain, case kept; `original` still has its signs. */
export function findCode(text: string, original: string, answer: GuardedAnswer): Found {
  const lower = text.toLowerCase()
  const words = answer.spelled.filter((form) => /^[a-z]{3,}$/.test(form))
  return (
    otherBase(lower, answer) ??
    hexPairs(lower, answer) ??
    byLetters(lower, words) ??
    shifted(lower, words) ??
    strokes(original, answer)
  )
}

const bases: Record<string, number> = {
  binary: 2,
  二进制: 2,
  ternary: 3,
  三进制: 3,
  octal: 8,
  八进制: 8,
  hex: 16,
  hexadecimal: 16,
  十六进制: 16,
}
const named = Object.keys(bases).join('|')
const inBase = new RegExp(
  `\\b0b([01]+)\\b|\\b0o([0-7]+)\\b|\\b0x([\\da-f]+)\\b|\\b([\\da-f]+)\\s*(?:,?\\s*(?:in|as)\\s+(?:base\\s+(\\d+)|(${named})))|(?<![a-z])(${named})(?:\\s+(?:number|code|digits))?(?:\\s+(?:is|for))?[\\s:的]*([\\da-f]+)\\b`,
  'gi',
)

function otherBase(text: string, { values }: GuardedAnswer): Found {
  for (const match of text.matchAll(inBase)) {
    const [, binary, octal, hex, before, base, name, nameBefore, behind] = match
    const digits = binary ?? octal ?? hex ?? before ?? behind
    const radix = binary ? 2 : octal ? 8 : hex ? 16 : base ? Number(base) : bases[name ?? nameBefore ?? '']
    if (!digits || radix === undefined || radix < 2 || radix > 36 || digits.length > 24) continue
    const value = Number.parseInt(digits, radix)
    if (values.some((one) => one.equals(value))) return { form: 'other_base', at: match.index }
  }
  return null
}

/** `35 2f 36`: two or more bytes of a short text of figures. */
function hexPairs(text: string, { literals }: GuardedAnswer): Found {
  for (const match of text.matchAll(/(?<![\da-z.,/])(?:[2-7][\da-f]\s+){1,11}[2-7][\da-f](?![\da-z.,/])/g)) {
    const told = match[0].split(/\s+/).map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    if (literals.includes(told.join('').toLowerCase().replace(/[\s*]/g, ''))) return { form: 'hex', at: match.index }
  }
  return null
}

const radio =
  'alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu'.split(
    ' ',
  )

/** `6-9-22-5` and "foxtrot india victor echo" */
function byLetters(text: string, words: readonly string[]): Found {
  for (const match of text.matchAll(/(?<!\d)\d{1,2}(?:\s*[-., ]\s*\d{1,2}){2,24}(?!\d)/g)) {
    const numbers = match[0].split(/\D+/).map(Number)
    const letters = numbers.map((one) => (one >= 1 && one <= 26 ? String.fromCharCode(96 + one) : ' ')).join('')
    if (words.some((word) => letters.includes(word))) return { form: 'letters_by_number', at: match.index }
  }
  const spoken = [...text.matchAll(/[a-z]+/g)].filter(([word]) => radio.includes(word))
  const initials = spoken.map(([word]) => word.charAt(0)).join('')
  const [first] = spoken
  return first && words.some((word) => initials.includes(word)) ? { form: 'radio_alphabet', at: first.index } : null
}

const minShifted = 5

/** Caesar by any step and the alphabet backwards: what stays under both is how far each letter is from the next. */
function shifted(text: string, words: readonly string[]): Found {
  const steps = new Set(
    words.filter((word) => word.length >= minShifted).flatMap((word) => [stepsOf(word, 1), stepsOf(word, -1)]),
  )
  if (steps.size === 0) return null
  for (const match of text.matchAll(/[a-z]{5,}/g))
    if (!words.includes(match[0]) && steps.has(stepsOf(match[0], 1))) return { form: 'shifted', at: match.index }
  return null
}

const stepsOf = (word: string, direction: 1 | -1) =>
  Array.from(word.slice(1), (_, at) => (((word.charCodeAt(at + 1) - word.charCodeAt(at)) * direction) % 26) + 26)
    .map((step) => step % 26)
    .join(' ')

/** The same sign again and again, as many as the answer: bars, dots, emoji; 正 has five strokes. */
function strokes(text: string, { values }: GuardedAnswer): Found {
  const wanted = values.filter((one) => one.d === 1n && one.s > 0n && one.n >= 3n && one.n <= 60n).map(Number)
  if (wanted.length === 0) return null
  for (const match of text.matchAll(/([^\p{L}\p{N}\s.,;:!?…_=()*"'。，、！？—–-])(?:\s?\1)+/gu))
    if (wanted.includes(match[0].split(String(match[1])).length - 1)) return { form: 'strokes', at: match.index }
  const tally = [...text.matchAll(/正+(?![\p{L}\p{N}])/gu)].find(
    ({ index, 0: run }) => wanted.includes(5 * run.length) && !/[\p{L}\p{N}]/u.test(text.charAt(index - 1)),
  )
  return tally ? { form: 'strokes', at: tally.index } : null
}
