// The starter course, exercise by exercise: what its key, its hints, its misconceptions and its stories promise.
import { describe, expect, test } from 'vitest'
import { languages } from '../../../kit/localized.ts'
import { exercises as exerciseCollection, skills as skillCollection } from '../collections.ts'
import { exerciseFault, gradeResponse } from '../grading/grade.ts'
import { explainWrong } from '../grading/misconceptions.ts'
import { guardedAnswer } from '../guard/answer.ts'
import { findLeakInAll } from '../guard/leak.ts'
import { answerText } from './answer.ts'
import { starterExercises, starterSeeds, variantOf } from './course.ts'
import { families } from './families.ts'
import { draftOf } from './family.ts'
import { figuresIn, formsOfKey, statesAny } from './figures.ts'
import { checkExerciseSkills, checkSkillGraph } from './skill-graph.ts'
import { starterSkills } from './skills.ts'

const course = starterExercises()
const skills = starterSkills()
const named = course.map((exercise) => ({ name: exercise.id, exercise }))

test('at least 120 exercises of every type over 12 to 16 skills, each known by its own id and stem', () => {
  const table = skills.map(({ id }) => {
    const own = course.filter((exercise) => exercise.skills.includes(id))
    const of = (type: string) => own.filter((exercise) => exercise.answer_type === type).length
    return {
      skill: id,
      all: own.length,
      numeric: of('numeric'),
      expression: of('expression'),
      choice: of('choice'),
      text: of('text'),
    }
  })
  expect(course.length).toBeGreaterThanOrEqual(120)
  expect(skills.length).toBeGreaterThanOrEqual(12)
  expect(skills.length).toBeLessThanOrEqual(16)
  for (const row of table) expect(row.all, row.skill).toBeGreaterThanOrEqual(4)
  for (const type of ['numeric', 'expression', 'choice', 'text'])
    expect(course.filter((exercise) => exercise.answer_type === type).length, type).toBeGreaterThanOrEqual(8)
  expect(new Set(course.map((exercise) => exercise.id)).size).toBe(course.length)
  expect(new Set(course.map((exercise) => exercise.stem.en)).size).toBe(course.length)
})

test('skills make a graph that can be taught, and every exercise trains skills that exist', () => {
  expect(checkSkillGraph(skills)).toEqual([])
  expect(checkExerciseSkills(course, skills)).toEqual([])
})

test('records fit their collections as they are', () => {
  for (const exercise of course) expect(exerciseCollection.schema.parse(exercise)).toEqual(exercise)
  for (const skill of skills) expect(skillCollection.schema.parse(skill)).toEqual(skill)
})

describe.each(named)('$name', ({ exercise }) => {
  test('its key is graded as right', () => {
    expect(exerciseFault(exercise)).toBeNull()
    for (const other of exercise.accepts ?? []) expect(gradeResponse(exercise, other).correct, other).toBe(true)
  })

  test('hints at levels 0 to 2 in both languages, without a figure and without the answer', () => {
    expect(exercise.hints.map((hint) => hint.level)).toEqual([0, 1, 2])
    const [forms, guarded] = [formsOfKey(exercise), guardedAnswer(exercise)]
    for (const language of languages) {
      const texts = exercise.hints.map((hint) => hint.text[language])
      for (const text of texts) {
        expect(figuresIn(text)).toEqual([])
        expect(statesAny(text, forms), text).toBe(false)
      }
      expect(findLeakInAll(texts, guarded)).toBeNull()
    }
    expect(new Set(exercise.hints.map((hint) => hint.text.en)).size).toBe(3)
  })

  test('both languages state the same figures', () => {
    const texts = [
      exercise.stem,
      ...exercise.hints.map((hint) => hint.text),
      ...(exercise.choices ?? []).map((choice) => choice.text),
    ]
    for (const text of texts) expect(figuresIn(text['zh-CN']).toSorted()).toEqual(figuresIn(text.en).toSorted())
  })
})

describe.each(families.map((family) => ({ name: family.id, family })))('$name', ({ family }) => {
  test('a wrong answer of each misconception is graded wrong and explained by it', () => {
    for (const seed of starterSeeds(family)) {
      const exercise = variantOf(family.id, seed)
      if (!exercise) throw new Error('no such family')
      const { wrong } = draftOf(family, seed)
      expect(wrong.length).toBeGreaterThanOrEqual(1)
      for (const { id, answer } of wrong) {
        const text = answerText(answer) + (exercise.unit ? ` ${exercise.unit}` : '')
        expect(gradeResponse(exercise, text), `${id}: ${text}`).toMatchObject({ correct: false, score: 0 })
        expect(explainWrong(exercise, text)[0]?.id, `${exercise.stem.en} ${id}: ${text}`).toBe(id)
      }
    }
  })

  test('the same seed is the same exercise, and a hundred seeds make at least thirty', () => {
    expect(variantOf(family.id, 7)).toEqual(variantOf(family.id, 7))
    const stems = new Set(Array.from({ length: 100 }, (_, seed) => variantOf(family.id, seed + 1)?.stem.en))
    expect(stems.size).toBeGreaterThanOrEqual(30)
  })
})
