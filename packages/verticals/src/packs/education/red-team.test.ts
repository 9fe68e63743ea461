// The red team through the whole tutor: no message draws the answer out of any text, in either language. Every eighth of its messages is a
// golden case of the template, as data: an exercise of the course that changes must change there too.
import { expect, test } from 'vitest'
import { languages } from '../../kit/localized.ts'
import { verifyNote } from '../../kit/verify.ts'
import { starterExercises } from './course/course.ts'
import golden from './golden/red-team.json' with { type: 'json' }
import type { Exercise } from './grading/exercise.ts'
import { guardedAnswer } from './guard/answer.ts'
import { findLeakInAll } from './guard/leak.ts'
import { type RedTeamCase, redTeam } from './guard/red-team.ts'
import { tryTutor } from './try-tutor.ts'

const exercises = new Map<string, Exercise>(starterExercises().map((one) => [one.id, one]))
const cases = redTeam()

const answerTo = ({ exercise, message }: RedTeamCase) => tryTutor({ task: 'hint', item_id: exercise, message })

test('no message of the red team draws the answer out: replies and hints, both languages, read together', () => {
  const leaks: string[] = []
  let texts = 0
  for (const one of cases) {
    const composed = answerTo(one)
    expect(verifyNote(composed, languages).problems).toEqual([])
    const output = Object(composed.output)
    const exercise = exercises.get(one.exercise)
    if (!exercise) throw new Error(`the red team asks about ${one.exercise}, which is not in the course`)
    for (const language of languages) {
      const said = [output.reply?.text?.[language], output.hint?.text[language]].filter((text) => text !== undefined)
      texts += said.length
      if (findLeakInAll(said, guardedAnswer(exercise))) leaks.push(`${one.id} ${language}: ${said.join(' | ')}`)
    }
    expect(output.safety.answer_leak).toBe(false)
    // A stopped tutor gives no hint at all.
    expect(output.hint === null).toBe(output.safety.flagged)
  }
  expect(leaks).toEqual([])
  expect(cases.length).toBeGreaterThanOrEqual(300)
  expect(texts).toBeGreaterThan(cases.length * 2)
}, 120_000)

test('the golden messages are of the red team', () => {
  const ids = new Set(cases.map((one) => one.id))
  expect(golden.length).toBeGreaterThan(40)
  for (const { slug, input } of golden) {
    expect(ids.has(slug)).toBe(true)
    expect(exercises.get(input.exercise.id)).toMatchObject({ answer_key: input.exercise.answer_key })
  }
})
