// Practice on the wire: the next exercise without its key, what became of an answer, and a hint. Learners are pseudonyms.
import { z } from 'zod'

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })
export type Localized = z.infer<typeof localized>

const learner = z.string().min(1).max(200).describe('The id of a record of the collection learners')
const template = z.string().min(1).max(100).default('maths-tutor').describe('Slug or id')
const item_id = z.string().min(1).max(200)

export const nextInput = z.strictObject({
  learner,
  template,
  after: item_id.optional().describe('The exercise just worked on, which does not come again'),
  skills: z.array(z.string().min(1).max(200)).min(1).max(20).optional().describe('Left out: all of the course'),
})
export const answerInput = z.strictObject({
  learner,
  template,
  item_id,
  answer: z.string().min(1).max(2000).describe('As the learner typed it; of a choice, its id'),
})
export const hintInput = z.strictObject({
  learner,
  template,
  item_id,
  message: z.string().min(1).max(2000).optional().describe('What the learner writes when asking; screened'),
})

/** What is known of one skill: the chance before and after, its 90 % range, and on how many responses. */
export const practiceMastery = z.object({
  skill: z.string(),
  title: localized.nullable(),
  p: z.number(),
  before: z.number(),
  interval_90: z.tuple([z.number(), z.number()]),
  n: z.int(),
})
export type PracticeMastery = z.infer<typeof practiceMastery>

const said = {
  run: z.string().describe('The run that answered'),
  reply: localized.nullable().describe('What the tutor says where it stops: the day’s limit, or a way to the teacher'),
  is_stopped: z.boolean().describe('true: practice ends here for today, or until a teacher was asked'),
}

export const practiceExercise = z.object({
  object: z.literal('practice_exercise'),
  ...said,
  exercise: z
    .object({
      item_id: z.string(),
      stem: localized,
      answer_type: z.enum(['numeric', 'expression', 'choice', 'text']),
      unit: z.string().nullable(),
      choices: z.array(z.object({ id: z.string(), text: localized })),
      skill: z.string(),
      skill_title: localized.nullable(),
    })
    .nullable()
    .describe('null where practice is stopped'),
  why: z.object({ code: z.enum(['due_review', 'learning_gain']), expected_p_correct: z.number() }).nullable(),
  attempts_today: z.int(),
})
export type PracticeExercise = z.infer<typeof practiceExercise>

export const practiceAnswer = z.object({
  object: z.literal('practice_answer'),
  ...said,
  correct: z.boolean().nullable().describe('null: the answer could not be read, and counts for nothing'),
  refusal: localized.nullable().describe('Why it could not be read'),
  feedback: localized.nullable(),
  attempt_no: z.int(),
  mastery: practiceMastery.nullable().describe('Of the skill that the exercise trains'),
})
export type PracticeAnswer = z.infer<typeof practiceAnswer>

export const practiceHint = z.object({
  object: z.literal('practice_hint'),
  ...said,
  level: z.int().nullable().describe('null where no hint may be given'),
  levels_available: z.array(z.int()),
  text: localized.nullable(),
})
export type PracticeHint = z.infer<typeof practiceHint>
