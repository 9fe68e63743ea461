// The run as callers see it, the list filters, and the answer to a dry run.
import { z } from 'zod'
import { variantSchema } from './experiment.ts'
import { idSchema } from './ids.ts'
import { listOf, pageInput } from './list.ts'
import { resultObject, templateRef } from './result.ts'
import { languageSchema, runStatusSchema } from './run.ts'

export const runObject = z.object({
  id: z.string(),
  object: z.literal('run'),
  status: runStatusSchema,
  vertical: z.string(),
  template: templateRef,
  language: z.array(languageSchema),
  lane: z.enum(['interactive', 'batch']),
  metadata: z.record(z.string(), z.string()),
  experiment: z
    .object({ id: z.string(), variant: variantSchema })
    .nullable()
    .describe('Which version it got by which experiment; null outside of any'),
  request_id: z.string(),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
  deadline_at: z.iso.datetime(),
  /** Problem document of a failed run. */
  error: z.record(z.string(), z.unknown()).nullable(),
  urls: z.object({ get: z.string(), cancel: z.string() }),
})
export type RunObject = z.infer<typeof runObject>

export const runDetail = runObject.extend({
  input: z.record(z.string(), z.unknown()),
  result: resultObject.nullable(),
})
export type RunDetail = z.infer<typeof runDetail>

export const runList = listOf(runObject)
export const listRunsInput = z.strictObject({
  ...pageInput,
  status: runStatusSchema.optional(),
  template: z.string().max(100).optional().describe('Slug or id'),
})
export const runIdInput = z.strictObject({ id: idSchema('run') })

export const runValidation = z.object({
  object: z.literal('run_validation'),
  valid: z.literal(true),
  template: templateRef,
  language: z.array(languageSchema),
})
