// Published worked figures of the intervals, and what the always-valid one promises: few false verdicts however often one looks.
import { expect, test } from 'vitest'
import type { ArmFigures } from '../attribution/figures.ts'
import { alwaysValid, judge, verdictOf } from './judge.ts'
import { alwaysValidRadius, newcombe, ratioOf, sampleRatioP, shoppersNeeded, wilson, z } from './statistics.ts'

test('Wilson and Newcombe give the figures of Newcombe 1998', () => {
  const [low, high] = wilson(81, 263, z.p95) ?? []
  expect(low).toBeCloseTo(0.2553, 4)
  expect(high).toBeCloseTo(0.3662, 4)
  // Table II, 56/70 against 48/80, method 10.
  const [from, to] = newcombe({ hits: 48, trials: 80 }, { hits: 56, trials: 70 }, z.p95) ?? []
  expect(from).toBeCloseTo(0.0524, 4)
  expect(to).toBeCloseTo(0.3339, 4)
  expect(wilson(0, 0, z.p95)).toBeNull()
})

test('with one session a shopper the ratio is a mean with its usual variance', () => {
  const tops = [3, 0, 4, 1, 2]
  const ratio = ratioOf(tops.map((top) => ({ top, bottom: 1 })))
  expect(ratio?.value).toBe(2)
  expect(ratio?.variance).toBeCloseTo(2.5 / 5, 12)
})

test('the sample ratio: chi-square with one degree of freedom', () => {
  expect(sampleRatioP({ a: 500, b: 500, shareB: 0.5 })).toBeCloseTo(1, 6)
  // Chi-square 3.8415 is the 95 % quantile.
  expect(sampleRatioP({ a: 5000 + 98, b: 5000 - 98, shareB: 0.5 })).toBeCloseTo(0.05, 3)
  expect(sampleRatioP({ a: 600, b: 400, shareB: 0.5 })).toBeLessThan(1e-6)
})

test('the always-valid interval is wider than one look, and narrows with the shoppers', () => {
  const radius = (variance: number) => alwaysValidRadius(variance, 0.02)
  for (const variance of [1e-3, 1e-4, 1e-5]) expect(radius(variance)).toBeGreaterThan(z.p95 * Math.sqrt(variance))
  expect(radius(1e-5)).toBeLessThan(radius(1e-4))
  expect(shoppersNeeded({ share: 0, shareB: 0.5, smallest: 0.01 })).toBeNull()
  const needed = (smallest: number) => shoppersNeeded({ share: 0.05, shareB: 0.5, smallest }) ?? 0
  expect(needed(0.02)).toBeLessThan(needed(0.01))
})

const design = { versionA: 1, versionB: 2, shareB: 0.5, smallestEffect: 0.05 }
const arm = (name: string, shoppers: number, buyers: number): ArmFigures => ({
  arm: name,
  lists: shoppers,
  clickedLists: 0,
  purchases: buyers,
  unpriced: 0,
  shoppers: Array.from({ length: shoppers }, (_, at) => ({
    sessions: 1,
    purchases: at < buyers ? 1 : 0,
    revenue: at < buyers ? 20 : 0,
  })),
})
const judged = (a: [number, number], b: [number, number]) =>
  judge({ a: arm('a', ...a), b: arm('b', ...b) }, design).verdict

test('the verdicts', () => {
  expect(judged([0, 0], [0, 0])).toBe('too_few')
  expect(judged([400, 3], [400, 4])).toBe('too_few')
  expect(judged([500, 50], [500, 60])).toBe('not_decided')
  expect(judged([3000, 300], [3000, 480])).toBe('b_better')
  expect(judged([3000, 480], [3000, 300])).toBe('a_better')
  expect(judged([20_000, 2000], [20_000, 2010])).toBe('no_difference')
  expect(judged([3000, 300], [2000, 480])).toBe('mismatch')
})

/** Uniform numbers of one state: the test must give the same answer every day. */
function openUniform(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const looks = 40
const perLook = 100

/** One simulated experiment, looked at after every hundred shoppers of each side until it decides. */
function simulated(random: () => number, conversionB: number) {
  const [a, b] = [
    { hits: 0, trials: 0 },
    { hits: 0, trials: 0 },
  ]
  let isNaivelyDecided = false
  for (let look = 1; look <= looks; look++) {
    for (let at = 0; at < perLook; at++) {
      a.hits += random() < 0.2 ? 1 : 0
      b.hits += random() < conversionB ? 1 : 0
    }
    a.trials = look * perLook
    b.trials = look * perLook
    const [low = 0, high = 0] = newcombe(a, b, z.p95) ?? []
    isNaivelyDecided ||= low > 0 || high < 0
    const verdict = verdictOf(alwaysValid(a, b, design.smallestEffect), design.smallestEffect)
    if (verdict === 'a_better' || verdict === 'b_better') return { verdict, isNaivelyDecided }
  }
  return { verdict: 'none', isNaivelyDecided }
}

test('of 300 experiments without a difference, looked at 40 times each, at most 5 % decide; by one-look intervals many would', () => {
  const all = Array.from({ length: 300 }, (_, at) => simulated(openUniform(at * 7919 + 1), 0.2))
  expect(all.filter((one) => one.verdict !== 'none').length / 300).toBeLessThanOrEqual(0.05)
  expect(all.filter((one) => one.isNaivelyDecided).length / 300).toBeGreaterThan(0.15)
})

test('the smallest effect is found, and always for the right variant', () => {
  const all = Array.from({ length: 100 }, (_, at) => simulated(openUniform(at * 104_729 + 1), 0.25))
  expect(all.filter((one) => one.verdict === 'b_better').length).toBeGreaterThanOrEqual(90)
  expect(all.filter((one) => one.verdict === 'a_better')).toEqual([])
})
