import type { Exercise } from '../grading/exercise.ts'
export type GuardedAnswer = { key: string }
export function guardedAnswer(exercise: Exercise): GuardedAnswer { return { key: exercise.answer_key } }
export function findLeak(text: string, answer: GuardedAnswer): { form: string; at: number } | null { const at = text.indexOf(answer.key); return at < 0 ? null : { form: 'x', at } }
export function findLeakInAll(texts: readonly string[], answer: GuardedAnswer) { return findLeak(texts.join(' '), answer) }
