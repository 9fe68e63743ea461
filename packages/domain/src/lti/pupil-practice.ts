// The practice verbs as a pupil from a launch may use them: whatever a page sends of learner, template or skills is replaced by what the link says.
import type { PracticeAnswer, PracticeExercise, PracticeHint } from '@guildhall/contracts/practice'
import { answerPractice } from '../practice/answer.ts'
import { hintPractice } from '../practice/hint.ts'
import { nextPractice } from '../practice/next.ts'
import type { Pupil } from './pupil.ts'

export const nextAsPupil = (pupil: Pupil, raw: unknown): Promise<PracticeExercise> =>
  nextPractice.call(pupil.actor, { ...own(pupil, raw), ...(pupil.skills.length > 0 ? { skills: pupil.skills } : {}) })

export const answerAsPupil = (pupil: Pupil, raw: unknown): Promise<PracticeAnswer> =>
  answerPractice.call(pupil.actor, own(pupil, raw))

export const hintAsPupil = (pupil: Pupil, raw: unknown): Promise<PracticeHint> =>
  hintPractice.call(pupil.actor, own(pupil, raw))

function own({ learner, template }: Pupil, raw: unknown): Record<string, unknown> {
  const { skills: _, ...rest } = Object(raw)
  return { ...rest, learner, template }
}
