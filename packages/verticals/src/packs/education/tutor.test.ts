// What the tutor says, task by task: what it may not tell, what it keeps for itself, and how it reads.
import { modelCardSchema, tutorCard } from '@guildhall/contracts/model-card'
import { describe, expect, test } from 'vitest'
import { languages } from '../../kit/localized.ts'
import { verifyNote } from '../../kit/verify.ts'
import type { TenantRecords } from '../../kit/vertical.ts'
import { replay } from './bkt.ts'
import { starterExercises } from './course/course.ts'
import { examples } from './example.ts'
import { guardedAnswer } from './guard/answer.ts'
import { findLeakInAll } from './guard/leak.ts'
import { outcomesOf } from './history.ts'
import type { Lesson } from './lesson.ts'
import { education } from './pack.ts'
import { defaultPhrases } from './phrases.ts'
import { readingGrade } from './reading.ts'
import { samples } from './samples.ts'
import { sealWords } from './seal.ts'

const [task] = education.tasks
const example = examples.tutor
if (!task || !example) throw new Error('the pack has no tutor')
const course = starterExercises()
const run = { id: 'run_test', seed: 42, asOf: '2026-11-02T08:00:00.000Z' }
const learner = { learner_ref: 'L-0193', consent: { basis: 'school' }, grade: 6 }

type Asked = { starter?: string; content?: Record<string, unknown>; records?: TenantRecords }

/** As the worker does it, with mastery replayed in place of the graph. */
function tutor(raw: Record<string, unknown>, { starter, content: more, records }: Asked = {}) {
  if (!task || !example) throw new Error('the pack has no tutor')
  const found = task.starters.find((one) => one.slug === starter) ?? task.starters[0]
  const content = task.content.parse({ ...found.content, ...more })
  const input = task.input.parse({ ...learner, ...raw })
  const own = records ?? example.records
  const lesson = task.features({ input, content, records: own, asOf: run.asOf, run })
  const prediction = replayed(lesson as Lesson)
  const given = { input, content, card: example.card, features: lesson, prediction, languages }
  const composed = task.compose({ ...given, records: {}, probed: [], run })
  expect(verifyNote(composed, languages).problems).toEqual([])
  return { output: Object(composed.output), note: composed.text.en?.sections ?? [] }
}

function replayed(lesson: Lesson) {
  const { skills } = tutorCard(modelCardSchema.parse(example?.card))
  const after = lesson.answered ? [...lesson.responses, lesson.answered] : lesson.responses
  const by = (of: Lesson['responses']) =>
    new Map(skills.map((skill) => [skill.name, replay(outcomesOf(of, skill.name), skill)]))
  return { before: by(lesson.responses), after: by(after), probability: 0.5 }
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
    expect(output.misconceptions[0].id).toBe('upside-down')
    expect(Object.values(output.feedback.text).join()).not.toContain('3/4')
    expect(output.safety.answer_leak).toBe(false)
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

describe('mastery', () => {
  test('a skill nobody knows is traced with generic parameters, and says so', () => {
    const { output } = tutor({ task: 'grade_response', exercise: foreign(), response: { raw: '3/4' } })
    expect(output.mastery[0]).toMatchObject({ skill: 'a-skill-of-ours', source: 'generic', n: 1 })
    expect(output.mastery[0].p).toBeGreaterThan(output.mastery[0].before)
  })

  test('an answer that cannot be read is no attempt', () => {
    const { output } = tutor({ task: 'grade_response', item_id: 'frac-add-like-01', response: { raw: '((((' } })
    expect(output.grading.refusal.code).toEqual(expect.any(String))
    expect(output.attempt).toBe(null)
    expect(output.mastery[0].p).toBe(output.mastery[0].before)
    expect(output.feedback.text).toEqual(output.grading.refusal.message)
  })

  test('responses whose skill nobody knows are counted in the note', () => {
    const history = [{ item_id: 'gone', correct: true, ts: '2026-10-20T08:00:00Z' }]
    const { note } = tutor({ task: 'hint', item_id: 'frac-add-like-01', history })
    expect(JSON.stringify(note)).toContain('set aside')
  })
})

describe('the next exercise', () => {
  test('comes from candidates of the caller too', () => {
    const candidates = [
      { item_id: 'mine-1', skill: 'frac-meaning' },
      { item_id: 'mine-2', skill: 'frac-meaning' },
    ]
    const { output } = tutor({ task: 'next_exercise', item_id: 'mine-1', candidates }, { records: {} })
    expect(output.next_exercise).toMatchObject({ item_id: 'mine-2', stem: null, why: { code: 'learning_gain' } })
  })

  test('a champion that reads more than mastery is asked about the best exercises, and its word decides', () => {
    const content = task.content.parse(task.starters[0].content)
    const input = task.input.parse({ ...learner, task: 'next_exercise' })
    const card = { ...tutorCard(modelCardSchema.parse(example.card)), chosen: 'logistic' as const }
    const lesson = task.features({ input, content, records: example.records, asOf: run.asOf, run })
    const given = { input, content, card, features: lesson, prediction: replayed(lesson as Lesson) }
    const probes = task.probes(given)
    expect(probes.length).toBeGreaterThan(5)
    expect(probes.length).toBeLessThanOrEqual(24)
    // Each probe is a request of its own for the same model.
    const probed = probes.map((one) => {
      const features = task.features({ input: one, content, records: example.records, asOf: run.asOf, run })
      const { asked } = features as Lesson
      expect(asked).toEqual({ item: Object(one).item_id, skill: expect.stringMatching(/-/) })
      return { input: one, features, prediction: { ...given.prediction, probability: 0.77 } }
    })
    const { output } = task.compose({ ...given, records: {}, probed, run, languages })
    expect(Object(output.next_exercise)).toMatchObject({ expected_p_correct: 0.77, in_band: true })
    const bkt = task.probes({ ...given, card: example.card })
    expect(bkt).toEqual([])
  })

  test('from an empty course is refused with what to do', () => {
    expect(() => tutor({ task: 'next_exercise' }, { records: {} })).toThrow(/nothing to choose from/)
  })

  test('a mastered skill that is due comes first for the review tutor', () => {
    const history = ['1', '2', '3', '4', '5', '6'].map((at) => ({
      item_id: 'frac-rest-01',
      skill: 'frac-meaning',
      correct: true,
      ts: `2026-05-0${at}T08:00:00Z`,
    }))
    history.push({ item_id: 'expr-like-01', skill: 'expr-simplify', correct: false, ts: '2026-05-08T08:00:00Z' })
    const { output } = tutor({ task: 'next_exercise', history }, { starter: 'review-tutor' })
    expect(output.next_exercise).toMatchObject({ skill: 'frac-meaning', why: { code: 'due_review' } })
  })
})

describe('how it reads', () => {
  const answers: Record<string, Record<string, unknown>> = {
    right: { item_id: 'frac-add-like-01', response: { raw: '9/11' } },
    partial: { item_id: 'frac-simplest-01', response: { raw: unreduced() } },
    wrong: { item_id: 'frac-add-like-01', response: { raw: '5' } },
  }

  function unreduced(): string {
    const [top = 0, bottom = 0] = (course.find((one) => one.id === 'frac-simplest-01')?.answer_key ?? '')
      .split('/')
      .map(Number)
    return `${2 * top}/${2 * bottom}`
  }

  test('feedback for a right and a wrong answer is within a grade of the pupil’s, years 1 to 9, both languages', () => {
    const off: string[] = []
    for (const name of ['right', 'wrong'])
      for (let grade = 1; grade <= 9; grade++) {
        const { reading_level: level } = tutor({ task: 'feedback', grade, ...answers[name] }).output.feedback
        for (const language of languages) if (!level[language].is_within_one) off.push(`${name} ${grade} ${language}`)
      }
    expect(off).toEqual([])
  })

  test('partial credit says what is missing, as near to the grade as its remark allows', () => {
    const { output } = tutor({ task: 'feedback', grade: 4, ...answers.partial })
    expect(output.grading).toMatchObject({ correct: false })
    expect(output.grading.score).toBeGreaterThan(0)
    expect(output.feedback.text.en).toContain(output.grading.remark.message.en)
  })

  test('longer sentences and longer words read harder, in either language', () => {
    expect(readingGrade('Look at it. Try again.', 'en')).toBeLessThan(
      readingGrade('Reconsider every intermediate calculation before continuing.', 'en'),
    )
    expect(readingGrade('再看看。再想想。', 'zh-CN')).toBeLessThan(
      readingGrade('请依据题设条件重新审视推导过程并予以修正。', 'zh-CN'),
    )
    expect([readingGrade('', 'en'), readingGrade('1 + 2', 'zh-CN')]).toEqual([0, 0])
  })
})

test('the samples say what they show', () => {
  const outputs = new Map(
    samples.map((one) => [one.slug, tutor(one.input, one.template ? { starter: one.template } : {}).output]),
  )
  expect(outputs.get('wrong-answer').misconceptions[0].id).toBe('added-across')
  expect(outputs.get('feedback').grading.correct).toBe(true)
  expect(outputs.get('worked-example').hint.source).toBe('worked_example')
})
