// What a gradebook is told: mean mastery of what the link names, in the message and at the address of AGS 2.0.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreBody, scoreOf, scoresUrl, type Traced } from './score.ts'

/** Facts of the example of AGS 2.0, section 3.4.1. */
const example = {
  timestamp: '2017-04-16T18:54:36.736+00:00',
  scoreGiven: 83,
  scoreMaximum: 100,
  comment: 'This is exceptional work.',
  activityProgress: 'Completed',
  gradingProgress: 'FullyGraded',
  userId: '5323497',
}

const told = (skills: readonly string[], traced: readonly Traced[]) => scoreOf({ skills, traced, mastered: 0.85 })

test('the score of named skills counts what was never answered as nothing, and is over when all are mastered', () => {
  const traced = [
    { skill: 'a', p: 0.9, n: 3 },
    { skill: 'b', p: 0.5, n: 1 },
    { skill: 'c', p: 0.4, n: 0 },
  ]
  expect(told(['a', 'c'], traced)).toEqual({ score: 0.45, isComplete: false })
  expect(told(['a'], traced)).toEqual({ score: 0.9, isComplete: true })
  expect(told([], traced)).toEqual({ score: 0.7, isComplete: false })
  expect(told(['a'], [])).toBeNull()
  expect(told([], [])).toBeNull()
})

test('a score is always in [0, 1], whatever is traced', () => {
  const row = fc.record({
    skill: fc.constantFrom('a', 'b', 'c'),
    p: fc.double({ min: 0, max: 1, noNaN: true }),
    n: fc.nat(9),
  })
  fc.assert(
    fc.property(fc.array(row), fc.subarray(['a', 'b', 'c']), (traced, skills) => {
      const score = told(skills, traced)?.score ?? 0
      expect(score >= 0 && score <= 1).toBe(true)
    }),
  )
})

test('/scores comes before the query of a line item', () => {
  expect(scoresUrl('https://lms.example.com/context/2923/lineitems/1').href).toBe(
    'https://lms.example.com/context/2923/lineitems/1/scores',
  )
  expect(scoresUrl('https://moodle.example/mod/lti/services.php/2/lineitems/4/lineitem?type_id=1').href).toBe(
    'https://moodle.example/mod/lti/services.php/2/lineitems/4/lineitem/scores?type_id=1',
  )
  expect(scoresUrl('https://lms.example.com/1/').href).toBe('https://lms.example.com/1/scores')
})

test('the message has members of the example only, of the same types', () => {
  const at = new Date('2017-04-16T18:54:36.736Z')
  const sent: Record<string, unknown> = JSON.parse(scoreBody({ score: 0.83, isComplete: true, userId: '5323497', at }))
  const { comment: _, ...rest } = example
  expect(sent).toEqual({ ...rest, timestamp: '2017-04-16T18:54:36.736Z' })
  expect(JSON.parse(scoreBody({ score: 2 / 3, isComplete: false, userId: 'x', at }))).toMatchObject({
    scoreGiven: 66.67,
    activityProgress: 'InProgress',
  })
})
