// Whether a text gives an exercise's answer away, in any form. Nothing below hint level 4 may reach a learner for whom this finds something.
import type Fraction from 'fraction.js'
import { plainText, rewrite } from '../grading/plain.ts'
import { readUnit, unitFactor } from '../grading/unit.ts'
import type { GuardedAnswer } from './answer.ts'
import { findCalculation } from './calculations.ts'
import { findCode, unescaped } from './codes.ts'
import { findInParts } from './in-parts.ts'
import { findLetterGame } from './letter-games.ts'
import type { Mention } from './mention.ts'
import { mentionsIn } from './mentions.ts'
import { findForeign } from './other-languages.ts'
import { isAnswerSpot, isCount } from './spot.ts'
import { isQuoted, squeeze, type TokenText, tokensIn } from './token-text.ts'
import { findWords, isListed } from './words-leak.ts'

/** `form` names how the answer is told; `at` is the index in the text where it begins. */
export type Leak = { form: string; at: number }

/** A longer text is not read and counts as a leak: what cannot be checked cannot be shown. */
const maxChars = 4000

export function findLeak(text: string, answer: GuardedAnswer): Leak | null {
  if (text.length > maxChars) return { form: 'too_long', at: maxChars }
  const told = unescaped(text)
  const plain = rewrite(plainText(told), /\s{2,}/g, () => ' ')
  const lower = plain.text.toLowerCase()
  const tokens = tokensIn(plain.text)
  const found =
    mentioned(plain.text, { answer, tokens }) ??
    calculated(plain.text, answer) ??
    findWords(lower, { answer, tokens }) ??
    findInParts(lower, answer) ??
    findLetterGame(plain.text, answer) ??
    findCode(plain.text, told, answer) ??
    inOtherWords(lower, answer)
  return found && { form: found.form, at: plain.at[found.at] ?? 0 }
}

/** Sentences that only together tell it: read one by one, then as one text with and without blanks. `at` counts in the texts joined by a blank. */
export function findLeakInAll(texts: readonly string[], answer: GuardedAnswer): Leak | null {
  let from = 0
  for (const text of texts) {
    const leak = findLeak(text, answer)
    if (leak) return { form: leak.form, at: from + leak.at }
    from += text.length + 1
  }
  if (texts.length < 2) return null
  const together =
    findLeak(texts.join(' '), answer) ??
    findLeak(texts.map((text) => text.replace(/[.。!！]\s*$/, '')).join(' '), answer)
  return together && { form: `split_${together.form}`, at: together.at }
}

function inOtherWords(text: string, { foreign }: GuardedAnswer): Leak | null {
  const stands = (at: number, end: number) => isAloneAt(text, at, end) || isAnnouncedAt(text, at, end)
  const at = findForeign(text, foreign, stands)
  return at === null ? null : { form: 'other_language', at }
}

type Args = { answer: GuardedAnswer; tokens: TokenText }

function mentioned(text: string, { answer, tokens }: Args): Leak | null {
  if (answer.values.length === 0) return null
  const unitNames = answer.unit ? [answer.unit.name.toLowerCase()] : []
  const found = mentionsIn(text).find((mention) => {
    if (!isAnswer(mention, { answer, text })) return false
    if (mention.isSmall && isLoose(mention, { text, unitNames })) return false
    if (isLabel(text, mention)) return false
    if (answer.choice && isListed(text.toLowerCase(), mention, answer.choice)) return false
    return isAnswerSpot(text.slice(0, mention.at), mention.at) && saysAnswer(text, mention.at)
      ? true
      : !isOfStem(mention, { answer, tokens, text })
  })
  return found ? { form: found.form, at: found.at } : null
}

/** Quoted from the stem, or a form of the number that stands there and is not the key's own, such as the 6/8 of "simplify 6/8". */
function isOfStem(mention: Mention, { answer, tokens, text }: Args & { text: string }): boolean {
  const form = squeeze(text.slice(mention.at, mention.end))
  const isKeysForm = answer.literals.some((literal) => literal === form || literal === form.replace(/%$/, ''))
  return (
    (!isKeysForm && answer.stems.some(({ numbers }) => numbers.includes(form))) ||
    isQuoted(tokens, mention, answer.stems)
  )
}

/** Only outright words of announcing beat a quotation; `=` and "is" stand in stems too. */
const saysAnswer = (text: string, at: number) =>
  /(?:\banswer(?: is| =|:)?|\bsolution(?: is|:)?|答案[是为:]*)\s*$/i.test(text.slice(Math.max(0, at - 24), at))

function isLoose(mention: Mention, { text, unitNames }: { text: string; unitNames: readonly string[] }): boolean {
  if (mention.form === 'roman' || mention.form === 'foreign')
    return !isAnnouncedAlone(text, mention) && !isAlone(text, mention)
  return isCount(text, { at: mention.at, end: mention.end, isOne: mention.values[0]?.equals(1) === true, unitNames })
}

/** All that its sentence says. */
const isAlone = (text: string, { at, end }: Mention) => isAloneAt(text, at, end)
const isAloneAt = (text: string, at: number, end: number) =>
  /(?:^|[.!?:\n])[^\p{L}\p{N}]*$/u.test(text.slice(Math.max(0, at - 12), at)) &&
  /^[^\p{L}\p{N}.!?\n]*(?:$|[.!?\n])/u.test(text.slice(end, end + 12))

/** "the answer is V." but not "is a V shape" or "x is I think". */
const isAnnouncedAlone = (text: string, { at, end }: Mention) => isAnnouncedAt(text, at, end)
const isAnnouncedAt = (text: string, at: number, end: number) =>
  isAnswerSpot(text, at) && /^\s*(?:$|[.!,;)"'])/.test(text.slice(end))

/** `Step 2`, `第2步`, a list's `2.` count the text's own parts. */
function isLabel(text: string, { at, end, form }: Mention): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 10), at), text.slice(end, end + 3)]
  // What percent means says nothing of a hundred that is the answer.
  if (form === 'words' && /\bhundred$/i.test(text.slice(at, end)) && /\b(?:out of|per|in every) $/i.test(before))
    return true
  if (form !== 'digits' || end - at > 1) return false
  return (
    /\b(?:step|hint|level|part|line|example|question)\s+$/i.test(before) ||
    (/第\s*$/.test(before) && /^\s*[步行题层例]/.test(after)) ||
    (/(?:^|\n)\s*$/.test(before) && /^[.)]\s/.test(after))
  )
}

function isAnswer(mention: Mention, { answer, text }: { answer: GuardedAnswer; text: string }): boolean {
  return mention.values.some(
    (value) =>
      answer.values.some((one) => value.equals(one) || isRounded(value, one, mention)) ||
      isConverted(value, { mention, answer, text }),
  )
}

/** 0.33 or 33.3 % for a third: at least two digits that count. */
function isRounded(value: Fraction, answer: Fraction, { decimals, form }: Mention): boolean {
  const places = decimals + (form === 'percent' ? 2 : 0)
  if (places < 2 || places > 12) return false
  // A short answer is as good as told by three digits that count, such as 76.6 % for 49/64.
  if (answer.mul(10n ** 6n).d === 1n && (value.abs().compare(0.1) < 0 || places < 3)) return false
  return answer.round(places).equals(value) || answer.floor(places).equals(value)
}

type Convert = { mention: Mention; answer: GuardedAnswer; text: string }

/** 150 cm for 1.5 m. */
function isConverted(value: Fraction, { mention, answer, text }: Convert): boolean {
  if (!answer.unit?.converts) return false
  const word = /^\s*((?:square |cubic |平方|立方)?[a-z°]+(?:\^[23]|\/[a-z]+)?|\p{Script=Han}{1,4})/iu.exec(
    text.slice(mention.end),
  )?.[1]
  if (word === undefined) return false
  const names = /\p{Script=Han}/u.test(word) ? Array.from(word, (_, i) => word.slice(0, i + 1)).reverse() : [word]
  const unit = names.map(readUnit).find((one) => one?.converts)
  const factor = unit && unitFactor(unit, answer.unit)
  if (!factor || factor === 1) return false
  return answer.values.some(
    (one) => Math.abs(value.valueOf() * factor - one.valueOf()) <= 1e-9 * Math.abs(one.valueOf()),
  )
}

function calculated(text: string, answer: GuardedAnswer): Leak | null {
  const at = findCalculation(text, answer)
  return at === null ? null : { form: 'calculation', at }
}
