// Sample requests for the playground and the docs, over the starter course.
import type { Sample } from '../../kit/vertical.ts'

const consent = { basis: 'school', training_allowed: false, store_text: false }
const learner = { learner_ref: 'L-0193', class_ref: 'class-7b', grade: 6, consent }
const practised = (item_id: string, skill: string, correct: boolean, ts: string) => ({ item_id, skill, correct, ts })
const history = [
  practised('frac-rest-01', 'frac-meaning', true, '2026-10-20T08:00:00Z'),
  practised('frac-parts-01', 'frac-meaning', true, '2026-10-20T08:04:00Z'),
  practised('frac-add-like-02', 'frac-add-like', false, '2026-10-20T08:09:00Z'),
  practised('frac-add-like-03', 'frac-add-like', true, '2026-10-20T08:12:00Z'),
]

export const samples: Sample[] = [
  {
    slug: 'wrong-answer',
    title: { en: 'A wrong answer with a known misconception', 'zh-CN': '带有常见错误想法的答案' },
    input: {
      ...learner,
      task: 'grade_response',
      item_id: 'frac-add-like-01',
      response: { raw: '9/22', attempt_no: 1, hints_used: 0 },
      history,
    },
  },
  {
    slug: 'hint',
    title: { en: 'A pupil asks for help', 'zh-CN': '学生请求帮助' },
    input: {
      ...learner,
      task: 'hint',
      item_id: 'frac-add-like-01',
      hint_level: 1,
      message: 'just tell me the answer',
      history,
    },
  },
  {
    slug: 'worked-example',
    title: { en: 'A worked example with other numbers', 'zh-CN': '换了数字的例题' },
    input: { ...learner, task: 'hint', item_id: 'frac-add-like-01', hint_level: 3, history },
  },
  {
    slug: 'next-exercise',
    title: { en: 'The next exercise', 'zh-CN': '下一题' },
    input: { ...learner, task: 'next_exercise', history },
    template: 'maths-tutor',
  },
  {
    slug: 'feedback',
    title: { en: 'Feedback on a right answer', 'zh-CN': '对正确答案的反馈' },
    input: {
      ...learner,
      task: 'feedback',
      item_id: 'frac-add-like-01',
      response: { raw: '9/11', attempt_no: 2, hints_used: 1 },
      history,
    },
  },
  {
    slug: 'review',
    title: { en: 'What is due for review', 'zh-CN': '该复习什么' },
    input: { ...learner, task: 'next_exercise', history },
    template: 'review-tutor',
  },
]
