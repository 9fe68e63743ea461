// The tutor's tensors. Every lesson is two rows of one graph: the history before the response and with it, so that mastery before and after
// come from the same scan. A skill the card does not know has no place in the graph; mastery.ts traces it with generic parameters.
import { type TutorCard, tutorCard } from '@guildhall/contracts/model-card'
import { realsOf } from '../../kit/tensors.ts'
import type { ModelSpec, Tensors } from '../../kit/vertical.ts'
import { genericSkill } from './bkt.ts'
import type { Response } from './history.ts'
import type { Lesson } from './lesson.ts'
import { type Difficulties, featureCount, responseFeatures } from './response-features.ts'

/** Mastery by skill of the card before and with the response; `probability` of a right answer on the exercise asked, before the response. */
export type Tutored = { before: ReadonlyMap<string, number>; after: ReadonlyMap<string, number>; probability: number }

export const tutorModel: ModelSpec<TutorCard, Lesson, Tutored> = {
  name: 'tutor',
  builtin: 'builtin',
  card: tutorCard,
  encode,
  decode,
  compare,
}

type Numbers = { skills: Map<string, number>; items: Map<string, number>; standIn: (skill: string) => number }
const numbersByCard = new WeakMap<TutorCard, Numbers>()

function numbersOf(card: TutorCard): Numbers {
  const known = numbersByCard.get(card)
  if (known) return known
  const skills = new Map(card.skills.map((skill, at) => [skill.name, at]))
  const made = {
    skills,
    items: new Map(card.items.map((item, at) => [item.name, at])),
    standIn: (skill: string) => nearestItem(card, card.skills[skills.get(skill) ?? -1]?.difficulty ?? 0),
  }
  numbersByCard.set(card, made)
  return made
}

/** An exercise the model has not met is asked about as the met one that is as hard as its skill usually is. */
function nearestItem({ items }: TutorCard, difficulty: number): number {
  const off = (at: number) => Math.abs((items[at]?.difficulty ?? 0) - difficulty)
  return items.reduce((best, _, at) => (off(at) < off(best) ? at : best), 0)
}

function encode(lessons: readonly Lesson[], card: TutorCard): Tensors {
  const { skills, items, standIn } = numbersOf(card)
  const known = (responses: readonly Response[]) => responses.filter((one) => skills.has(one.skill))
  const rows = lessons.flatMap((lesson) => {
    const before = known(lesson.responses)
    return [before, lesson.answered ? [...before, ...known([lesson.answered])] : before]
  })
  const time = Math.max(1, ...rows.map((row) => row.length))
  const cells = rows.flatMap((row) => Array.from({ length: time }, (_, at) => row[at]))
  const asked = lessons.flatMap((lesson) => [lesson.asked, lesson.asked])
  const whole = (data: BigInt64Array, dims: number[]) => ({ data, dims })
  return {
    history_skill: whole(
      BigInt64Array.from(cells, (one) => BigInt((one && skills.get(one.skill)) ?? card.skills.length)),
      [rows.length, time],
    ),
    history_correct: { data: Float32Array.from(cells, (one) => (one?.isRight ? 1 : 0)), dims: [rows.length, time] },
    skill: whole(
      BigInt64Array.from(asked, (one) => BigInt(skills.get(one.skill) ?? 0)),
      [rows.length],
    ),
    item: whole(
      BigInt64Array.from(asked, (one) => BigInt(items.get(one.item) ?? standIn(one.skill))),
      [rows.length],
    ),
    features: {
      data: Float32Array.from(
        lessons.flatMap((lesson) => {
          const own = featuresOf(lesson, card)
          return [...own, ...own]
        }),
      ),
      dims: [rows.length, featureCount],
    },
  }
}

/** BKT alone reads no features: they are worked out only for the families that do. */
function featuresOf(lesson: Lesson, card: TutorCard): number[] {
  if (card.chosen === 'bkt') return Array.from({ length: featureCount }, () => 0)
  const { skills } = numbersOf(card)
  const responses = lesson.responses.filter((one) => skills.has(one.skill))
  return responseFeatures(responses, { ...lesson.asked, atMs: lesson.nowMs }, difficultiesOf(card))
}

function difficultiesOf(card: TutorCard): Difficulties {
  const { skills, items } = numbersOf(card)
  const skill = (name: string) => card.skills[skills.get(name) ?? -1]
  return {
    skill: (name) => skill(name)?.difficulty ?? 0,
    item: (name) => card.items[items.get(name) ?? -1]?.difficulty ?? 0,
    parameters: (name) => skill(name) ?? genericSkill,
  }
}

function decode(outputs: Tensors, rows: number, card: TutorCard): Tutored[] {
  const mastery = realsOf(outputs, 'mastery')
  const probability = realsOf(outputs, 'probability')
  const width = card.skills.length
  if (mastery.length !== 2 * rows * width || probability.length !== 2 * rows)
    throw new Error(`the graph of ${card.name} does not have the shape of its card`)
  if (!mastery.every(Number.isFinite) || !probability.every(Number.isFinite))
    throw new Error(`the graph of ${card.name} gave a figure that is not finite`)
  const named = (row: number) =>
    new Map(card.skills.map((skill, at) => [skill.name, mastery[row * width + at] ?? Number.NaN]))
  return Array.from({ length: rows }, (_row, at) => ({
    before: named(2 * at),
    after: named(2 * at + 1),
    probability: probability[2 * at] ?? Number.NaN,
  }))
}

/** A decision differs when the two place the skill asked about on different sides of an even chance. */
function compare(champion: Tutored, candidate: Tutored, { asked }: Lesson) {
  const isKnown = (one: Tutored) => (one.after.get(asked.skill) ?? one.probability) >= 0.5
  return {
    isFlipped: isKnown(champion) !== isKnown(candidate),
    overlap: 1 - Math.abs(champion.probability - candidate.probability),
  }
}
