// How the tutor teaches: mastery, the next exercise, and words that a pupil of the grade can read.
import { modelCardSchema, tutorCard } from '@guildhall/contracts/model-card'
import { describe, expect, test } from 'vitest'
import { languages } from '../../kit/localized.ts'
import { verifyNote } from '../../kit/verify.ts'
import { starterExercises } from './course/course.ts'
import type { Lesson } from './lesson.ts'
import { readingGrade } from './reading.ts'
import { samples } from './samples.ts'
import { example, learner, replayed, run, task, tryTutor } from './try-tutor.ts'

const course = starterExercises()

/** Every note must pass verification, whatever is tested. */
function tutor(...asked: Parameters<typeof tryTutor>) {
  const composed = tryTutor(...asked)
  expect(verifyNote(composed, languages).problems).toEqual([])
  return { output: Object(composed.output), note: composed.text.en?.sections ?? [] }
}

const foreign = () => ({
  id: 'own-1',
  stem: { en: 'Add 1/4 and 1/2.', 'zh-CN': '计算 1/4 加 1/2。' },
  answer_key: '3/4',
  answer_type: 'numeric',
  skills: ['a-skill-of-ours'],
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
    const given = { input, content, card, features: lesson, prediction: replayed(lesson) }
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
