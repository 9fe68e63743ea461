// The figures of a text as values, and whether one of them is an answer. Stricter than a reader: the parts of a fraction count by
// themselves, and so does a percentage with and without its sign.
import { Fraction } from 'fraction.js'
import type { Exercise } from '../grading/exercise.ts'
import { type Answer, isLinear, shown } from './answer.ts'

const form = /(\d+) (\d+)\/(\d+)|(\d+)\/(\d+)|\d+(?:\.\d+)?/g
const ratio = /(\d+) ?: ?(\d+)/g
const wholeKey = /^[-−]?(?:\d+ \d+\/\d+|\d+\/\d+|\d+(?:\.\d+)?)%?$/

/** What an answer looks like: values, which a figure may have, and texts, which may stand in another. */
export type Forms = { values: readonly Fraction[]; texts: readonly string[] }

/** Every figure as written, in reading order, e.g. `3/4`, `2.5`. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(form)].map(([figure]) => figure)
}

export function formsOf(answer: Answer): Forms {
  if (typeof answer === 'string') return { values: [], texts: [plain(answer)] }
  return isLinear(answer) ? { values: [], texts: [plain(shown(answer))] } : { values: aroundPercent(answer), texts: [] }
}

/** Of any exercise: the value of a number or of the solution of an equation, the text of the right choice, the words of a term. */
export function formsOfKey({ accepts, answer_key, answer_type, choices }: Exercise): Forms {
  const chosen = answer_type === 'choice' ? choices?.find((choice) => choice.id === answer_key)?.text : undefined
  const keys = chosen
    ? [chosen.en, chosen['zh-CN']]
    : [answer_key.replace(/^\s*[a-z]\s*=/i, '').trim(), ...(accepts ?? [])]
  const numbers = keys.filter((key) => wholeKey.test(key))
  const ratios = keys.flatMap((key) => [...key.matchAll(ratio)].flatMap(([, a, b]) => quotient(`${a}/${b}`)))
  return {
    values: [...numbers.flatMap((key) => quotient(key.replace(/[-−%]/g, ''))).flatMap(aroundPercent), ...ratios],
    texts: keys.filter((key) => !numbers.includes(key)).map(plain),
  }
}

/** Whether the text states one of the forms. */
export function statesAny(text: string, { values, texts }: Forms): boolean {
  const flat = plain(text)
  if (texts.some((one) => flat.includes(one))) return true
  return values.length > 0 && valuesIn(text).some((value) => values.some((one) => one.equals(value)))
}

function valuesIn(text: string): Fraction[] {
  const ratios = [...text.matchAll(ratio)].map(([, a, b]) => `${a}/${b}`)
  return [...figuresIn(text).flatMap((figure) => [...figure.split(/[ /]/), figure]), ...ratios].flatMap(quotient)
}

const quotient = (figure: string): Fraction[] => (/\/0+$/.test(figure) ? [] : [new Fraction(figure)])
const aroundPercent = (value: Fraction): Fraction[] => [value, value.mul(100), value.div(100)].map((one) => one.abs())
const plain = (text: string) => text.replaceAll(/\s/g, '').replaceAll('-', '−').toLowerCase()
