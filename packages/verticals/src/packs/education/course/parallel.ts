// A worked example beside an exercise: the same kind of question with other figures, right by an independent check, and in none of its
// figures the answer that the pupil is to find.
import { type Localized, languages } from '../../../kit/localized.ts'
import type { Exercise } from '../grading/exercise.ts'
import { type GuardedAnswer, guardedAnswer } from '../guard/answer.ts'
import { findLeakInAll } from '../guard/leak.ts'
import { type CourseExercise, keyOf } from './course.ts'
import { families, familyOf } from './families.ts'
import { type Draft, draftOf, type Family } from './family.ts'
import { type Forms, formsOfKey, statesAny } from './figures.ts'

/** Foreign exercises have no generator. */
type Drawn = Exercise & Partial<Pick<CourseExercise, 'generator'>>
export type ParallelExample = {
  family: string
  seed: number
  /** The example's question, then its steps; the last one states the example's answer. */
  lines: Localized[]
  answer: string
  /** How the answer was found right: back from it to what was given. */
  check: Localized
}

const tries = 400

/** Null where no family trains the skill, or none has an example without the answer. The same seed gives the same example. */
export function parallelExample({ exercise, seed }: { exercise: Drawn; seed: number }): ParallelExample | null {
  const secret = { forms: formsOfKey(exercise), guarded: guardedAnswer(exercise) }
  for (const family of candidatesFor(exercise)) {
    for (let at = 0; at < tries; at++) {
      // Far from the seeds of the starter course, so that an example is seldom another exercise of it.
      const own = 1_000_000 + ((seed * tries + at) % 1_000_000_000)
      const draft = draftOf(family, own)
      if (isParallel(draft, { exercise, secret })) return exampleOf(family, { draft, seed: own })
    }
  }
  return null
}

/** Its own family; else those that train one of its skills, those of its type first. */
function candidatesFor({ generator, skills, answer_type }: Drawn): readonly Family[] {
  const own = generator ? familyOf(generator.family) : undefined
  if (own) return [own]
  const related = families.filter((family) => skills.includes(family.skill))
  return related.toSorted((a, b) => Number(b.type === answer_type) - Number(a.type === answer_type))
}

type Secret = { forms: Forms; guarded: GuardedAnswer }

/** By figures first, which is quick and strict, then by the guard that every text for learners passes. */
function isParallel(draft: Draft, { exercise, secret }: { exercise: Drawn; secret: Secret }): boolean {
  if (!draft.check.holds || draft.stem.en === exercise.stem.en) return false
  const texts = languages.map((language) =>
    [draft.stem, ...draft.lines, draft.check.line].map((line) => line[language]),
  )
  if (texts.flat().some((text) => statesAny(text, secret.forms))) return false
  return texts.every((own) => findLeakInAll(own, secret.guarded) === null)
}

function exampleOf(family: Family, { draft, seed }: { draft: Draft; seed: number }): ParallelExample {
  return {
    family: family.id,
    seed,
    lines: [draft.stem, ...draft.lines],
    answer: answerShown(family, draft),
    check: draft.check.line,
  }
}

/** A choice is answered by its text: letters stand for nothing in an example without its choices. */
function answerShown(family: Family, draft: Draft): string {
  const key = keyOf(family, draft.answer)
  return draft.choices?.find((choice) => choice.id === key)?.text.en ?? key
}
