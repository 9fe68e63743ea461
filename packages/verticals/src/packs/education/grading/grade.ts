// Grades one answer, the same way every time: cleans it, bounds it, and hands it to the grader of its type. It never throws and never runs long.
import type { Localized } from '../../../kit/localized.ts'
import { gradeAlgebraic } from './algebraic.ts'
import { gradeChoice } from './choice.ts'
import type { AnswerType, Exercise } from './exercise.ts'
import { gradeNumeric, type Marked } from './numeric.ts'
import { plainText } from './plain.ts'
import { isRefusal, type Refusal, refusal } from './refusal.ts'
import { type Remark, remarkOf } from './remark.ts'
import { gradeWording } from './wording.ts'

/** `score` is 0..1; only a full one is correct. A refusal is no attempt: it has score 0 and says what to do. */
export type Grading = {
  correct: boolean
  score: number
  method: AnswerType
  normalized: string | null
  refusal: { code: string; message: Localized } | null
  /** What an answer of partial credit lacks. */
  remark: Remark | null
}

/** Longer answers are refused; the longest right one of a school course is far below. */
export const maxAnswerChars = 200

export function gradeResponse(exercise: Exercise, raw: string): Grading {
  const method = exercise.answer_type
  const marked = markOf(exercise, raw)
  if (isRefusal(marked)) return { correct: false, score: 0, method, normalized: null, refusal: marked, remark: null }
  const { share, normalized, remark } = marked
  return { correct: share === 1, score: share, method, normalized, refusal: null, remark: remarkOf(remark) }
}

function markOf(exercise: Exercise, raw: string): Marked | Refusal {
  const text = cleanAnswer(raw)
  if (typeof text !== 'string') return text
  if (exercise.answer_type === 'numeric') return gradeNumeric(exercise, text)
  if (exercise.answer_type === 'expression') return gradeAlgebraic(exercise, text)
  return exercise.answer_type === 'choice' ? gradeChoice(exercise, text) : gradeWording(exercise, text)
}

/** The answer in plain characters, or why it cannot be graded. */
export function cleanAnswer(raw: string): string | Refusal {
  if (raw.length > maxAnswerChars) return refusal('too_long')
  const { text } = plainText(raw)
  if (text.length > 2 * maxAnswerChars) return refusal('too_long')
  const trimmed = text.replace(/\s+/g, ' ').trim()
  return trimmed === '' ? refusal('empty') : trimmed
}

/** What makes an exercise impossible to grade, for the import and for teachers; null when all is well. */
export function exerciseFault(exercise: Exercise): string | null {
  const { correct, refusal: why, remark } = gradeResponse(exercise, keyAsAnswer(exercise))
  if (correct) return null
  return why
    ? why.message.en
    : `the answer key is not graded as right: ${remark?.message.en ?? 'it means something else'}`
}

function keyAsAnswer({ answer_key, unit, answer_type }: Exercise): string {
  return answer_type === 'numeric' && unit && !answer_key.trim().endsWith(unit) ? `${answer_key} ${unit}` : answer_key
}
