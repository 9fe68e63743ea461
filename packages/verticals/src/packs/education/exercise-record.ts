// Records of the collections `exercises` and `skills` -> what the tutor reads. A record may have its text in one language: it stands for both.
import type { Localized } from '../../kit/localized.ts'
import type { TenantRecord } from '../../kit/vertical.ts'
import type { ExerciseRecord, SkillRecord } from './collections.ts'
import type { Exercise } from './grading/exercise.ts'

/** With where it was drawn from: generators of worked examples and solutions read that. */
export type CourseExercise = Exercise & Pick<ExerciseRecord, 'generator'>
export type Skill = { id: string; title: Localized; prerequisites: string[] }

const read = new WeakMap<TenantRecord, CourseExercise>()

/** Read once per record: what probes of one run ask about is the same course. */
export function exerciseOf(record: TenantRecord): CourseExercise {
  const known = read.get(record) ?? readExercise(record)
  read.set(record, known)
  return known
}

/** Guarantee: a record was parsed by the schema of its collection before it was stored. */
function readExercise({ body }: TenantRecord): CourseExercise {
  const record = body as ExerciseRecord
  const { id, answer_key, answer_type, skills, difficulty, tolerance, unit, accepts } = record
  return {
    id,
    answer_key,
    answer_type,
    skills,
    difficulty,
    tolerance,
    unit,
    accepts,
    stem: localized(record.stem, id),
    choices: record.choices?.map((one) => ({ id: one.id, text: localized(one.text, one.id) })),
    hints: record.hints
      .map(({ level, text }) => ({ level, text: localized(text, '') }))
      .filter((one) => one.text.en !== ''),
    misconceptions: record.misconceptions.map((one) => ({ ...one, label: localized(one.label, one.id) })),
    generator: record.generator,
  }
}

/** Guarantee: as above. */
export function skillOf({ body }: TenantRecord): Skill {
  const { id, title, prerequisites } = body as SkillRecord
  return { id, title: localized(title, id), prerequisites }
}

function localized(text: ExerciseRecord['stem'], otherwise: string): Localized {
  if (typeof text === 'string') return { en: text, 'zh-CN': text }
  const [en, zh] = [text.en, text['zh-CN']]
  return { en: en || zh || otherwise, 'zh-CN': zh || en || otherwise }
}
