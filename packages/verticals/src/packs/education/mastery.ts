// Mastery per skill before and after, with its 90 % interval. Skills of the card come from the graph; others are traced by the same arithmetic
// with generic parameters, and say so.
import type { TutorCard } from '@guildhall/contracts/model-card'
import type { Localized } from '../../kit/localized.ts'
import { genericSkill, replay, type SkillParameters } from './bkt.ts'
import { outcomesOf, recencyOf } from './history.ts'
import { masteryInterval } from './interval.ts'
import type { Lesson } from './lesson.ts'
import type { Tutored } from './model.ts'
import type { SkillState } from './next.ts'

/** `n` counts responses, the one of this run included. `source` is generic where the model does not know the skill. */
export type Mastery = {
  skill: string
  /** Null where the collection skills does not have it. */
  title: Localized | null
  p: number
  before: number
  interval_90: [number, number]
  n: number
  source: 'model' | 'generic'
}
type Given = { lesson: Lesson; prediction: Tutored; card: TutorCard }

/** Skills that were practised or are asked about, the exercise's own first, then the most practised; at most `limit`. */
export function masteryOf(given: Given, limit: number): Mastery[] {
  const { lesson } = given
  const own = lesson.exercise?.skills ?? []
  const counts = new Map<string, number>()
  for (const one of lesson.responses) counts.set(one.skill, (counts.get(one.skill) ?? 0) + 1)
  const practised = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([skill]) => skill)
  return [...new Set([...own, ...practised])].slice(0, limit).map((skill) => masteryOfSkill(skill, given))
}

function masteryOfSkill(skill: string, { lesson, prediction, card }: Given): Mastery {
  const { parameters, source } = parametersOf(skill, card)
  const earlier = outcomesOf(lesson.responses, skill)
  const outcomes = lesson.answered?.skill === skill ? [...earlier, lesson.answered.isRight] : earlier
  const before = prediction.before.get(skill) ?? replay(earlier, parameters)
  const p = prediction.after.get(skill) ?? replay(outcomes, parameters)
  const title = lesson.skills.find((one) => one.id === skill)?.title ?? null
  const interval = masteryInterval(outcomes, parameters, p)
  return { skill, title, p, before, interval_90: interval, n: outcomes.length, source }
}

function parametersOf(skill: string, card: TutorCard): { parameters: SkillParameters; source: Mastery['source'] } {
  const known = card.skills.find((one) => one.name === skill)
  if (known) return { parameters: known, source: 'model' }
  return { parameters: card.skills.find((one) => one.name === genericName) ?? genericSkill, source: 'generic' }
}

/** The name under which a card may bring parameters for skills it does not know. */
export const genericName = '*'

/** The states of every skill of the course, for choosing. The response of this run counts. */
export function statesOf({ lesson, prediction, card }: Given): Map<string, SkillState> {
  const responses = lesson.answered ? [...lesson.responses, lesson.answered] : lesson.responses
  const skills = new Set([...lesson.candidates.map((one) => one.skill), ...lesson.skills.map((one) => one.id)])
  return new Map(
    [...skills].map((skill) => {
      const { parameters } = parametersOf(skill, card)
      const mastery = prediction.after.get(skill) ?? replay(outcomesOf(responses, skill), parameters)
      return [skill, { mastery, parameters, ...recencyOf(responses, skill) }]
    }),
  )
}
