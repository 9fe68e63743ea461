// The tutor's output as the page reads it; a result that has another shape is shown by the generic view.
import { z } from 'zod'

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })
const level = z.object({ grade: z.number(), is_within_one: z.boolean().nullable() })

export const educationOutput = z.looseObject({
  grading: z
    .object({
      correct: z.boolean(),
      score: z.number(),
      normalized: z.string().nullable(),
      refusal: z.object({ message: localized }).nullable(),
    })
    .nullable(),
  misconceptions: z.array(
    z.object({ id: z.string(), label: localized, p: z.number(), evidence: z.string().nullable() }),
  ),
  mastery: z.array(
    z.object({
      skill: z.string(),
      title: localized.nullable(),
      p: z.number(),
      before: z.number(),
      interval_90: z.tuple([z.number(), z.number()]),
      n: z.number(),
      source: z.enum(['model', 'generic']),
    }),
  ),
  next_exercise: z
    .object({
      item_id: z.string(),
      skill: z.string(),
      skill_title: localized.nullable(),
      stem: localized.nullable(),
      expected_p_correct: z.number(),
      in_band: z.boolean(),
      why: z.object({ text: localized }),
      alternatives: z.array(z.object({ item_id: z.string(), skill: z.string(), expected_p_correct: z.number() })),
    })
    .nullable(),
  hint: z
    .object({
      level: z.number(),
      levels_available: z.array(z.number()),
      text: localized,
      source: z.enum(['exercise', 'worked_example', 'solution', 'general']),
    })
    .nullable(),
  feedback: z
    .object({
      text: localized,
      reading_level: z.object({ target: z.number().nullable(), en: level, 'zh-CN': level }),
    })
    .nullable(),
  reply: z.object({ text: localized.nullable() }).nullable(),
  limits: z.object({ is_reached: z.boolean() }).nullable(),
  safety: z.object({
    flagged: z.boolean(),
    kinds: z.array(z.enum(['self_harm', 'abuse', 'violence', 'sexual', 'personal_data', 'distress'])),
    checks: z.array(
      z.object({
        name: z.string(),
        outcome: z.enum(['passed', 'replaced', 'withheld', 'lowered', 'stopped']),
        detail: z.string().nullable(),
      }),
    ),
  }),
})
export type EducationOutput = z.output<typeof educationOutput>
