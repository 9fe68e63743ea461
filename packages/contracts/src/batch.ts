// Batches on the wire: many inputs in one request, one run each, read back line by line.
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { listOf, pageInput } from './list.ts'
import { templateRef } from './result.ts'
import { languageSchema } from './run.ts'

export const batchLimits = {
  maxBodyBytes: 52_428_800,
  maxLineBytes: 65_536,
  maxRows: 10_000,
  maxListedErrors: 100,
  /** Rows of one upload by the browser. */
  maxUploadRows: 500,
  deadlineS: 86_400,
} as const

const rowError = z.object({ line: z.int(), location: z.string(), message: z.string(), fix: z.string() })
export type RowError = z.infer<typeof rowError>

export const batchObject = z.object({
  id: z.string(),
  object: z.literal('batch'),
  status: z.enum(['in_progress', 'completed', 'canceled']),
  template: templateRef,
  language: z.array(languageSchema),
  request_counts: z.object({
    total: z.int(),
    queued: z.int(),
    running: z.int(),
    succeeded: z.int(),
    failed: z.int(),
    canceled: z.int(),
    expired: z.int(),
  }),
  progress: z.number().min(0).max(1),
  received: z.int(),
  refused: z.int().describe('Rows that became no run; the first hundred are in errors'),
  errors: z.array(rowError),
  created_by: z.string(),
  created_at: z.iso.datetime(),
  urls: z.object({ get: z.string(), cancel: z.string(), results: z.string() }),
})
export type BatchObject = z.infer<typeof batchObject>
export const batchList = listOf(batchObject)
export const listBatchesInput = z.strictObject(pageInput)
export const batchIdInput = z.strictObject({ id: idSchema('batch') })

const uploadRow = z.object({ line: z.int().positive(), input: z.record(z.string(), z.unknown()) })
const rows = z.array(uploadRow).min(1).max(batchLimits.maxUploadRows)

export const openBatchInput = z.strictObject({
  template: z.string().min(1).max(100).describe('Slug or id'),
  version: z.coerce.number().int().positive().optional(),
  language: z.array(languageSchema).min(1).max(2).optional(),
})
export const createBatchInput = openBatchInput.extend({ rows })
export const extendBatchInput = z.strictObject({ id: idSchema('batch'), rows })
