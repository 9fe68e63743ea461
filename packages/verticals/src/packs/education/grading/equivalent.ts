// Whether two expressions are equal: by exact values at seeded rational points (a proof but for chance for rational functions), by floats where roots stand in it.
import Fraction from 'fraction.js'
import { type Expression, floatAt, type Tree, valueAt } from './expression.ts'

const exactPoints = 10
const floatPoints = 40
const wantedFloats = 8

/** Two different rational functions of degree up to 40 agree at ten of these points with a chance below one in a million million. */
export function areEquivalent(one: Expression, other: Expression): boolean {
  const ratio = ratioOf(one, other)
  return ratio !== null && (ratio === 'zero' || Math.abs(ratio - 1) < 1e-9)
}

/** The constant c with one = c * other, `zero` when both are zero everywhere, null when there is none. For equations, which may be scaled. */
export function ratioOf(one: Expression, other: Expression): number | 'zero' | null {
  const names = [...new Set([...one.variables, ...other.variables])]
  const pairs =
    one.isExact && other.isExact
      ? exactPairs({ one: one.tree, other: other.tree, names })
      : floatPairs({ one: one.tree, other: other.tree, names })
  if (pairs.length < 4) return null
  if (pairs.every(([a, b]) => isZero(a) && isZero(b))) return 'zero'
  if (pairs.some(([a, b]) => isZero(a) !== isZero(b))) return null
  const ratios = pairs
    .filter(([a]) => !isZero(a))
    .map(([a, b]) => (typeof a === 'number' || typeof b === 'number' ? Number(a) / Number(b) : a.div(b)))
  const [first] = ratios
  if (first === undefined) return null
  return ratios.every((ratio) => isSame(ratio, first)) ? first.valueOf() : null
}

type Value = Fraction | number
const isZero = (value: Value) => (typeof value === 'number' ? Math.abs(value) < 1e-12 : value.n === 0n)

function isSame(one: Value, other: Value): boolean {
  if (typeof one !== 'number' && typeof other !== 'number') return one.equals(other)
  const [a, b] = [Number(one), Number(other)]
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

type Trees = { one: Tree; other: Tree; names: readonly string[] }

function exactPairs({ one, other, names }: Trees): [Fraction, Fraction][] {
  const next = sequence(20_261_124)
  const pairs: [Fraction, Fraction][] = []
  for (let i = 0; i < exactPoints; i++) {
    const point = Object.fromEntries(names.map((name) => [name, new Fraction(next(1999) - 999, 1 + next(13))]))
    const [a, b] = [valueAt(one, point), valueAt(other, point)]
    // No value on one side only: a difference of domain, which school algebra overlooks, as in x^2/x and x.
    if (a !== null && b !== null) pairs.push([a, b])
  }
  return pairs
}

function floatPairs({ one, other, names }: Trees): [number, number][] {
  const next = sequence(7)
  const pairs: [number, number][] = []
  for (let i = 0; i < floatPoints && pairs.length < wantedFloats * 2; i++) {
    const point = Object.fromEntries(names.map((name) => [name, (next(4000) - (i % 2 === 0 ? 0 : 2000)) / 997]))
    const [a, b] = [floatAt(one, point), floatAt(other, point)]
    if (Number.isFinite(a) && Number.isFinite(b)) pairs.push([a, b])
  }
  return pairs
}

/** A small linear congruence: the same points every time, so that a grade can be repeated. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
