// What a learning platform sends. A learner is a pseudonym with a basis of consent; names, addresses and numbers of persons are refused.
import { z } from 'zod'
import { timeField } from '../../kit/record-fields.ts'
import { pseudonym as reference } from './class-collections.ts'
import { exercises } from './collections.ts'

const tasks = ['grade_response', 'hint', 'next_exercise', 'feedback', 'teacher_note'] as const
export const bottomOuts = ['never', 'teacher_only', 'after_n'] as const
export const maxLevel = 4

/** Visible characters: what is invisible could turn or hide the words of a note. */
const idText = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'holds control or invisible characters')
const attempt = z.strictObject({
  item_id: idText,
  skill: z.string().min(1).max(200).nullish(),
  correct: z.boolean(),
  ts: timeField,
  hints_used: z.int().min(0).max(20).nullish(),
})
export type Attempt = z.output<typeof attempt>

export const tutorInput = z
  .strictObject({
    task: z.enum(tasks),
    learner_ref: reference.describe('A pseudonym, as in the attempts you send'),
    class_ref: reference.nullish(),
    grade: z.int().min(1).max(13).nullish().describe('School year; sets the reading level of feedback'),
    age_band: z.enum(['u13', '13-17', '18+']).nullish(),
    locale: z.enum(['en', 'zh-CN']).nullish(),
    consent: z
      .strictObject({
        basis: z.enum(['parent', 'school', 'learner']).describe('Who agreed that this learner’s work is processed'),
        training_allowed: z.boolean().default(false),
        store_text: z
          .boolean()
          .default(false)
          .describe('false: the answer as typed and the message are forgotten when the run ends'),
      })
      .describe('Required for every learner'),
    item_id: idText.nullish().describe('The exercise, by its id in the collection exercises'),
    exercise: exercises.schema.nullish().describe('The exercise itself, in place of item_id, where you keep your own'),
    candidates: z
      .array(
        z.strictObject({
          item_id: idText,
          skill: z.string().min(1).max(200),
          difficulty: z.number().min(-10).max(10).default(0).describe('Logits harder than the skill’s usual exercise'),
        }),
      )
      .min(1)
      .max(500)
      .nullish()
      .describe('What next_exercise may choose from; left out: the collection exercises'),
    response: z
      .strictObject({
        raw: z.string().max(20_000).nullish().describe('The answer as typed'),
        attempt_no: z.int().min(1).max(100).default(1),
        hints_used: z.int().min(0).max(20).default(0),
        elapsed_s: z.number().min(0).max(86_400).nullish(),
      })
      .nullish(),
    message: z.string().max(2000).nullish().describe('What the learner writes when asking for help; screened'),
    hint_level: z.int().min(0).max(maxLevel).nullish().describe('Left out: one above the hints used so far'),
    requested_by: z.enum(['learner', 'teacher']).default('learner'),
    history: z.array(attempt).max(500).nullish().describe('Left out: the learner’s records of the collection attempts'),
    policy: z
      .strictObject({
        max_hint_level: z.int().min(0).max(maxLevel).optional(),
        bottom_out: z.enum(bottomOuts).optional(),
      })
      .nullish()
      .describe('Can only be stricter than the template'),
  })
  .superRefine((input, context) => {
    const needsItem = input.task !== 'next_exercise' && input.task !== 'teacher_note'
    if (input.item_id && input.exercise)
      context.addIssue({
        code: 'custom',
        path: ['exercise'],
        message: 'stands beside item_id',
        params: { fix: 'Send one of the two' },
      })
    if (needsItem && !input.item_id && !input.exercise)
      context.addIssue({
        code: 'custom',
        path: ['item_id'],
        message: `is missing, but ${input.task} is about an exercise`,
        params: { fix: 'Send the id of a record of the collection exercises' },
      })
    const needsAnswer = input.task === 'grade_response' || input.task === 'feedback'
    if (needsAnswer && typeof input.response?.raw !== 'string')
      context.addIssue({
        code: 'custom',
        path: ['response', 'raw'],
        message: `is missing, but ${input.task} is about it`,
        params: { fix: 'Send the answer as the learner typed it' },
      })
  })
export type TutorInput = z.output<typeof tutorInput>
