// The arithmetic of mastery: the worked figure of the contract, online equal to replay, and an interval that holds what it is about.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextMastery, replay, rightBy, rightOn, type SkillParameters } from './bkt.ts'
import { masteryInterval } from './interval.ts'

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const parameters: fc.Arbitrary<SkillParameters> = fc.record({
  known: within(0.02, 0.98),
  learn: within(0.01, 0.6),
  slip: within(0.01, 0.45),
  guess: within(0.01, 0.45),
})
const outcomes = fc.array(fc.boolean(), { maxLength: 60 })

test('the worked figure: prior .62, slip .1, guess .2, learn .15, a wrong answer: .169, then .294', () => {
  const figures = { known: 0.62, learn: 0.15, slip: 0.1, guess: 0.2 }
  const after = nextMastery(0.62, false, figures)
  const posterior = (after - figures.learn) / (1 - figures.learn)
  expect(posterior).toBeCloseTo(0.169, 3)
  expect(after).toBeCloseTo(0.294, 3)
})

test('mastery updated response by response equals the replay of the whole history', () => {
  fc.assert(
    fc.property(outcomes, parameters, (history, figures) => {
      let online = figures.known
      for (const [at, isRight] of history.entries()) {
        expect(online).toBe(replay(history.slice(0, at), figures))
        online = nextMastery(online, isRight, figures)
      }
      expect(online).toBe(replay(history, figures))
    }),
    { numRuns: 300 },
  )
})

test('mastery stays a probability, and a right answer never leaves it below a wrong one', () => {
  fc.assert(
    fc.property(outcomes, parameters, (history, figures) => {
      const mastery = replay(history, figures)
      expect(mastery).toBeGreaterThanOrEqual(0)
      expect(mastery).toBeLessThanOrEqual(1)
      expect(nextMastery(mastery, true, figures)).toBeGreaterThanOrEqual(nextMastery(mastery, false, figures))
    }),
  )
})

test('a harder exercise is answered right less often, and an exercise of usual difficulty as BKT says', () => {
  fc.assert(
    fc.property(within(0, 1), parameters, within(0.01, 4), (mastery, figures, harder) => {
      expect(rightOn(mastery, figures, 0)).toBeCloseTo(rightBy(mastery, figures), 12)
      expect(rightOn(mastery, figures, harder)).toBeLessThan(rightBy(mastery, figures))
      expect(rightOn(mastery, figures, -harder)).toBeGreaterThan(rightBy(mastery, figures))
    }),
  )
})

test('the interval holds the mastery it is about, and lies between 0 and 1', () => {
  fc.assert(
    fc.property(outcomes, parameters, (history, figures) => {
      const mastery = replay(history, figures)
      const [low, high] = masteryInterval(history, figures, mastery)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(mastery)
      expect(high).toBeGreaterThanOrEqual(mastery)
      expect(high).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})

test('many like answers narrow the interval', () => {
  const figures = { known: 0.4, learn: 0.12, slip: 0.1, guess: 0.2 }
  const widthAfter = (count: number) => {
    const history = Array.from({ length: count }, () => true)
    const [low, high] = masteryInterval(history, figures, replay(history, figures))
    return high - low
  }
  expect(widthAfter(8)).toBeLessThan(widthAfter(2))
  expect(widthAfter(2)).toBeLessThan(widthAfter(0))
})
