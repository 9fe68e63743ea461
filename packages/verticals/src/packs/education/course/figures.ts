// The figures of a text as values, and whether one of them is an answer. Stricter than a reader: the parts of a fraction count by
// themselves, and so does a percentage with and without its sign.
import { Fraction } from 'fraction.js'
import { type Answer, isLinear, shown } from './answer.ts'

const form = /(\d+) (\d+)\/(\d+)|(\d+)\/(\d+)|\d+(?:\.\d+)?/g
const hundred = new Fraction(100)

/** Every figure as written, in reading order, e.g. `3/4`, `2.5`. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(form)].map(([figure]) => figure)
}

/** The values of those figures and of the numbers they are made of. */
export function valuesIn(text: string): Fraction[] {
  return figuresIn(text).flatMap((figure) => [...figure.split(/[ /]/), figure].flatMap(valueOf))
}

function valueOf(figure: string): Fraction[] {
  const isZeroBelow = /\/0+$/.test(figure)
  return isZeroBelow ? [] : [new Fraction(figure)]
}

/** Whether the text states the answer, its hundredfold or its hundredth, with or without a sign; of words and lines, their letters. */
export function states(text: string, answer: Answer): boolean {
  if (typeof answer === 'string') return text.toLowerCase().includes(answer.toLowerCase())
  if (isLinear(answer)) return plain(text).includes(plain(shown(answer)))
  const forms = [answer, answer.mul(hundred), answer.div(hundred)].map((form) => form.abs())
  return valuesIn(text).some((value) => forms.some((form) => form.equals(value)))
}

const plain = (text: string) => text.replaceAll(' ', '').replaceAll('-', '−')
