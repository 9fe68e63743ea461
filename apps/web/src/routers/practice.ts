// Practice: the next exercise, an answer, a hint.
import { answerPractice } from '@guildhall/domain/practice/answer'
import { hintPractice } from '@guildhall/domain/practice/hint'
import { nextPractice } from '@guildhall/domain/practice/next'
import { mutation, router } from '../door/trpc.ts'

export const practiceRouter = router({
  next: mutation(nextPractice),
  answer: mutation(answerPractice),
  hint: mutation(hintPractice),
})
