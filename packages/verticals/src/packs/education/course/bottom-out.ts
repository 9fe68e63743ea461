// The whole solution of an exercise that the course drew. Only where the template's policy allows the last level.
import type { Localized } from '../../../kit/localized.ts'
import { type CourseExercise, variantOf } from './course.ts'
import { familyOf } from './families.ts'
import { draftOf } from './family.ts'

export type BottomOut = { lines: Localized[]; check: Localized }

/** Null where the exercise was not drawn, or its stem or key is no longer what was: then the steps would be of another exercise. */
export function bottomOut({
  answer_key,
  generator,
  stem,
}: Pick<CourseExercise, 'answer_key' | 'stem'> & Partial<Pick<CourseExercise, 'generator'>>): BottomOut | null {
  const family = generator ? familyOf(generator.family) : undefined
  if (!family || !generator) return null
  const drawn = variantOf(family.id, generator.seed)
  const isSame = drawn?.answer_key === answer_key && drawn.stem.en === stem.en && drawn.stem['zh-CN'] === stem['zh-CN']
  if (!isSame) return null
  const { lines, check } = draftOf(family, generator.seed)
  return { lines: [...lines], check: check.line }
}
