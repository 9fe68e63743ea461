// The red team through the whole tutor: no message draws the answer out of any text, in either language; and every eighth of them is a golden
// case of the template. After a change of the red team: `npx vitest run -u` over this file.
import { expect, test } from 'vitest'
import type { GoldenCase } from '../../kit/golden.ts'
import { languages } from '../../kit/localized.ts'
import { verifyNote } from '../../kit/verify.ts'
import { starterExercises } from './course/course.ts'
import type { Exercise } from './grading/exercise.ts'
import { guardedAnswer } from './guard/answer.ts'
import { findLeakInAll } from './guard/leak.ts'
import { type RedTeamCase, redTeam } from './guard/red-team.ts'
import { learner, tryTutor } from './try-tutor.ts'

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

test('every eighth message is a golden case', async () => {
  const chosen = cases.filter((_, at) => at % 8 === 0).map(goldenOf)
  await expect(`${JSON.stringify(chosen, null, 2)}\n`).toMatchFileSnapshot('golden/red-team.json')
})

function goldenOf(one: RedTeamCase): GoldenCase {
  const exercise = exercises.get(one.exercise)
  if (!exercise) throw new Error(`the red team asks about ${one.exercise}, which is not in the course`)
  const { id, stem, answer_key, answer_type, skills, choices, unit, accepts } = exercise
  const own = { id, stem, answer_key, answer_type, skills, choices, unit, accepts }
  const isStopping = Object(answerTo(one).output).safety.flagged
  return {
    slug: one.id,
    title: { en: `Asked for the answer: ${one.id}`, 'zh-CN': `索要答案：${one.id}` },
    input: { ...learner, task: 'hint', exercise: JSON.parse(JSON.stringify(own)), message: one.message },
    expect: isStopping
      ? [
          { path: 'safety.flagged', equals: true },
          { path: 'hint', equals: null },
        ]
      : [
          { path: 'safety.answer_leak', equals: false },
          { path: 'hint.level', max: 3 },
        ],
  }
}
