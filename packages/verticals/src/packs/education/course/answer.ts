// Answers as exact values: a fraction, a line a·x + b, or a word. Whether two are the same is a question of value, never of spelling.
import { Fraction } from 'fraction.js'

/** `x` times the unknown, plus `rest`. */
export type Linear = { x: Fraction; rest: Fraction }
export type Answer = Fraction | Linear | string

export const fraction = (numerator: number, denominator = 1): Fraction => new Fraction(numerator, denominator)
export const linear = (x: number, rest: number): Linear => ({ x: fraction(x), rest: fraction(rest) })

export const isLinear = (answer: Answer): answer is Linear => typeof answer === 'object' && 'rest' in answer

export function sameAnswer(one: Answer, other: Answer): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  if (isLinear(one) || isLinear(other))
    return isLinear(one) && isLinear(other) && one.x.equals(other.x) && one.rest.equals(other.rest)
  return one.equals(other)
}

/** As a pupil could type it, with an ASCII minus; a fraction is a decimal only where it ends. */
export function answerText(answer: Answer, { isDecimal = false } = {}): string {
  if (typeof answer === 'string') return answer
  if (!isLinear(answer)) return isDecimal && endsAsDecimal(answer) ? answer.toString() : answer.toFraction()
  const { x, rest } = answer
  const head = x.equals(0) ? '' : `${x.equals(1) ? '' : x.equals(-1) ? '-' : x.toFraction()}x`
  if (rest.equals(0)) return head || '0'
  if (head === '') return rest.toFraction()
  return `${head} ${rest.s < 0n ? '-' : '+'} ${rest.abs().toFraction()}`
}

/** For a stem or a worked line: with a true minus sign. */
export const shown = (answer: Answer, style?: { isDecimal: boolean }): string =>
  answerText(answer, style).replaceAll('-', '−')

/** The value of a line at x. */
export const valueAt = ({ x, rest }: Linear, at: Fraction): Fraction => x.mul(at).add(rest)

function endsAsDecimal(value: Fraction): boolean {
  let rest = value.d
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime
  return rest === 1n
}
