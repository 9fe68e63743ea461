// The two rules of the class page: who is stuck, and who works together.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf } from './groups.ts'
import { type StuckAttempt, stuckOf } from './stuck.ts'

const attempt = (atMs: number, isRight: boolean, item = 'e1'): StuckAttempt => ({
  learner: 'L-1',
  item,
  skill: 's1',
  isRight,
  atMs,
})

test('three wrong in a row are stuck, two are not, and a right answer ends it', () => {
  expect(
    stuckOf(
      [1, 2].map((at) => attempt(at, false)),
      [],
    ),
  ).toEqual([])
  expect(
    stuckOf(
      [1, 2, 3].map((at) => attempt(at, false)),
      [],
    ),
  ).toEqual([{ learner: 'L-1', item: 'e1', skill: 's1', wrongInARow: 3, hints: 0, lastMs: 3 }])
  expect(stuckOf([...[1, 2, 3].map((at) => attempt(at, false)), attempt(4, true)], [])).toEqual([])
})

test('four hints on one exercise are stuck until it is solved', () => {
  const asked = { learner: 'L-1', item: 'e1', skill: 's1', count: 4, lastMs: 5 }
  expect(stuckOf([], [{ ...asked, count: 3 }])).toEqual([])
  expect(stuckOf([], [asked])).toMatchObject([{ item: 'e1', skill: 's1', hints: 4 }])
  expect(stuckOf([attempt(6, true)], [asked])).toEqual([])
  expect(stuckOf([attempt(6, true, 'e2')], [asked])).toMatchObject([{ item: 'e1', skill: 's1', hints: 4 }])
})

test('a group shares a skill its learners lack; nobody stands in two; the order of the data does not matter', () => {
  const traced = fc.record({
    skill: fc.constantFrom('a', 'b', 'c'),
    p: fc.double({ min: 0, max: 1, noNaN: true }),
    n: fc.integer({ min: 0, max: 5 }),
  })
  const classOf = fc.array(fc.uniqueArray(traced, { selector: (one) => one.skill }), { maxLength: 12 })
  fc.assert(
    fc.property(classOf, (all) => {
      const learners = all.map((mastery, at) => ({ learner: `L-${at}`, mastery }))
      const groups = groupsOf(learners)
      expect(groupsOf(learners.toReversed())).toEqual(groups)
      const placed = groups.flatMap((one) => one.learners)
      expect(new Set(placed).size).toBe(placed.length)
      for (const group of groups) {
        expect(group.learners.length).toBeGreaterThanOrEqual(2)
        for (const name of group.learners) {
          const own = learners.find((one) => one.learner === name)?.mastery.find((one) => one.skill === group.skill)
          expect(own?.p).toBeLessThan(0.6)
        }
      }
    }),
  )
})
