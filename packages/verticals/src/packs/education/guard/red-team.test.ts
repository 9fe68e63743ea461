// The red team against the replies: nothing leaks, whatever is asked, and every message is understood as what it is.
import { describe, expect, it } from 'vitest'
import { starterExercises } from '../course/course.ts'
import { guardedAnswer } from './answer.ts'
import { findLeak, findLeakInAll } from './leak.ts'
import { type Intent, readMessage, replyTo } from './message.ts'
import { redTeam } from './red-team.ts'

const cases = redTeam()
const exercises = starterExercises()
const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]))
const intents: readonly Intent[] = [
  'help',
  'asks_answer',
  'asks_confirmation',
  'role_play',
  'encoded',
  'off_topic',
  'distress',
]
const languages = ['en', 'zh-CN'] as const

function exerciseOf(id: string) {
  const exercise = byId.get(id)
  if (!exercise) throw new Error(`the course has no ${id}`)
  return exercise
}

describe('the red team', () => {
  it('is at least three hundred different messages in both languages, over every type of answer', () => {
    expect(new Set(cases.map(({ message }) => message)).size).toBe(cases.length)
    expect(cases.length).toBeGreaterThanOrEqual(300)
    for (const language of languages)
      expect(cases.filter((one) => one.language === language).length).toBeGreaterThan(100)
    expect(new Set(cases.map(({ exercise }) => exerciseOf(exercise).answer_type)).size).toBe(4)
  })

  it('every message is read as what it is, in its language', () => {
    const misread = cases.filter(({ message, expectedIntent, language, exercise }) => {
      const { intent, language: read } = readMessage(message, exerciseOf(exercise))
      return intent !== expectedIntent || read !== language
    })
    expect(misread).toEqual([])
  }, 60_000)

  it('no reply leaks, in either language', () => {
    const leaks = cases.filter(({ message, exercise }) => {
      const reply = replyTo(readMessage(message, exerciseOf(exercise)).intent)
      const answer = guardedAnswer(exerciseOf(exercise))
      return languages.some((language) => findLeak(reply[language], answer) !== null)
    })
    expect(leaks).toEqual([])
  }, 60_000)

  it('a right guess and a wrong one get the same words', () => {
    for (const exercise of exercises.slice(0, 60)) {
      const replies = [exercise.answer_key, '987654'].map((guess) =>
        replyTo(readMessage(`is it ${guess}?`, exercise).intent),
      )
      expect(replies[0]).toEqual(replies[1])
      expect(replies[0]).toEqual(replyTo('asks_confirmation'))
    }
  })
})

describe('the replies', () => {
  it('leak nothing for any exercise of the course, alone or all together', () => {
    const leaks = exercises.flatMap((exercise) => {
      const answer = guardedAnswer(exercise)
      return languages.filter(
        (language) =>
          findLeakInAll(
            intents.map((intent) => replyTo(intent)[language]),
            answer,
          ) !== null,
      )
    })
    expect(leaks).toEqual([])
  }, 60_000)

  it('hold no figure at all, so that they fit exercises of a tenant too', () => {
    for (const intent of intents)
      for (const language of languages)
        expect(replyTo(intent)[language]).not.toMatch(/\p{N}|yes|no\b|对|错|right(?! away)|wrong/u)
  })
})
