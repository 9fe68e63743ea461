// Hostile answers to every type of exercise: each ends in a grade or a refusal that says what to do. How long it takes is measured by `npm run bench grading`.
import { describe, expect, it } from 'vitest'
import type { AnswerType, Exercise } from './exercise.ts'
import { gradeResponse } from './grade.ts'
import { explainWrong } from './misconceptions.ts'
import { nastyAnswers } from './nasty.ts'
import { isRefusal } from './refusal.ts'
import { tokensOf } from './tokens.ts'

const keys: Record<AnswerType, string> = { numeric: '3/4', expression: '3x + 12', choice: 'b', text: 'equivalent' }

function exerciseOf(answer_type: AnswerType): Exercise {
  const both = (text: string) => ({ en: text, 'zh-CN': text })
  const choices = [
    { id: 'a', text: both('1/2') },
    { id: 'b', text: both('2/3') },
  ]
  const misconceptions = [{ id: 'm', pattern: '= s1 + s2 ;; ~ key * 2 ;; /^\\d+$/', label: both('m') }]
  return {
    id: 'x',
    stem: both('1/4 + 1/2, x'),
    answer_key: keys[answer_type],
    answer_type,
    skills: [],
    hints: [],
    misconceptions,
    choices,
  }
}

describe('hostile answers', () => {
  it.each(['numeric', 'expression', 'choice', 'text'] as const)(
    '5,000 to a %s exercise: none crashes, each is graded or refused',
    (type) => {
      const exercise = exerciseOf(type)
      const faults = nastyAnswers(5000, 7).filter((raw) => {
        const { score, refusal, normalized, correct } = gradeResponse(exercise, raw)
        const isAnswered = refusal
          ? refusal.message['zh-CN'].length > 5 && !correct && score === 0
          : typeof normalized === 'string'
        return !isAnswered || !(score >= 0 && score <= 1) || !Array.isArray(explainWrong(exercise, raw))
      })
      expect(faults).toEqual([])
    },
    60_000,
  )

  it('nothing but a short list of tokens, few of them, reaches the library', () => {
    for (const raw of nastyAnswers(5000, 11)) {
      const tokens = tokensOf(raw.slice(0, 400))
      if (isRefusal(tokens)) continue
      expect(tokens.length).toBeLessThanOrEqual(160)
      for (const { text } of tokens)
        expect(text).toMatch(
          /^(?:(?:\d+(?:\.\d+)?|[a-zA-Z]|pi|sqrt|cbrt|abs|ln|log|exp|sin|cos|tan|[-+*/^(),])(?: |$))+$/,
        )
    }
  }, 60_000)
})
