// Draws and small number facts that many families share.
import { type Choice, same } from './family.ts'
import type { Random } from './random.ts'

export const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
export const lcm = (a: number, b: number): number => (a * b) / gcd(a, b)

type Bounds = { from: number; to: number; least?: number }

/** A reduced fraction between 0 and 1: its denominator within the bounds, its numerator at least `least`, which is below `from - 1`. */
export function properFraction(random: Random, { from, to, least = 1 }: Bounds): { n: number; d: number } {
  const d = random.int(from, to)
  const n = random.int(least, d - 1)
  return gcd(n, d) === 1 ? { n, d } : { n: d - 1, d }
}

/** Two whole numbers without a common divisor, both within the bounds, the first one the smaller. */
export function coprimePair(random: Random, { from, to }: Bounds): { a: number; b: number } {
  const b = random.int(from + 1, to)
  const a = random.int(from, b - 1)
  return gcd(a, b) === 1 ? { a, b } : { a: b - 1, b }
}

/** Ids in the order they are shown; `idOf` finds a choice by its text. */
export function choicesOf(
  random: Random,
  texts: readonly string[],
): { choices: Choice[]; idOf: (text: string) => string } {
  const choices = random.shuffle(texts).map((text, at) => ({ id: 'abcdef'[at] ?? 'x', text: same(text) }))
  return { choices, idOf: (text) => choices.find((choice) => choice.text.en === text)?.id ?? '' }
}
