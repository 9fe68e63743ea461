// The guard over the starter course: every hint and parallel example passes, and the answer put into them by rule does not.
import { describe, expect, it } from 'vitest'
import { starterExercises } from '../course/course.ts'
import { parallelExample } from '../course/parallel.ts'
import { guardedAnswer } from './answer.ts'
import { findLeak, findLeakInAll } from './leak.ts'
import { mutationsOf } from './mutations.ts'

const exercises = starterExercises()
const languages = ['en', 'zh-CN'] as const

describe('the starter course', () => {
  it('no hint below level 4 gives its answer away, alone or together', () => {
    const leaks = exercises.flatMap((exercise) => {
      const answer = guardedAnswer(exercise)
      return languages.flatMap((language) => {
        const texts = exercise.hints.filter(({ level }) => level < 4).map(({ text }) => text[language])
        const leak = findLeakInAll(texts, answer)
        return leak ? [{ id: exercise.id, language, ...leak }] : []
      })
    })
    expect(leaks).toEqual([])
  }, 60_000)

  it('no line of a parallel example gives the answer of its exercise away', () => {
    const leaks = exercises.flatMap((exercise) => {
      const answer = guardedAnswer(exercise)
      const lines = parallelExample({ exercise, seed: 5 })?.lines ?? []
      return lines.flatMap((line) =>
        languages.map((language) => ({
          id: exercise.id,
          text: line[language],
          leak: findLeak(line[language], answer),
        })),
      )
    })
    expect(leaks.filter(({ leak }) => leak !== null)).toEqual([])
  }, 60_000)

  // Every form for every exercise, in one of its hints; `npm run bench guard` does all hints.
  it('the answer put into a hint by rule is caught in every form', () => {
    const missed = exercises.flatMap((exercise, i) => {
      const answer = guardedAnswer(exercise)
      const texts = exercise.hints.flatMap(({ text }) => [text.en, text['zh-CN']])
      const hint = texts[i % texts.length] ?? ''
      return mutationsOf(exercise, answer)
        .filter(({ texts: added }) => findLeakInAll([hint, ...added], answer) === null)
        .map(({ form, texts: added }) => ({ id: exercise.id, form, added }))
    })
    expect(missed).toEqual([])
  }, 60_000)
})
