// How long hostile answers take to grade: the slowest of many, not a mean, because one pupil's answer must not hold up a worker.
import type { AnswerType, Exercise } from '@guildhall/verticals/packs/education/grading/exercise'
import { gradeResponse } from '@guildhall/verticals/packs/education/grading/grade'
import { explainWrong } from '@guildhall/verticals/packs/education/grading/misconceptions'
import { nastyAnswers } from '@guildhall/verticals/packs/education/grading/nasty'

const keys: Record<AnswerType, string> = { numeric: '3/4', expression: '3x + 12', choice: 'b', text: 'equivalent' }
const both = (text: string) => ({ en: text, 'zh-CN': text })

type Spent = {
  type: AnswerType
  answers: number
  crashes: number
  refused: number
  meanMs: number
  slowestMs: number
  over50Ms: number
}

/** Each answer is graded and explained; one that seems slow is done twice more and counts with its best time, for the machine pauses too. */
export function benchGrading(count: number): Spent[] {
  return (['numeric', 'expression', 'choice', 'text'] as const).map((type) => {
    const exercise = exerciseOf(type)
    for (const raw of nastyAnswers(500, 1)) gradeResponse(exercise, raw)
    const spent: Spent = { type, answers: count, crashes: 0, refused: 0, meanMs: 0, slowestMs: 0, over50Ms: 0 }
    for (const raw of nastyAnswers(count, 20_261_124)) spend(exercise, raw, spent)
    return { ...spent, meanMs: spent.meanMs / count }
  })
}

const seemsSlowMs = 10

function spend(exercise: Exercise, raw: string, spent: Spent): void {
  const first = timed(exercise, raw, spent)
  const tookMs = first < seemsSlowMs ? first : Math.min(first, timed(exercise, raw, spent), timed(exercise, raw, spent))
  spent.refused += gradeResponse(exercise, raw).refusal ? 1 : 0
  spent.meanMs += tookMs
  spent.slowestMs = Math.max(spent.slowestMs, tookMs)
  spent.over50Ms += tookMs > 50 ? 1 : 0
}

function timed(exercise: Exercise, raw: string, spent: Spent): number {
  const startedAt = performance.now()
  try {
    gradeResponse(exercise, raw)
    explainWrong(exercise, raw)
  } catch {
    spent.crashes += 1
  }
  return performance.now() - startedAt
}

function exerciseOf(answer_type: AnswerType): Exercise {
  return {
    id: 'bench',
    stem: both('1/4 + 1/2, 3(x + 4)'),
    answer_key: keys[answer_type],
    answer_type,
    skills: [],
    hints: [],
    misconceptions: [{ id: 'm', pattern: '= s1 + s2 ;; ~ key * 2 ;; /^\\d+$/', label: both('m') }],
    choices: [
      { id: 'a', text: both('1/2') },
      { id: 'b', text: both('2/3') },
    ],
  }
}
