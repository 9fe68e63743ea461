// The collections of education: exercises, the skills they train, and what learners answered.
import { z } from 'zod'
import { defineCollection } from '../../kit/collection.ts'
import { idText, shortText, timeField, titleField } from '../../kit/record-fields.ts'
import { pseudonym } from './class-collections.ts'
import { checkSkillGraph } from './course/skill-graph.ts'
import { exerciseColumns, exerciseOfRow, skillColumns, skillOfRow } from './import/csv-row.ts'

const margin = z.number().min(0).max(1e6).optional()

const exerciseRecord = z
  .strictObject({
    id: idText,
    stem: titleField,
    answer_key: z.string().min(1).max(400),
    answer_type: z.enum(['numeric', 'expression', 'choice', 'text']),
    skills: z.array(shortText).min(1).max(10),
    difficulty: z.number().min(-10).max(10).nullish(),
    prerequisites: z.array(idText).max(20).default([]),
    hints: z
      .array(z.strictObject({ level: z.int().min(0).max(4), text: titleField }))
      .max(20)
      .default([]),
    misconceptions: z
      .array(z.strictObject({ id: idText, pattern: z.string().max(400), label: titleField }))
      .max(50)
      .default([]),
    choices: z
      .array(z.strictObject({ id: z.string().min(1).max(40), text: titleField }))
      .max(12)
      .optional()
      .describe('Of the answer type choice; answer_key is the id of the right one'),
    tolerance: z
      .strictObject({ absolute: margin, relative: margin.describe('Of the key, as a fraction') })
      .nullish()
      .describe('How far a number may be off; exact where left out'),
    unit: z.string().min(1).max(40).nullish().describe('In which a number is to be given, such as km/h'),
    accepts: z.array(z.string().min(1).max(400)).max(20).optional().describe('Other answers that are right'),
    generator: z
      .strictObject({ family: idText, seed: z.int().min(0).max(2_147_483_647) })
      .nullish()
      .describe('Of the starter course: where variants and worked examples come from'),
    reading_grade: z.number().min(0).max(18).nullish().describe('School grade whose pupils can read the stem'),
  })
  .superRefine((exercise, context) => {
    const { answer_type: type, answer_key: key, choices } = exercise
    if (type !== 'choice' || !choices || choices.some((choice) => choice.id === key)) return
    context.addIssue({
      code: 'custom',
      path: ['answer_key'],
      message: 'is the id of no choice',
      params: { fix: `Send one of ${choices.map((choice) => choice.id).join(', ')}` },
    })
  })
/** A record of `exercises`, as it is stored. */
export type ExerciseRecord = z.output<typeof exerciseRecord>

const skillRecord = z.strictObject({
  id: idText,
  title: titleField,
  prerequisites: z.array(idText).max(20).default([]).describe('Skills to master before'),
  order: z.number().min(-1e6).max(1e6).nullish().describe('Place in a list, smallest first'),
})
/** A record of `skills`, as it is stored. */
export type SkillRecord = z.output<typeof skillRecord>

const attemptRecord = z.strictObject({
  id: idText.nullish(),
  learner_ref: pseudonym,
  item_id: idText,
  skill: shortText.nullish().describe('Of the exercise, when exercises are not uploaded'),
  correct: z.boolean(),
  ts: timeField,
  hints_used: z.int().min(0).max(20).nullish(),
  training_allowed: z
    .boolean()
    .nullish()
    .describe('false keeps it out of every training; the tutor’s own attempts say it'),
})

export const exercises = defineCollection({
  name: 'exercises',
  title: { en: 'Exercises', 'zh-CN': '练习' },
  summary: { en: 'What learners work on, with answer keys and skills.', 'zh-CN': '练习题及其答案和技能。' },
  schema: exerciseRecord,
  isImmutable: false,
  fields: [
    { name: 'id', kind: 'text', required: true, aliases: ['item_id', 'exercise_id'] },
    { name: 'stem', kind: 'text', required: true, aliases: ['question', 'text'] },
    { name: 'answer_key', kind: 'text', required: true, aliases: ['answer', 'key', 'correct_answer'] },
    { name: 'answer_type', kind: 'text', required: true, aliases: ['type'] },
    { name: 'skills', kind: 'list', required: true, aliases: ['skill', 'skill_id'] },
    { name: 'difficulty', kind: 'number', required: false, aliases: [] },
    { name: 'prerequisites', kind: 'list', required: false, aliases: [] },
    { name: 'unit', kind: 'text', required: false, aliases: ['units'] },
    { name: 'accepts', kind: 'list', required: false, aliases: ['also_right', 'alternatives'] },
    { name: 'reading_grade', kind: 'number', required: false, aliases: [] },
  ],
  columns: exerciseColumns,
  gather: exerciseOfRow,
  headOf: (exercise) => ({ key: exercise.id, subject: null, at: null }),
})

export const skills = defineCollection({
  name: 'skills',
  title: { en: 'Skills', 'zh-CN': '技能' },
  summary: { en: 'What exercises train, and what comes before what.', 'zh-CN': '练习所训练的技能及其先后关系。' },
  schema: skillRecord,
  isImmutable: false,
  fields: [
    { name: 'id', kind: 'text', required: true, aliases: ['skill_id', 'skill'] },
    { name: 'title', kind: 'text', required: true, aliases: ['name', 'skill_name'] },
    { name: 'prerequisites', kind: 'list', required: false, aliases: ['prerequisite', 'requires'] },
    { name: 'order', kind: 'number', required: false, aliases: ['position'] },
  ],
  columns: skillColumns,
  gather: skillOfRow,
  faultsTogether: (records) =>
    checkSkillGraph(records.map((record) => skillRecord.parse(record))).map(({ ids, message, fix }) => ({
      keys: ids,
      location: 'prerequisites',
      message,
      fix,
    })),
  headOf: (skill) => ({ key: skill.id, subject: null, at: null }),
})

export const attempts = defineCollection({
  name: 'attempts',
  title: { en: 'Attempts', 'zh-CN': '作答' },
  summary: { en: 'What learners answered, and whether it was right.', 'zh-CN': '学习者的作答及对错。' },
  schema: attemptRecord,
  isImmutable: true,
  label: 'correct',
  fields: [
    { name: 'id', kind: 'text', required: false, aliases: ['attempt_id'] },
    { name: 'learner_ref', kind: 'text', required: true, aliases: ['learner', 'student', 'student_id', 'user_id'] },
    { name: 'item_id', kind: 'text', required: true, aliases: ['exercise_id', 'problem_id', 'item'] },
    { name: 'skill', kind: 'text', required: false, aliases: ['skill_id', 'skill_name'] },
    { name: 'correct', kind: 'boolean', required: true, aliases: ['is_correct', 'outcome'] },
    { name: 'ts', kind: 'time', required: true, aliases: ['timestamp', 'time', 'time_s', 'date'] },
    { name: 'hints_used', kind: 'number', required: false, aliases: ['hints'] },
  ],
  headOf: (attempt) => ({
    key: attempt.id ?? `${attempt.learner_ref}|${attempt.item_id}|${attempt.ts}`,
    subject: attempt.learner_ref,
    at: attempt.ts,
  }),
})
