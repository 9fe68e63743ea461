// The next exercise: every constraint, what gives way when nothing is left, and the same choice from the same seed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, chooseNext, type NextArgs, type NextPolicy, type Practised, remembered } from './next.ts'

const day = 86_400_000
const parameters = { known: 0.4, learn: 0.12, slip: 0.1, guess: 0.2 }
const policy: NextPolicy = {
  band: { low: 0.7, high: 0.85 },
  outsideBand: 0.5,
  mastered: 0.85,
  prerequisite: 0.6,
  rest: 5,
  order: 'gain',
}
const state = (mastery: number, lastMs: number | null = null, streak = 0) => ({ mastery, parameters, lastMs, streak })
const exercise = (item: string, skill: string, difficulty = 0): Candidate => ({ item, skill, difficulty })
const did = (item: string, skill: string, isRight = false): Practised => ({ item, skill, isRight })

const args = (more: Partial<NextArgs>): NextArgs => ({
  candidates: [],
  states: new Map(),
  prerequisites: new Map(),
  practised: [],
  policy,
  nowMs: 100 * day,
  seed: 42,
  ...more,
})
const chosenBy = (more: Partial<NextArgs>) => chooseNext(args(more))?.chosen

describe('one rule at a time', () => {
  test('of skills alike but for mastery, the one with the larger gain in learning comes first', () => {
    const states = new Map([
      ['weak', state(0.5)],
      ['strong', state(0.8)],
    ])
    const candidates = [exercise('a', 'strong', -0.1), exercise('b', 'weak', -1.3)]
    expect(chosenBy({ candidates, states })).toMatchObject({ item: 'b', isInBand: true })
  })

  test('of one skill, the exercise in the band comes before easier and harder ones', () => {
    const states = new Map([['s', state(0.5)]])
    const candidates = [exercise('hard', 's', 1), exercise('fit', 's', -1.4), exercise('easy', 's', -4)]
    expect(chosenBy({ candidates, states })).toMatchObject({ item: 'fit', isInBand: true })
  })

  test('where no exercise is in the band, the nearest comes, and says so', () => {
    const states = new Map([['s', state(0.3)]])
    const chosen = chosenBy({ candidates: [exercise('a', 's', 2), exercise('b', 's', 1)], states })
    expect(chosen).toMatchObject({ item: 'b', isInBand: false })
  })

  test('a skill in the band is preferred, unless that costs more gain than the template allows', () => {
    const candidates = [exercise('in', 'inside'), exercise('out', 'outside')]
    const inside: [string, ReturnType<typeof state>] = ['inside', state(0.75)]
    const cheap = new Map([inside, ['outside', state(0.55)]])
    const dear = new Map([inside, ['outside', state(0.1)]])
    expect(chosenBy({ candidates, states: cheap })?.item).toBe('in')
    expect(chosenBy({ candidates, states: dear })?.item).toBe('out')
    expect(chosenBy({ candidates, states: dear, policy: { ...policy, outsideBand: 0 } })?.item).toBe('in')
  })

  test('a skill whose prerequisite is weak waits', () => {
    const states = new Map([
      ['base', state(0.5)],
      ['next', state(0.2)],
    ])
    const prerequisites = new Map([['next', ['base']]])
    const candidates = [exercise('a', 'base'), exercise('b', 'next')]
    expect(chosenBy({ candidates, states, prerequisites })?.item).toBe('a')
    states.set('base', state(0.7))
    expect(chosenBy({ candidates, states, prerequisites })?.item).toBe('b')
  })

  test('after two of one skill another comes, unless it stands alone', () => {
    const states = new Map([
      ['s', state(0.3)],
      ['t', state(0.8)],
    ])
    const practised = [did('s2', 's'), did('s1', 's')]
    const own = [exercise('s1', 's'), exercise('s2', 's'), exercise('s3', 's')]
    expect(chosenBy({ candidates: [...own, exercise('t1', 't')], states, practised })?.skill).toBe('t')
    const alone = chooseNext(args({ candidates: own, states, practised }))
    expect(alone?.chosen.item).toBe('s3')
    expect(alone?.relaxed).toEqual(['variety'])
  })

  test('an exercise answered right rests, and comes back where nothing else is left', () => {
    const states = new Map([['s', state(0.5)]])
    const practised = [did('x', 'other'), did('a', 's', true)]
    const candidates = [exercise('a', 's', -1), exercise('b', 's', 3)]
    expect(chosenBy({ candidates, states, practised })?.item).toBe('b')
    const left = chooseNext(args({ candidates: [exercise('a', 's')], states, practised }))
    expect(left).toMatchObject({ chosen: { item: 'a' }, relaxed: ['variety', 'rest'] })
  })

  test('a mastered skill is due after a half-life, which doubles with every right answer in a row', () => {
    const now = 100 * day
    expect(remembered(state(0.95, now - day, 0), policy, now).isDue).toBe(true)
    expect(remembered(state(0.95, now - day, 3), policy, now).isDue).toBe(false)
    expect(remembered(state(0.95, now - 8 * day, 3), policy, now).isDue).toBe(true)
    expect(remembered(state(0.5, now - 8 * day, 0), policy, now).isDue).toBe(false)
    // What was never known better than at the beginning cannot be forgotten below it.
    expect(remembered(state(0.95, 0, 0), policy, now).mastery).toBeCloseTo(parameters.known, 6)
  })

  test('reviews come first where the template says so', () => {
    const states = new Map([
      ['new', state(0.2)],
      ['old', state(0.95, 98 * day, 0)],
    ])
    const candidates = [exercise('a', 'new', -1), exercise('b', 'old')]
    expect(chosenBy({ candidates, states, policy: { ...policy, order: 'reviews_first' } })).toMatchObject({
      item: 'b',
      isDue: true,
    })
  })

  test('the champion’s word on an exercise replaces the expectation by mastery', () => {
    const states = new Map([['s', state(0.5)]])
    const candidates = [exercise('a', 's', -1), exercise('b', 's', 1)]
    const expected = new Map([
      ['a', 0.99],
      ['b', 0.8],
    ])
    expect(chosenBy({ candidates, states, expected })).toMatchObject({ item: 'b', right: 0.8, isInBand: true })
  })

  test('nothing but the exercise just answered: no choice', () => {
    expect(
      chosenBy({ candidates: [exercise('a', 's')], states: new Map([['s', state(0.5)]]), practised: [did('a', 's')] }),
    ).toBe(undefined)
  })
})

const names = ['p', 'q', 'r', 's']
const world = fc.record({
  masteries: fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: 4, maxLength: 4 }),
  exercises: fc.array(
    fc.record({ skill: fc.constantFrom(...names), difficulty: fc.double({ min: -3, max: 3, noNaN: true }) }),
    { minLength: 1, maxLength: 30 },
  ),
  practised: fc.array(fc.record({ at: fc.nat(29), isRight: fc.boolean() }), { maxLength: 12 }),
  seed: fc.nat(),
})

type World = typeof world extends fc.Arbitrary<infer T> ? T : never

function argsOf({ masteries, exercises, practised, seed }: World): NextArgs {
  const candidates = exercises.map((one, at) => exercise(`i${at}`, one.skill, one.difficulty))
  return args({
    candidates,
    states: new Map(names.map((name, at) => [name, state(masteries[at] ?? 0.5)])),
    prerequisites: new Map([
      ['q', ['p']],
      ['s', ['q', 'r']],
    ]),
    practised: practised.flatMap(({ at, isRight }) => {
      const one = candidates[at]
      return one ? [did(one.item, one.skill, isRight)] : []
    }),
    seed,
  })
}

test('in any world: never the exercise just answered, no rule broken that was not said to be set aside, and the same choice again', () => {
  fc.assert(
    fc.property(world, (given) => {
      const own = argsOf(given)
      const choice = chooseNext(own)
      expect(chooseNext({ ...own, candidates: [...own.candidates].reverse() })).toEqual(choice)
      if (!choice) {
        expect(own.candidates.every((one) => one.item === own.practised[0]?.item)).toBe(true)
        return
      }
      const [last, second] = own.practised
      const { chosen, relaxed } = choice
      expect(chosen.item).not.toBe(last?.item)
      if (!relaxed.includes('variety'))
        expect(last?.skill === chosen.skill && second?.skill === chosen.skill).toBe(false)
      if (!relaxed.includes('rest'))
        expect(own.practised.slice(0, 5).some((one) => one.isRight && one.item === chosen.item)).toBe(false)
      if (!relaxed.includes('prerequisites'))
        for (const name of own.prerequisites.get(chosen.skill) ?? [])
          expect(own.states.get(name)?.mastery).toBeGreaterThanOrEqual(policy.prerequisite)
      for (const one of choice.alternatives) expect(one.item).not.toBe(chosen.item)
    }),
    { numRuns: 500 },
  )
})
