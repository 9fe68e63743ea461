// The templates every new tenant begins with: a patient tutor, practice for an exam, and review by spaced repetition.
import type { Starter } from '../../kit/vertical.ts'
import type { TutorContent } from './content.ts'
import { defaultPhrases } from './phrases.ts'

const tutor: TutorContent = {
  band: { low: 0.7, high: 0.85 },
  outside_band: 0.3,
  order: 'gain',
  mastered: 0.85,
  prerequisite: 0.6,
  rest: 10,
  max_hint_level: 4,
  bottom_out: 'teacher_only',
  bottom_out_after: 3,
  max_attempts_per_day: 100,
  reading_grade: null,
  phrases: defaultPhrases,
}

export const starters: readonly [Starter, ...Starter[]] = [
  { slug: 'maths-tutor', title: { en: 'Maths tutor', 'zh-CN': '数学辅导' }, content: tutor },
  {
    slug: 'exam-practice',
    title: { en: 'Exam practice', 'zh-CN': '考前练习' },
    content: { ...tutor, band: { low: 0.6, high: 0.8 }, max_hint_level: 1, bottom_out: 'never' },
  },
  {
    slug: 'review-tutor',
    title: { en: 'Review tutor', 'zh-CN': '复习辅导' },
    content: { ...tutor, order: 'reviews_first', band: { low: 0.75, high: 0.95 }, rest: 20 },
  },
]
