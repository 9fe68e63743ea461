// The template's content: where the levels begin, when no level may be given, and what each level asks of people.
import { z } from 'zod'
import { localizedSchema } from '../../kit/localized.ts'

export const levels = ['high', 'moderate', 'low', 'undetermined'] as const
export type Level = (typeof levels)[number]

const share = z.number().gt(0).lt(1)

export const triageNoteContent = z
  .strictObject({
    moderate_from: share.describe('Probability from which the level is moderate'),
    high_from: share.describe('Probability from which the level is high'),
    decided_on: z
      .enum(['upper', 'probability'])
      .describe('upper: the upper end of the interval decides, so that doubt raises the level'),
    most_missing: z.int().min(0).max(10).describe('With more measurements missing, no level is given'),
    on_outside: z
      .enum(['undetermined', 'note'])
      .describe('A measurement outside of the range of the data: no level, or only a remark'),
    max_reasons: z.int().min(1).max(10),
    actions: z
      .strictObject({
        high: localizedSchema,
        moderate: localizedSchema,
        low: localizedSchema,
        undetermined: localizedSchema,
      })
      .describe('What people are asked to do; stands in the note as it is written here'),
    disclaimers: z.array(localizedSchema).max(10).describe('Your own, after those of the product, which always stand'),
  })
  .refine((content) => content.moderate_from < content.high_from, {
    path: ['high_from'],
    message: 'is not above moderate_from',
    params: { fix: 'Set high_from above moderate_from' },
  })
export type TriageNoteContent = z.output<typeof triageNoteContent>
