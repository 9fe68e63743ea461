// Runs on the wire: what a caller sends, what a run looks like, which states are final.
import { z } from 'zod'

export const runStatuses = ['queued', 'running', 'succeeded', 'failed', 'canceled', 'expired'] as const
export const runStatusSchema = z.enum(runStatuses)
export type RunStatus = z.infer<typeof runStatusSchema>

/** Terminal states never change; the database refuses it too. */
export function isFinal(status: RunStatus): boolean {
  return status !== 'queued' && status !== 'running'
}

export const languageSchema = z.enum(['en', 'zh-CN'])
export type Language = z.infer<typeof languageSchema>

export const runLimits = {
  maxMetadataKeys: 16,
  maxMetadataChars: 500,
  minDeadlineS: 1,
  maxDeadlineS: 3600,
  defaultDeadlineS: 300,
} as const

export const createRunInput = z.strictObject({
  template: z.string().min(1).max(100).describe('Slug or id of a template of this tenant'),
  version: z.int().positive().optional().describe('A published version; the live one when left out'),
  input: z.record(z.string(), z.unknown()).describe("The template's input; its schema is in this document"),
  language: z.array(languageSchema).min(1).max(2).optional(),
  deadline_s: z.int().min(runLimits.minDeadlineS).max(runLimits.maxDeadlineS).optional(),
  metadata: z.record(z.string().max(40), z.string().max(runLimits.maxMetadataChars)).optional(),
  dry_run: z.boolean().optional().describe('Validate only: nothing is stored and nothing is queued'),
})
