// From a posted request to a stored lesson: every task of the tutor with the built-in champion and the starter course, on real Postgres and an
// ONNX session in a thread. A pupil's words are gone when the run is over.
import { createRun } from '@guildhall/domain/run/create'
import { getRun } from '@guildhall/domain/run/get'
import { waitForRun } from '@guildhall/domain/run/wait'
import { checkGolden } from '@guildhall/verticals/kit/golden'
import { education } from '@guildhall/verticals/packs/education/pack'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openSchoolroom, type Schoolroom } from '../../../tools/test/pupils.ts'
import { send } from '../../../tools/test/training.ts'
import { openWorld, type World } from '../../../tools/test/world.ts'

const [task] = education.tasks
const learner = { learner_ref: 'L-0193', consent: { basis: 'school' }, grade: 6 }
let world: World
let room: Schoolroom

beforeAll(async () => {
  world = await openWorld({
    databaseUrl: inject('databaseUrl'),
    ownerUrl: inject('ownerUrl'),
    redisUrl: inject('redisUrl'),
  })
  room = await openSchoolroom(world.actor)
})

afterAll(async () => {
  await room.close()
  await world.close()
})

async function ask(input: Record<string, unknown>, template = 'maths-tutor') {
  const { id } = await createRun.call(world.actor, { template, input: { ...learner, ...input } })
  await room.execute([id])
  const { status, result, error } = await waitForRun(world.actor, id, { timeoutMs: 5000 })
  return { id, status, error: Object(error), output: Object(result?.output), result }
}

describe('every task', () => {
  test('each sample succeeds, verified in both languages, by the built-in champion', async () => {
    for (const sample of task?.samples ?? []) {
      const { status, result } = await ask(sample.input, sample.template)
      expect(status, sample.slug).toBe('succeeded')
      expect(result?.verification).toMatchObject({ status: 'passed', failed: 0 })
      expect(result?.model).toMatchObject({ name: 'starter-tutor', provider: 'cpu' })
      expect(Object.keys(Object(result?.output.note)).sort()).toEqual(['en', 'zh-CN'])
    }
  })

  test('grade_response: a wrong answer, its misconception, mastery before and after, feedback that does not tell', async () => {
    const { output } = await ask({
      task: 'grade_response',
      item_id: 'frac-add-like-01',
      response: { raw: '9/22' },
    })
    expect(output.grading).toMatchObject({ correct: false, method: 'numeric' })
    expect(output.misconceptions[0]).toMatchObject({ id: 'added-across' })
    const [own] = output.mastery
    expect(own).toMatchObject({ skill: 'frac-add-like', n: 1, source: 'model' })
    expect(own.p).not.toBe(own.before)
    expect(own.interval_90[0]).toBeLessThanOrEqual(own.p)
    expect(own.interval_90[1]).toBeGreaterThanOrEqual(own.p)
    expect(output.attempt).toMatchObject({ item_id: 'frac-add-like-01', skill: 'frac-add-like', correct: false })
    expect(output.safety).toMatchObject({ flagged: false, answer_leak: false })
    for (const text of Object.values(output.feedback.text)) expect(text).not.toContain('9/11')
  })

  test('hint: the exercise’s own, then a worked example with other numbers, and no higher for a pupil', async () => {
    const at = async (level: number) =>
      (await ask({ task: 'hint', item_id: 'frac-add-like-01', hint_level: level })).output
    expect((await at(0)).hint).toMatchObject({ level: 0, source: 'exercise', levels_available: [0, 1, 2, 3] })
    expect((await at(3)).hint).toMatchObject({ level: 3, source: 'worked_example' })
    const locked = await at(4)
    expect(locked.hint.level).toBe(3)
    expect(locked.safety.checks).toContainEqual({ name: 'hint_policy', outcome: 'lowered', detail: '4 to 3' })
  })

  test('hint: the whole solution for a teacher, and for nobody where the template locks it', async () => {
    const asked = { task: 'hint', item_id: 'frac-add-like-01', hint_level: 4, requested_by: 'teacher' }
    expect((await ask(asked)).output.hint).toMatchObject({ level: 4, source: 'solution' })
    expect((await ask(asked, 'exam-practice')).output.hint).toMatchObject({ level: 1, levels_available: [0, 1] })
  })

  test('next_exercise: one of the course whose prerequisites are met, the same again for the same run', async () => {
    const asked = { task: 'next_exercise', item_id: 'frac-rest-01' }
    const [first, second] = [await ask(asked), await ask(asked)]
    expect(first.output.next_exercise).toEqual(second.output.next_exercise)
    expect(['frac-meaning', 'expr-simplify']).toContain(first.output.next_exercise.skill)
    expect(first.output.next_exercise.item_id).not.toBe('frac-rest-01')
    expect(first.output.next_exercise.why.text).toMatchObject({ en: expect.any(String), 'zh-CN': expect.any(String) })
  })

  test('feedback and teacher_note: words for the pupil, and facts for the teacher from the stored attempts', async () => {
    const attempt = (item_id: string, correct: boolean, at: number) => ({
      learner_ref: 'L-0777',
      item_id,
      skill: 'eq-one-step',
      correct,
      ts: new Date(Date.UTC(2026, 10, 1, 8, at)).toISOString(),
    })
    await send(world.actor, 'attempts', [
      attempt('eq-plus-01', false, 1),
      attempt('eq-plus-02', true, 2),
      attempt('eq-minus-01', true, 3),
    ])
    const { output } = await ask({ learner_ref: 'L-0777', task: 'teacher_note' })
    expect(output.mastery).toHaveLength(1)
    expect(output.mastery[0]).toMatchObject({ skill: 'eq-one-step', n: 3 })
    expect(output.teacher_note.en).toContain('Equations in one step')
    expect(output.teacher_note['zh-CN']).toContain('一步方程')
    const told = await ask({ task: 'feedback', item_id: 'frac-add-like-01', response: { raw: '9/11' } })
    expect(told.output.feedback.text.en.length).toBeGreaterThan(0)
  })
})

test('every golden case of the starters passes through the worker, in one group', async () => {
  const asked = await Promise.all(
    (task?.goldens ?? []).map(async (golden) => {
      const { template = 'maths-tutor', input } = golden
      return { golden, id: (await createRun.call(world.actor, { template, input })).id }
    }),
  )
  await room.execute(asked.map((one) => one.id))
  for (const { golden, id } of asked) {
    const { status, result } = await waitForRun(world.actor, id, { timeoutMs: 20_000 })
    expect(status, golden.slug).toBe('succeeded')
    expect(checkGolden(golden, result?.output ?? {})).toEqual([])
  }
  expect(asked.length).toBeGreaterThan(60)
})

describe('what is refused, and what is forgotten', () => {
  test('an unknown exercise fails with what to do about it', async () => {
    const { status, error } = await ask({ task: 'hint', item_id: 'nobody-has-this' })
    expect(status).toBe('failed')
    expect(error).toMatchObject({ code: 'input_invalid' })
    expect(error.errors[0].fix).toContain('load the starter course')
  })

  test('a pupil’s answer and message are graded, and are nowhere in the database afterwards', async () => {
    const secret = 'zweihundert und ein wort'
    const { id, status, output } = await ask({
      task: 'grade_response',
      item_id: 'word-denominator-01',
      response: { raw: secret },
      message: secret,
    })
    expect(status).toBe('succeeded')
    expect(output.grading).toMatchObject({ correct: false, normalized: null })
    expect((await getRun.call(world.actor, { id })).input).toMatchObject({ response: { raw: null } })
    expect(await world.tablesWith(secret)).toEqual([])
  })

  test('with consent to store text, the answer stays with the run', async () => {
    const { id } = await ask({
      task: 'grade_response',
      item_id: 'word-denominator-01',
      response: { raw: 'denominator' },
      consent: { basis: 'parent', store_text: true },
    })
    expect((await getRun.call(world.actor, { id })).input).toMatchObject({ response: { raw: 'denominator' } })
    expect(await world.tablesWith('denominator')).toContain('run')
  })

  test('the day’s limit ends practice with a friendly word', async () => {
    const history = Array.from({ length: 100 }, () => ({
      item_id: 'frac-rest-01',
      skill: 'frac-meaning',
      correct: true,
      ts: new Date().toISOString(),
    }))
    const { output } = await ask({ task: 'hint', item_id: 'frac-add-like-01', history })
    expect(output.limits).toMatchObject({ attempts_today: 100, is_reached: true })
    expect(output.hint).toBe(null)
    expect(output.reply.text.en.length).toBeGreaterThan(0)
  })
})
