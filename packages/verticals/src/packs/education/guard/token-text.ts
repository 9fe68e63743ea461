// A text as tokens with their places, for the question whether a passage is quoted from the stem: words, numbers, signs, single Chinese characters.
import { plainText } from '../grading/plain.ts'

export type TokenText = {
  tokens: readonly string[]
  at: readonly number[]
  squeezed: string
  /** Every number as it is written, squeezed: `6/8`, `25%`, `1,200`. */
  numbers: readonly string[]
}

/** Tokens of plain text, lower case; punctuation is left out, so that a quote may end differently. */
export function tokensIn(text: string): TokenText {
  const matches = [...text.toLowerCase().matchAll(/\d+(?:[.,]\d+)*|[a-z]+|[-+*/^=%:<>]|\p{Script=Han}/gu)]
  return {
    tokens: matches.map(([token]) => token),
    at: matches.map(({ index }) => index),
    squeezed: squeeze(text),
    numbers: [...text.matchAll(/\d+(?:[.,]\d+)*(?:\s*\/\s*\d+|\s*%)?/g)].map(([number]) => squeeze(number)),
  }
}

export const stemTokens = (stem: string): TokenText => tokensIn(plainText(stem).text)

/** Without blanks and products' signs: for "does this calculation stand in the stem". */
export const squeeze = (text: string): string => text.toLowerCase().replace(/[\s*]+/g, '')

const minTokens = 4
const minHanTokens = 6

/**
 * The rule for an answer that is also a number of the stem: a mention is allowed only inside a run of the stem's own
 * tokens, in their order: at least four of them (six where they are Chinese characters), or three with a sign of
 * calculation among them; always at least one more than the mention itself has. Right after a word such as "answer is" it is never allowed, whatever follows.
 */
export function isQuoted(
  text: TokenText,
  { at, end }: { at: number; end: number },
  stems: readonly TokenText[],
): boolean {
  const from = text.at.findIndex((place, i) => place + (text.tokens[i]?.length ?? 0) > at)
  let to = from
  while (to + 1 < text.at.length && (text.at[to + 1] ?? end) < end) to++
  if (from < 0) return false
  return stems.some((stem) => stem.tokens.some((_, start) => isRunOf(text, stem, { from, to, start })))
}

type Spot = { from: number; to: number; start: number }

function isRunOf(text: TokenText, stem: TokenText, { from, to, start }: Spot): boolean {
  const same = (i: number) => text.tokens[from + i] !== undefined && text.tokens[from + i] === stem.tokens[start + i]
  for (let i = 0; i <= to - from; i++) if (!same(i)) return false
  let [first, last] = [0, to - from]
  while (same(first - 1)) first--
  while (same(last + 1)) last++
  const run = text.tokens.slice(from + first, from + last + 1)
  const wanted = run.some((token) => /\p{Script=Han}/u.test(token)) ? minHanTokens : minTokens
  if (run.length <= to - from + 1) return false
  return run.length >= wanted || (run.length >= 3 && run.some((token) => /^[-+*/^=:]$/.test(token)))
}
