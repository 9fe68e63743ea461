// Properties of the guard over keys that nobody chose: every form of the answer is caught, and another number is not taken for it.
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import type { Exercise } from '../grading/exercise.ts'
import { guardedAnswer } from './answer.ts'
import { findLeak, findLeakInAll } from './leak.ts'
import { mutationsOf } from './mutations.ts'

const hints = [
  'Write both with the same denominator, then compare the tops.',
  'What is done to x, and in which order? Undo it step by step.',
  'Which part of the whole does the question ask about?',
  '先通分，再把分子相加，最后看能不能约分。',
  '按相反的顺序，在等式两边逐步还原。',
  '题目问的是整体的哪个部分？',
]

const whole = fc.integer({ min: -300, max: 999 }).map(String)
const fraction = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 60 }))
  .map(([n, d]) => new Fraction(n, d).toFraction())
const decimal = fc.integer({ min: 1, max: 9999 }).map((n) => new Fraction(n, 100).toString())
const anyKey = fc.oneof(whole, fraction, decimal)
const anyHint = fc.constantFrom(...hints)

function exerciseOf(key: string): Exercise {
  return {
    id: key,
    stem: { en: 'Work it out.', 'zh-CN': '请计算。' },
    answer_key: key,
    answer_type: 'numeric',
    skills: [],
    hints: [],
    misconceptions: [],
  }
}

describe('for any key', () => {
  it('every form of it put into a hint is caught', () => {
    fc.assert(
      fc.property(anyKey, anyHint, (key, hint) => {
        const exercise = exerciseOf(key)
        const answer = guardedAnswer(exercise)
        const missed = mutationsOf(exercise, answer).filter(
          ({ texts }) => findLeakInAll([hint, ...texts], answer) === null,
        )
        expect(missed).toEqual([])
      }),
      { numRuns: 300, seed: 20_261_124 },
    )
  }, 60_000)

  it('a hint without figures passes', () => {
    fc.assert(
      fc.property(anyKey, anyHint, (key, hint) => {
        expect(findLeak(hint, guardedAnswer(exerciseOf(key)))).toBeNull()
      }),
      { numRuns: 500, seed: 1 },
    )
  }, 60_000)

  it('another number is not taken for it', () => {
    fc.assert(
      fc.property(anyKey, fc.integer({ min: 1000, max: 9999 }), anyHint, (key, other, hint) => {
        const value = guardedAnswer(exerciseOf(key)).values[0]
        fc.pre(value !== undefined && !value.mul(100).equals(other))
        expect(findLeak(`${hint} (${other}), ${other} m, ${other}/7`, guardedAnswer(exerciseOf(key)))).toBeNull()
      }),
      { numRuns: 300, seed: 2 },
    )
  }, 60_000)

  it('texts of any characters are read without a crash, and too long ones count as leaks', () => {
    const answer = guardedAnswer(exerciseOf('3/4'))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const leak = findLeak(text, answer)
        expect(leak === null || (leak.at >= 0 && leak.at <= text.length)).toBe(true)
      }),
      { numRuns: 500, seed: 3 },
    )
    expect(findLeak('a'.repeat(4001), answer)?.form).toBe('too_long')
  }, 60_000)
})
