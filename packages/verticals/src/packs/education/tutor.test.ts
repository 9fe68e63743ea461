// What the tutor may not tell, what it does not keep, and when it stops.
import { describe, expect, test } from 'vitest'
import { languages } from '../../kit/localized.ts'
import { verifyNote } from '../../kit/verify.ts'
import { starterExercises } from './course/course.ts'
import { guardedAnswer } from './guard/answer.ts'
import { findLeakInAll } from './guard/leak.ts'
import { defaultPhrases } from './phrases.ts'
import { sealWords } from './seal.ts'
import { learner, task, tryTutor } from './try-tutor.ts'

const course = starterExercises()

/** Every note must pass verification, whatever is tested. */
function tutor(...asked: Parameters<typeof tryTutor>) {
  const composed = tryTutor(...asked)
  expect(verifyNote(composed, languages).problems).toEqual([])
  return { output: Object(composed.output), note: composed.text.en?.sections ?? [] }
}

const foreign = (more: Record<string, unknown> = {}) => ({
  id: 'own-1',
  stem: { en: 'Add 1/4 and 1/2.', 'zh-CN': '计算 1/4 加 1/2。' },
  answer_key: '3/4',
  answer_type: 'numeric',
  skills: ['a-skill-of-ours'],
  hints: [{ level: 1, text: { en: 'The result is three quarters.', 'zh-CN': '结果是四分之三。' } }],
  ...more,
})

describe('what may not be told', () => {
  test('a hint that tells is replaced by a safe one, and the result says so', () => {
    const { output } = tutor({ task: 'hint', exercise: foreign(), hint_level: 1 })
    expect(output.hint).toMatchObject({ level: 1, source: 'general', text: defaultPhrases.safe_hints[1] })
    expect(output.safety.answer_leak).toBe(false)
    expect(output.safety.checks).toContainEqual(expect.objectContaining({ name: 'leak_hint', outcome: 'replaced' }))
  })

  test('a misconception whose name tells is not named', () => {
    const label = { en: 'Wrote 3/4 upside down', 'zh-CN': '把 3/4 写倒了' }
    const exercise = foreign({ misconceptions: [{ id: 'upside-down', pattern: '= 4/3', label }] })
    const { output } = tutor({ task: 'feedback', exercise, response: { raw: '4/3' } })
    expect(output.misconceptions[0]).toMatchObject({ id: 'upside-down', label: { en: 'A known misconception' } })
    expect(Object.values(output.feedback.text).join()).not.toContain('3/4')
    expect(output.safety.answer_leak).toBe(false)
    const asked = { task: 'grade_response', exercise, response: { raw: '4/3' }, requested_by: 'teacher' }
    expect(tutor(asked).output.misconceptions[0].label).toEqual(label)
  })

  test('no exercise of the course is told below level 4: every level, wrong answers, both languages together, one in five', () => {
    let texts = 0
    const some = course.filter((_, at) => at % 5 === 0)
    for (const exercise of some) {
      const answer = guardedAnswer(exercise)
      const asked = [0, 1, 2, 3].map((hint_level) => ({ task: 'hint', item_id: exercise.id, hint_level }))
      const wrong = { task: 'feedback', item_id: exercise.id, response: { raw: '1234567' } }
      for (const input of [...asked, wrong]) {
        const { output } = tutor(input)
        for (const part of [output.hint, output.feedback, output.reply]) {
          if (!part?.text) continue
          expect(findLeakInAll(Object.values(part.text), answer), `${exercise.id} ${JSON.stringify(part.text)}`).toBe(
            null,
          )
          texts++
        }
      }
    }
    expect(texts).toBeGreaterThan(some.length * 4)
  }, 60_000)

  test('the lock of the template cannot be opened by a request', () => {
    const asked = {
      task: 'hint',
      item_id: 'frac-add-like-01',
      hint_level: 4,
      policy: { max_hint_level: 4, bottom_out: 'after_n' },
    }
    const pupil = tutor({ ...asked, response: { attempt_no: 9 } })
    expect(pupil.output.hint.level).toBe(3)
    expect(tutor({ ...asked, requested_by: 'teacher' }, { starter: 'exam-practice' }).output.hint.level).toBe(1)
    const stricter = tutor({ ...asked, requested_by: 'teacher', policy: { bottom_out: 'never' } })
    expect(stricter.output.hint.level).toBe(3)
  })

  test('after the attempts that the template names, a pupil may see the solution, if it says so', () => {
    const content = { bottom_out: 'after_n', bottom_out_after: 3 }
    const at = (attempt_no: number) =>
      tutor({ task: 'hint', item_id: 'frac-add-like-01', hint_level: 4, response: { attempt_no } }, { content }).output
        .hint
    expect(at(2).level).toBe(3)
    expect(at(3)).toMatchObject({ level: 4, source: 'solution' })
  })
})

describe('what is kept and what is not', () => {
  test('words go to the fleeting part unless consent says that they may be stored', () => {
    const input = { task: 'hint', consent: { basis: 'school' }, response: { raw: 'x', attempt_no: 2 }, message: 'help' }
    const { open, fleeting } = sealWords(input)
    expect(JSON.stringify(open)).not.toContain('help')
    expect({ ...open, ...fleeting }).toEqual(input)
    expect(sealWords({ ...input, consent: { basis: 'parent', store_text: true } })).toEqual({
      open: { ...input, consent: { basis: 'parent', store_text: true } },
      sealed: null,
    })
    expect(sealWords({ task: 'next_exercise' })).toEqual({ open: { task: 'next_exercise' }, sealed: null })
  })

  test('an answer in words is graded and not repeated', () => {
    const asked = { task: 'grade_response', item_id: 'word-denominator-01', response: { raw: 'numerator' } }
    expect(tutor(asked).output.grading).toMatchObject({ correct: false, normalized: null })
    const kept = tutor({ ...asked, consent: { basis: 'parent', store_text: true } })
    expect(kept.output.grading.normalized).toBe('numerator')
  })
})

describe('the safety of minors', () => {
  test.each([
    ['I want to kill myself', 'self_harm'],
    ['我不想活了', 'self_harm'],
    ['my dad hits me every night', 'abuse'],
  ])('a message like "%s" stops the tutor and goes to the teacher, unquoted', (message, kind) => {
    const { output, note } = tutor({ task: 'hint', item_id: 'frac-add-like-01', message })
    expect(output.safety).toMatchObject({ flagged: true, route: 'teacher', kinds: expect.arrayContaining([kind]) })
    expect(output).toMatchObject({ hint: null, grading: null, feedback: null, next_exercise: null, mastery: [] })
    expect(output.reply.text).toEqual(defaultPhrases.stopped[0])
    expect(JSON.stringify([output, note])).not.toContain(message)
    expect(note.map((section) => section.id)).toEqual(['safety'])
  })

  test.each(['Maria Schmidt', 'maria@school.example', '+49 170 1234567', '王小明'])(
    'the name %s is refused',
    (name) => {
      expect(task.input.safeParse({ ...learner, learner_ref: name, task: 'next_exercise' }).success).toBe(false)
    },
  )

  test('a learner without a basis of consent is refused', () => {
    const { consent: _, ...rest } = learner
    expect(task.input.safeParse({ ...rest, task: 'next_exercise' }).success).toBe(false)
  })

  test('a request for confirmation is answered without confirming', () => {
    for (const message of ['is it 9/11?', 'is it 3/11?']) {
      const { output } = tutor({ task: 'hint', item_id: 'frac-add-like-01', message })
      expect(output.reply.intent).toBe('asks_confirmation')
      // The same line for a right guess and a wrong one.
      expect(output.reply).toEqual(
        tutor({ task: 'hint', item_id: 'frac-add-like-01', message: 'is it 5?' }).output.reply,
      )
    }
  })
})
