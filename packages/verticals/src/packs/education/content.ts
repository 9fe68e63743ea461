// The template's content: how a teacher sets the tutor. What a request asks for can only be stricter than this.
import { z } from 'zod'
import { localizedSchema } from '../../kit/localized.ts'
import { bottomOuts, maxLevel } from './input.ts'

const variants = z.array(localizedSchema).min(1).max(12)
const named = variants.superRefine((texts, context) => {
  for (const [at, text] of texts.entries())
    for (const [language, one] of Object.entries(text))
      if (one.split('{value}').length !== 2)
        context.addIssue({
          code: 'custom',
          path: [at, language],
          message: 'must have {value} once, where the misconception stands',
          params: { fix: 'Write for example: Check this: {value}.' },
        })
})

/** Each situation has variants of rising reading level; the one nearest to the learner's grade is taken. */
const phrasesSchema = z.strictObject({
  right: variants,
  partial: variants,
  wrong: variants,
  wrong_named: named.describe('{value} is the misconception’s name'),
  limit: variants.describe('When the day’s practice is done'),
  stopped: variants.describe('When a message goes to the teacher'),
  safe_hints: z
    .array(localizedSchema)
    .length(maxLevel)
    .describe('Levels 0 to 3, where an exercise has no hint of its own or it would tell'),
})
export type Phrases = z.output<typeof phrasesSchema>

const share = z.number().min(0).max(1)

export const tutorContent = z.strictObject({
  band: z
    .strictObject({ low: share, high: share })
    .refine((band) => band.low < band.high, { error: 'low must be below high', params: { fix: 'Send 0.7 and 0.85' } })
    .describe('Expected success of the next exercise'),
  outside_band: share.describe(
    'What the learning gain outside the band counts for; 0 keeps to the band, and learns less',
  ),
  order: z.enum(['gain', 'reviews_first']).describe('reviews_first: what is due for review comes before what is new'),
  mastered: share.describe('From here a skill is reviewed'),
  prerequisite: share.describe('Mastery a prerequisite must have reached'),
  rest: z.int().min(0).max(100).describe('Responses before an exercise answered right may come again'),
  max_hint_level: z.int().min(0).max(maxLevel).describe('The lock: nobody is given a hint above it'),
  bottom_out: z.enum(bottomOuts).describe('Who may see the whole solution (level 4)'),
  bottom_out_after: z.int().min(1).max(20).describe('For after_n: from this attempt on'),
  max_attempts_per_day: z.int().min(1).max(1000).nullable().describe('Per learner, by UTC day; null for no limit'),
  reading_grade: z.number().min(1).max(13).nullable().describe('null: the learner’s own school year'),
  phrases: phrasesSchema,
})
export type TutorContent = z.output<typeof tutorContent>
