// From a lesson and the champion's word to the next exercise: states of the skills, the course as candidates, and what the champion expects.
import type { TutorCard } from '@guildhall/contracts/model-card'
import type { Probed } from '../../kit/vertical.ts'
import type { TutorContent } from './content.ts'
import type { TutorInput } from './input.ts'
import type { Lesson } from './lesson.ts'
import { statesOf } from './mastery.ts'
import type { Tutored } from './model.ts'
import { type Choice, chooseNext, type NextArgs, shortlist } from './next.ts'

type Given = { input: TutorInput; content: TutorContent; card: TutorCard; features: Lesson; prediction: Tutored }

/** Rows asked of the champion per choice. */
const maxAsked = 24

/** The champion's own probability counts where its family reads more than mastery; BKT's is worked out with the exercise's difficulty. */
export function probesOfCourse(given: Given): TutorInput[] {
  const { input, card } = given
  if (input.task !== 'next_exercise' || card.chosen === 'bkt') return []
  const known = new Set(card.skills.map((skill) => skill.name))
  return shortlist(argsOf(given), maxAsked)
    .filter((one) => known.has(one.skill))
    .map((one) => ({ ...input, item_id: one.item, exercise: null, response: null, message: null }))
}

export function chosenOf(given: Given, probed: readonly Probed<TutorInput, Lesson, Tutored>[]): Choice | null {
  const expected = new Map(probed.map((one) => [one.input.item_id ?? '', one.prediction.probability]))
  return chooseNext({ ...argsOf(given), expected })
}

function argsOf({ input, content, card, features: lesson, prediction }: Given): NextArgs {
  const { band, outside_band: outsideBand, mastered, prerequisite, rest, order } = content
  const practised = [...lesson.responses, ...(lesson.answered ? [lesson.answered] : [])].reverse()
  return {
    candidates: lesson.candidates.filter((one) => one.item !== input.item_id),
    states: statesOf({ lesson, prediction, card }),
    prerequisites: new Map(lesson.skills.map((skill) => [skill.id, skill.prerequisites])),
    practised,
    policy: { band, outsideBand, mastered, prerequisite, rest, order },
    nowMs: lesson.nowMs,
    seed: lesson.seed,
  }
}
