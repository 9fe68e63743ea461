// Practice: who practises, the next exercise, an answer, a hint.
import { answerPractice } from '@guildhall/domain/practice/answer'
import { hintPractice } from '@guildhall/domain/practice/hint'
import { listPracticeLearners } from '@guildhall/domain/practice/learners'
import { nextPractice } from '@guildhall/domain/practice/next'
import { mutation, query, router } from '../door/trpc.ts'

export const practiceRouter = router({
  learners: query(listPracticeLearners),
  next: mutation(nextPractice),
  answer: mutation(answerPractice),
  hint: mutation(hintPractice),
})
