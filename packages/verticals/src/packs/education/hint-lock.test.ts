// The lock of a class: it lowers what a pupil gets at once, and never raises what the template allows.
import { expect, test } from 'vitest'
import { example, learner, tryTutor } from './try-tutor.ts'

const asked = { task: 'hint', item_id: 'frac-add-like-01', hint_level: 3, class_ref: 'class-6b' }

function hintUnder(lock: Record<string, unknown> | null, more: Record<string, unknown> = {}, starter = 'maths-tutor') {
  const classes = lock ? [{ key: 'class-6b', body: { id: 'class-6b', hint_lock: lock } }] : []
  const records = { ...example.records, class: classes }
  return Object(tryTutor({ ...learner, ...asked, ...more }, { starter, records }).output).hint
}

test('a class without a lock gets what the template allows; with one, no more than the lock', () => {
  expect(hintUnder(null)).toMatchObject({ level: 3 })
  expect(hintUnder({ max_hint_level: 1 })).toMatchObject({ level: 1, levels_available: [0, 1] })
})

test('a lock never gives more than the template', () => {
  expect(hintUnder({ max_hint_level: 4, bottom_out: 'after_n' }, {}, 'exam-practice')).toMatchObject({ level: 1 })
})

test('a lock of never keeps the solution from a teacher too', () => {
  const teacher = { requested_by: 'teacher', hint_level: 4 }
  expect(hintUnder({}, teacher)).toMatchObject({ level: 4 })
  expect(hintUnder({ bottom_out: 'never' }, teacher)).toMatchObject({ level: 3 })
})

test('the class of the learner’s record counts beside the one a caller names: the stricter rule of each', () => {
  const locked = (key: string, hint_lock: Record<string, unknown>) => ({ key, body: { id: key, hint_lock } })
  const records = {
    ...example.records,
    own_class: [locked('class-6b', { max_hint_level: 2 })],
    class: [locked('class-7a', { max_hint_level: 3, bottom_out: 'never' })],
  }
  const at = (more: Record<string, unknown>) =>
    Object(tryTutor({ ...learner, ...asked, ...more }, { records }).output).hint
  expect(at({ class_ref: 'class-7a' })).toMatchObject({ level: 2, levels_available: [0, 1, 2] })
  expect(at({ class_ref: null, hint_level: 4, requested_by: 'teacher' })).toMatchObject({ level: 2 })
})
