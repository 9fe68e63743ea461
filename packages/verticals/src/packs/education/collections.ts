// The two collections of education: exercises, and what learners answered.
import { z } from 'zod'
import { defineCollection } from '../../kit/collection.ts'
import { idText, shortText, timeField, titleField } from '../../kit/record-fields.ts'

const exerciseRecord = z.strictObject({
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
})

const attemptRecord = z.strictObject({
  id: idText.nullish(),
  learner_ref: idText,
  item_id: idText,
  skill: shortText.nullish().describe('Of the exercise, when exercises are not uploaded'),
  correct: z.boolean(),
  ts: timeField,
  hints_used: z.int().min(0).max(20).nullish(),
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
    { name: 'answer_key', kind: 'text', required: true, aliases: ['answer'] },
    { name: 'answer_type', kind: 'text', required: true, aliases: ['type'] },
    { name: 'skills', kind: 'list', required: true, aliases: ['skill', 'skill_id'] },
    { name: 'difficulty', kind: 'number', required: false, aliases: [] },
  ],
  headOf: (exercise) => ({ key: exercise.id, subject: null, at: null }),
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
