// Draws and small number facts that many families share.
import { type Choice, same } from './family.ts'
import type { Random } from './random.ts'

export const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
export const lcm = (a: number, b: number): number => (a * b) / gcd(a, b)

type Bounds = { from: number; to: number; least?: number }

/** A reduced fraction between 0 and 1: its denominator within the bounds, its numerator at least `least` where there is such a one. */
export function properFraction(random: Random, { from, to, least = 1 }: Bounds): { n: number; d: number } {
  const d = random.int(from, to)
  const [first = 1, ...others] = coprimesOf(d, { from: least, to: d - 1 })
  return { n: random.pick([first, ...others]), d }
}

/** Two whole numbers without a common divisor, both within the bounds, the first one the smaller. */
export function coprimePair(random: Random, { from, to }: Bounds): { a: number; b: number } {
  const b = random.int(from + 1, to)
  const [first = b - 1, ...others] = coprimesOf(b, { from, to: b - 1 })
  return { a: random.pick([first, ...others]), b }
}

const coprimesOf = (of: number, { from, to }: Bounds): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((one) => gcd(one, of) === 1)

/** Ids in the order they are shown; `idOf` finds a choice by its text. */
export function choicesOf(
  random: Random,
  texts: readonly string[],
): { choices: Choice[]; idOf: (text: string) => string } {
  const choices = random.shuffle(texts).map((text, at) => ({ id: 'abcdef'[at] ?? 'x', text: same(text) }))
  return { choices, idOf: (text) => choices.find((choice) => choice.text.en === text)?.id ?? '' }
}
