// Practice: who practises, the next exercise, an answer, a hint.
import { answerAsPupil, hintAsPupil, nextAsPupil } from '@guildhall/domain/lti/pupil-practice'
import { answerPractice } from '@guildhall/domain/practice/answer'
import { hintPractice } from '@guildhall/domain/practice/hint'
import { listPracticeLearners } from '@guildhall/domain/practice/learners'
import { nextPractice } from '@guildhall/domain/practice/next'
import { practiceMutation, query, router } from '../door/trpc.ts'

export const practiceRouter = router({
  learners: query(listPracticeLearners),
  next: practiceMutation(nextPractice, nextAsPupil),
  answer: practiceMutation(answerPractice, answerAsPupil),
  hint: practiceMutation(hintPractice, hintAsPupil),
})
