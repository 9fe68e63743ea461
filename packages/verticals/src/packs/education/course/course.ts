// The starter course as records of the collection `exercises`: each family's first seeds, and the terms. Ids and figures never change.
import type { ExerciseRecord } from '../collections.ts'
import type { Exercise } from '../grading/exercise.ts'
import { type Answer, answerText, isLinear } from './answer.ts'
import { families, familyOf } from './families.ts'
import { type Draft, draftOf, type Family, type Wrong } from './family.ts'
import { misconceptionLabels } from './misconceptions.ts'
import { termExercises } from './words.ts'

/** A record that a grader can read as it is. */
export type CourseExercise = Exercise & Pick<ExerciseRecord, 'prerequisites' | 'generator' | 'reading_grade'>

export function starterExercises(): CourseExercise[] {
  return [
    ...families.flatMap((family) =>
      starterSeeds(family).map((seed, at) =>
        exerciseOf(family, { seed, id: `${family.id}-${String(at + 1).padStart(2, '0')}` }),
      ),
    ),
    ...termExercises.map(({ skill, hints, ...term }) => ({
      ...term,
      answer_type: 'text' as const,
      skills: [skill],
      prerequisites: [],
      hints: hints.map((text, level) => ({ level, text })),
      reading_grade: 5,
    })),
  ]
}

/** The first seeds that draw exercises of different wording. */
export function starterSeeds(family: Family): number[] {
  const seeds = new Map<string, number>()
  for (let seed = 1; seeds.size < family.starters; seed++) {
    const { stem } = draftOf(family, seed)
    if (!seeds.has(stem.en)) seeds.set(stem.en, seed)
  }
  return [...seeds.values()]
}

/** Another exercise of a family. The same seed gives the same exercise; null when there is no such family. */
export function variantOf(family: string, seed: number): CourseExercise | null {
  const found = familyOf(family)
  return found ? exerciseOf(found, { seed, id: `${family}-v${seed}` }) : null
}

function exerciseOf(family: Family, { seed, id }: { seed: number; id: string }): CourseExercise {
  const draft = draftOf(family, seed)
  return {
    id,
    stem: draft.stem,
    answer_key: keyOf(family, draft.answer),
    answer_type: family.type,
    skills: [family.skill],
    difficulty: family.difficulty,
    prerequisites: [],
    hints: draft.hints.map((text, level) => ({ level, text })),
    misconceptions: misconceptionsOf(family, draft),
    ...(draft.choices ? { choices: [...draft.choices] } : {}),
    ...(draft.unit ? { unit: draft.unit } : {}),
    generator: { family: family.id, seed },
    reading_grade: family.readingGrade,
  }
}

/** What the grader compares with; decimals only where the family speaks in decimals. */
export const keyOf = (family: Family, answer: Answer): string =>
  answerText(answer, { isDecimal: family.isDecimal ?? false })

/** A misconception that leads to several wrong answers stands once, its patterns joined. */
function misconceptionsOf(family: Family, { wrong }: Draft): CourseExercise['misconceptions'] {
  const patterns = new Map<Wrong['id'], string[]>()
  for (const one of wrong) patterns.set(one.id, [...(patterns.get(one.id) ?? []), patternOf(family, one)])
  return [...patterns].map(([id, clauses]) => ({ id, pattern: clauses.join(' ;; '), label: misconceptionLabels[id] }))
}

/** In the language of `grading/pattern.ts`. */
function patternOf(family: Family, { answer, as }: Wrong): string {
  if (family.type === 'choice') return `choice ${answerText(answer)}`
  return `= ${as ?? (isLinear(answer) ? answerText(answer).replace('x', '*x') : answerText(answer))}`
}
