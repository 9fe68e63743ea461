// Exercises from other systems on the wire: a document of QTI items.
import { z } from 'zod'

export const exerciseLimits = { maxDocumentBytes: 4_000_000, maxDocumentChars: 2_000_000 } as const

export const importExercisesInput = z.strictObject({
  document: z
    .string()
    .min(1)
    .max(exerciseLimits.maxDocumentChars)
    .describe('XML of QTI 3 or 2 items: one, or several inside one element'),
  skill: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Skills of items that name none in data-skill, apart by commas'),
})
