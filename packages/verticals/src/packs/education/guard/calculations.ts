// Calculations in a text that come out at the answer ("12 - 7", "3x plus 12", "one more than four"), unless the stem itself states them.
import { readStatement, type Statement } from '../grading/algebraic.ts'
import { areEquivalent } from '../grading/equivalent.ts'
import { type Expression, floatAt, valueAt } from '../grading/expression.ts'
import { type Plain, rewrite } from '../grading/plain.ts'
import { isRefusal } from '../grading/refusal.ts'
import type { GuardedAnswer } from './answer.ts'
import { numberWordsIn } from './number-words.ts'
import { isAnswerSpot } from './spot.ts'
import { squeeze } from './token-text.ts'
import { verbalSigns } from './verbal.ts'

const maxCalculations = 40

/** `text` is plain. The place of the first calculation equal to the answer; null when there is none. */
export function findCalculation(text: string, answer: GuardedAnswer): number | null {
  if (answer.values.length === 0 && answer.expressions.length === 0) return null
  const symbols = inSymbols({ text: text.toLowerCase(), at: Array.from({ length: text.length }, (_, i) => i) })
  const stems = answer.stems
    .map(({ squeezed }) => squeezed)
    .concat(
      answer.stems.flatMap(({ squeezed, tokens }) =>
        [squeezed, tokens.join(' ')].map((stem) => squeeze(inSymbols(plainOf(stem)).text)),
      ),
    )
  for (const { part, at } of calculationsIn(symbols.text, lettersOf(answer)).slice(0, maxCalculations)) {
    // Choices that are fractions are numbers, looked at elsewhere.
    if (answer.choice && /^\d+\/\d+$/.test(part)) continue
    if (stems.some((stem) => stem.includes(squeeze(part)))) continue
    const statement = readStatement(part)
    if (isRefusal(statement) || !givesAway(statement, { answer, isAnnounced: isAnswerSpot(symbols.text, at) })) continue
    return symbols.at[at] ?? 0
  }
  return null
}

const plainOf = (text: string): Plain => ({ text, at: Array.from({ length: text.length }, (_, i) => i) })

function givesAway(
  statement: Statement,
  { answer, isAnnounced }: { answer: GuardedAnswer; isAnnounced: boolean },
): boolean {
  const sides: Expression[] = 'sign' in statement ? [statement.left, statement.right] : [statement]
  return sides.some((side) => {
    if (side.variables.length === 0) {
      if (side.size === 0) return false
      const value = side.isExact ? valueAt(side.tree, {}) : null
      const float = value?.valueOf() ?? floatAt(side.tree, {})
      return answer.values.some((one) => (value ? one.equals(value) : Math.abs(float - one.valueOf()) < 1e-9))
    }
    // A letter alone is everywhere; it gives itself away only where an answer stands.
    return (side.size > 0 || isAnnounced) && answer.expressions.some((one) => areEquivalent(one, side))
  })
}

const lettersOf = ({ expressions }: GuardedAnswer) => [...new Set(expressions.flatMap(({ variables }) => variables))]

/** Maximal runs of numbers, the answer's letters, signs and brackets; cut at `=`, trimmed of loose signs. */
function calculationsIn(text: string, letters: readonly string[]): { part: string; at: number }[] {
  const letter = letters.length > 0 ? `|(?<![a-z])[${letters.join('')}]{1,3}(?![a-z])` : ''
  const run = new RegExp(`(?:\\d+(?:\\.\\d+)?|[-+*/^()]|(?:[sc]b?q?rt|abs)(?=\\()|\\s+${letter})+`, 'g')
  return [...text.matchAll(run)].flatMap((match) => {
    // Two numbers side by side are no product: they belong to two calculations.
    let from = match.index
    return match[0].split(/(?<=\d)(\s+)(?=\d)/).flatMap((piece) => {
      const part = piece.replace(/^[\s*/^+)]+|[\s*/^+(-]+$/g, '')
      const at = from + piece.indexOf(part)
      from += piece.length
      return /[\da-z].*[-+*/^(\da-z]/.test(part) || letters.includes(part) ? [{ part, at }] : []
    })
  })
}

const wordSigns: readonly [RegExp, (match: string[]) => string][] = [
  [/(\d+(?:\/\d+|\.\d+)?)\s*%\s*of\s+(?:the\s+)?(\d+(?:\.\d+)?)/g, ([, a = '', b = '']) => `${a}/100*${b}`],
  [/(\d+\s*\/\s*\d+)\s+of\s+(?:the\s+)?(\d+(?:\.\d+)?)/g, ([, a = '', b = '']) => `${a}*${b}`],
  [/(\d+(?:\.\d+)?)\s*的\s*(\d+\s*\/\s*\d+)/g, ([, a = '', b = '']) => `${a}*${b}`],
  [
    /(\d+(?:\.\d+)?)\s+(?:out of|of)\s+(\d+)(?=\s*(?:equal\s+)?(?:parts|pieces|shares)|\s*[,.;!?)]|\s*$)/g,
    ([, a = '', b = '']) => `${a}/${b}`,
  ],
  [/(\d+)\s*份\s*(?:中|里|取)的?\s*(\d+)\s*份/g, ([, a = '', b = '']) => `${b}/${a}`],
  [/(\d+(?:\.\d+)?)\s+(?:halved|divided in half)/g, ([, a = '']) => `${a}/2`],
  [/(\d+(?:\.\d+)?)\s+doubled/g, ([, a = '']) => `2*${a}`],
  [/(?:the\s+)?sum of\s+(\S+)\s+and\s+(\S+?)(?=[\s,.;!?)]|$)/g, ([, a = '', b = '']) => `${a}+${b}`],
  [/(?:the\s+)?product of\s+(\S+)\s+and\s+(\S+?)(?=[\s,.;!?)]|$)/g, ([, a = '', b = '']) => `${a}*${b}`],
  [/reciprocal of\s+(\d+)\s*\/\s*(\d+)/g, ([, a = '', b = '']) => `${b}/${a}*1`],
  [/(?:the\s+)?square root of\s+(\d+(?:\.\d+)?)|sqrt\s*(\d+(?:\.\d+)?)/g, ([, a = '', b = '']) => `sqrt(${a}${b})`],
  [/(\d+(?:\.\d+)?)\s*(?:lots of|个)\s*(?=[a-z](?![a-z]))/g, ([, a = '']) => `${a}*`],
  [/([a-z\d.]+)\s*的\s*(\d+(?:\.\d+)?)\s*倍/g, ([, a = '', b = '']) => `${b}*${a}`],
  [/(\d+(?:\.\d+)?)\s*倍的?\s*([a-z])(?![a-z])/g, ([, a = '', b = '']) => `${a}*${b}`],
  [/(\d+(?:\.\d+)?)\s+more than\s+(\d+(?:\.\d+)?)/g, ([, a = '', b = '']) => `${b}+${a}`],
  [/(\d+(?:\.\d+)?)\s+(?:less|fewer) than\s+(\d+(?:\.\d+)?)/g, ([, a = '', b = '']) => `${b}-${a}`],
  [/比\s*(\d+(?:\.\d+)?)\s*(?:大|多)\s*(\d+(?:\.\d+)?)/g, ([, a = '', b = '']) => `${a}+${b}`],
  [/比\s*(\d+(?:\.\d+)?)\s*(?:小|少)\s*(\d+(?:\.\d+)?)/g, ([, a = '', b = '']) => `${a}-${b}`],
  [/(?:twice|double)\s+(\d+(?:\.\d+)?)/g, ([, a = '']) => `2*${a}`],
  [/(\d+(?:\.\d+)?)\s*的\s*(?:两|2)倍/g, ([, a = '']) => `2*${a}`],
  [
    /(?:number|integer|one)\s+(?:right\s+|just\s+|immediately\s+)?(?:after|following)\s+(\d+)/g,
    ([, a = '']) => `${a}+1`,
  ],
  [/(?:number|integer|one)\s+(?:right\s+|just\s+|immediately\s+)?before\s+(\d+)/g, ([, a = '']) => `${a}-1`],
  [/(\d+)\s*(?:后面|之后|的后一个)(?:的|那个|一个)*数?/g, ([, a = '']) => `${a}+1`],
  [/(\d+)\s*(?:前面|之前|的前一个)(?:的|那个|一个)*数?/g, ([, a = '']) => `${a}-1`],
  [/\s*,?\s*(?:\bplus\b|\badded to\b|加上?)\s*/g, () => '+'],
  [/\s*(?:\bminus\b|\btake away\b|减去?)\s*/g, () => '-'],
  [/\s*(?:\btimes\b|\bmultiplied by\b|乘以?)\s*/g, () => '*'],
  [/\s*(?:\bdivided by\b|\bover\b|除以)\s*/g, () => '/'],
  [/\s*\b(?:all )?squared\b|的?平方/g, () => '^2'],
]

/** Words of numbers and of calculating become digits and signs. */
function inSymbols(plain: Plain): Plain {
  return wordSigns.reduce((sum, [pattern, by]) => rewrite(sum, pattern, by), verbalSigns(withDigits(plain)))
}

/** In one pass: a text of number words only is long enough to make rebuilding it at each of them slow. */
function withDigits(plain: Plain): Plain {
  let [text, last] = ['', 0]
  const at: number[] = []
  const copy = (to: number) => {
    text += plain.text.slice(last, to)
    for (let i = last; i < to; i++) at.push(plain.at[i] ?? 0)
  }
  for (const word of numberWordsIn(plain.text).sort((a, b) => a.at - b.at)) {
    if (word.at < last) continue
    copy(word.at)
    const digits = ` ${word.value.toFraction()} `
    text += digits
    for (let i = 0; i < digits.length; i++) at.push(plain.at[word.at] ?? 0)
    last = word.end
  }
  copy(plain.text.length)
  return { text, at }
}
