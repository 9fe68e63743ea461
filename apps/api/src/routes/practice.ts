// Practice: who practises, the next exercise, an answer, a hint. Each of the last three is a run that the caller waits for.
import { answerPractice } from '@guildhall/domain/practice/answer'
import { hintPractice } from '@guildhall/domain/practice/hint'
import { listPracticeLearners } from '@guildhall/domain/practice/learners'
import { nextPractice } from '@guildhall/domain/practice/next'
import { defineRoute } from '../door/rest.ts'

const post = { method: 'POST', status: 200 } as const

export const practiceRoutes = [
  defineRoute({
    method: 'GET',
    status: 200,
    path: '/v1/practice/learners',
    summary: 'Who may practise: pseudonyms and their class',
    verb: listPracticeLearners,
  }),
  defineRoute({ ...post, path: '/v1/practice/next', summary: 'The next exercise for a learner', verb: nextPractice }),
  defineRoute({ ...post, path: '/v1/practice/answer', summary: 'Grade and keep an answer', verb: answerPractice }),
  defineRoute({ ...post, path: '/v1/practice/hint', summary: 'A hint, one rung further', verb: hintPractice }),
]
