// Who learns in which class, by whose consent; and the lock a teacher sets on the hints of a class. Learners are pseudonyms here as everywhere.
import { z } from 'zod'
import { defineCollection } from '../../kit/collection.ts'
import { idText } from '../../kit/record-fields.ts'
import { nameFault } from './safety/pseudonym.ts'

/** A reference to a person that names nobody. */
export const pseudonym = idText.superRefine((value, context) => {
  const fault = nameFault(value)
  if (fault === null) return
  context.addIssue({
    code: 'custom',
    message: fault,
    params: { fix: 'Send a pseudonym of your own, such as L-0193 or a UUID, and keep the list of who is who' },
  })
})

const consent = z.strictObject({
  basis: z.enum(['parent', 'school', 'learner']).describe('Who agreed that this learner’s work is processed'),
  training_allowed: z.boolean().default(false).describe('Only true lets a model train on this learner’s attempts'),
  store_text: z.boolean().default(false).describe('false: what the learner types is forgotten when the run ends'),
})

const learnerRecord = z.strictObject({
  id: pseudonym,
  class_ref: pseudonym.nullish(),
  age_band: z.enum(['u13', '13-17', '18+']).nullish(),
  grade: z.int().min(1).max(13).nullish(),
  consent,
})
/** A record of `learners`, as it is stored. */

const classRecord = z.strictObject({
  id: pseudonym,
  hint_lock: z
    .strictObject({
      max_hint_level: z.int().min(0).max(4).nullish(),
      bottom_out: z.enum(['never', 'teacher_only', 'after_n']).nullish(),
    })
    .nullish()
    .describe('Can only be stricter than the template; the next run honours it'),
  is_simulated: z.boolean().optional().describe('Its learners were made up by the simulation, to look at the pages'),
})
/** A record of `classes`, as it is stored. */
export type ClassRecord = z.output<typeof classRecord>

export const learners = defineCollection({
  name: 'learners',
  title: { en: 'Learners', 'zh-CN': '学习者' },
  summary: { en: 'Pseudonyms, their class, and whose consent there is.', 'zh-CN': '学习者代号、所在班级与同意依据。' },
  schema: learnerRecord,
  isImmutable: false,
  fields: [
    { name: 'id', kind: 'text', required: true, aliases: ['learner_ref', 'learner', 'pseudonym'] },
    { name: 'class_ref', kind: 'text', required: false, aliases: ['class', 'class_id'] },
    { name: 'age_band', kind: 'text', required: false, aliases: [] },
    { name: 'grade', kind: 'number', required: false, aliases: ['year'] },
    { name: 'consent', kind: 'record', required: true, aliases: [] },
  ],
  headOf: (learner) => ({ key: learner.id, subject: learner.id, at: null }),
})

export const classes = defineCollection({
  name: 'classes',
  title: { en: 'Classes', 'zh-CN': '班级' },
  summary: { en: 'Classes and the lock on their hints.', 'zh-CN': '班级及其提示限制。' },
  schema: classRecord,
  isImmutable: false,
  fields: [
    { name: 'id', kind: 'text', required: true, aliases: ['class_ref', 'class'] },
    { name: 'hint_lock', kind: 'record', required: false, aliases: [] },
  ],
  headOf: (one) => ({ key: one.id, subject: null, at: null }),
})
