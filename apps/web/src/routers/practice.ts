// Practice: the next exercise, an answer, a hint.
import { answerAsPupil, hintAsPupil, nextAsPupil } from '@guildhall/domain/lti/pupil-practice'
import { answerPractice } from '@guildhall/domain/practice/answer'
import { hintPractice } from '@guildhall/domain/practice/hint'
import { nextPractice } from '@guildhall/domain/practice/next'
import { practiceMutation, router } from '../door/trpc.ts'

export const practiceRouter = router({
  next: practiceMutation(nextPractice, nextAsPupil),
  answer: practiceMutation(answerPractice, answerAsPupil),
  hint: practiceMutation(hintPractice, hintAsPupil),
})
