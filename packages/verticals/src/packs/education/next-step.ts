// What a teacher might do next, by rule: talk about a misconception, go back to a weak prerequisite, practise, or move on.
import type { TutorContent } from './content.ts'
import type { Explanation } from './grading/misconceptions.ts'
import type { Lesson } from './lesson.ts'
import type { Mastery } from './mastery.ts'

export type NextStep = { kind: 'talk' | 'prerequisite' | 'practise' | 'review'; skill: string }
type Given = {
  lesson: Lesson
  mastery: readonly Mastery[]
  misconception: Explanation | null
  content: TutorContent
}

/** About the exercise's skill; without an exercise, about the weakest that was practised. Null where nothing was practised. */
export function nextStepOf({ lesson, mastery, misconception, content }: Given): NextStep | null {
  const weakest = mastery.reduce<Mastery | null>((low, one) => (low === null || one.p < low.p ? one : low), null)
  const skill = lesson.exercise?.skills[0] ?? weakest?.skill
  if (skill === undefined) return null
  const own = mastery.find((one) => one.skill === skill)
  if (misconception) return { kind: 'talk', skill }
  if (own && own.p >= content.mastered) return { kind: 'review', skill }
  const needed = lesson.skills.find((one) => one.id === skill)?.prerequisites ?? []
  const weak = mastery.find((one) => needed.includes(one.skill) && one.p < content.prerequisite)
  return weak ? { kind: 'prerequisite', skill: weak.skill } : { kind: 'practise', skill }
}
