// A run's note as a document: which language, which form, which paper.
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { languageSchema } from './run.ts'

export const noteInput = z.strictObject({
  id: idSchema('run'),
  format: z.enum(['pdf', 'markdown']).default('pdf'),
  language: languageSchema.default('en'),
  paper: z.enum(['A4', 'LETTER']).default('A4'),
})
