// Properties of the grader over numbers nobody chose: every way of writing a number is right, another number never is, and a grade repeats itself.
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import type { AnswerType, Exercise } from './exercise.ts'
import { gradeResponse } from './grade.ts'

function exerciseOf(answer_key: string, answer_type: AnswerType = 'numeric'): Exercise {
  const stem = { en: 'Work it out.', 'zh-CN': '请计算。' }
  return { id: 'x', stem, answer_key, answer_type, skills: [], hints: [], misconceptions: [] }
}

const fraction = fc
  .tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 40 }))
  .map(([n, d]) => new Fraction(n, d))
const twoPlaces = fc.integer({ min: -99_999, max: 99_999 }).map((n) => new Fraction(n, 100))

/** In lowest terms, mixed, as a decimal of either convention, in percent, full width, in LaTeX. */
function writings(value: Fraction): string[] {
  const { s, n, d } = value
  const sign = s < 0n ? '-' : ''
  const plain = value.toFraction()
  const mixed = d > 1n && n > d ? [`${sign}${n / d} ${n % d}/${d}`] : []
  const latex = d > 1n ? [`${sign}\\frac{${n}}{${d}}`] : []
  const short =
    value.mul(10_000).d === 1n
      ? [value.toString(), value.toString().replace('.', ','), `${value.mul(100).toString()}%`]
      : []
  // A comma before three digits would be a thousand.
  const decimals = short.filter((text) => !/,\d{3}$/.test(text))
  const wide = plain.replace(/[0-9/]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
  return [plain, ` ${plain} `, wide, ...mixed, ...latex, ...decimals]
}

describe('a number', () => {
  it('is right in every way of writing it', () => {
    fc.assert(
      fc.property(fc.oneof(fraction, twoPlaces), (value) => {
        const exercise = exerciseOf(value.toFraction())
        expect(writings(value).filter((raw) => !gradeResponse(exercise, raw).correct)).toEqual([])
      }),
      { numRuns: 400, seed: 1 },
    )
  }, 60_000)

  it('earns a part when it is not in lowest terms', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 2, max: 9 }), (value, by) => {
        fc.pre(value.n !== 0n)
        const { score, remark } = gradeResponse(
          exerciseOf(value.toFraction()),
          `${value.s * value.n * BigInt(by)}/${value.d * BigInt(by)}`,
        )
        expect([score, remark?.code]).toEqual([0.5, 'unreduced'])
      }),
      { numRuns: 300, seed: 2 },
    )
  }, 60_000)

  it('is wrong when it is another one', () => {
    fc.assert(
      fc.property(fraction, fraction, (value, other) => {
        fc.pre(!value.equals(other))
        const scores = [other.toFraction(), ...(other.mul(100).d === 1n ? [`${other.mul(100).toString()}%`] : [])].map(
          (raw) => gradeResponse(exerciseOf(value.toFraction()), raw).score,
        )
        expect(Math.max(...scores)).toBe(0)
      }),
      { numRuns: 400, seed: 3 },
    )
  }, 60_000)
})

describe('an expression', () => {
  const coefficient = fc.integer({ min: -9, max: 9 }).filter((n) => n !== 0)

  it('a*x + b is right in either order and wrong with another coefficient', () => {
    fc.assert(
      fc.property(coefficient, coefficient, coefficient, (a, b, c) => {
        fc.pre(a !== c)
        const exercise = exerciseOf(`${a}*x + (${b})`, 'expression')
        expect(gradeResponse(exercise, `${b} + ${a}x`).score).toBeGreaterThan(0)
        expect(gradeResponse(exercise, `(${a})*(x) + ${b}`).score).toBeGreaterThan(0)
        expect(gradeResponse(exercise, `${c}x + ${b}`).score).toBe(0)
      }),
      { numRuns: 200, seed: 4 },
    )
  }, 60_000)

  it('the same answer gets the same grade', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom<AnswerType>('numeric', 'expression', 'choice', 'text'),
        (raw, type) => {
          const exercise = exerciseOf('3', type)
          expect(gradeResponse(exercise, raw)).toEqual(gradeResponse(exercise, raw))
        },
      ),
      { numRuns: 500, seed: 5 },
    )
  }, 60_000)
})
