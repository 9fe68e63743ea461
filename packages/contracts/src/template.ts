// Templates on the wire: what a tenant configured for a vertical's task, and the live version's content.
import { z } from 'zod'
import { listOf, pageInput } from './list.ts'

const templateObject = z.object({
  id: z.string(),
  object: z.literal('template'),
  slug: z.string(),
  name: z.string(),
  vertical: z.string(),
  task: z.string(),
  live_version: z.int().nullable().describe('null until the first version is published'),
  created_at: z.iso.datetime(),
})
export type TemplateObject = z.infer<typeof templateObject>

export const templateDetail = templateObject.extend({
  live: z
    .object({
      version: z.int(),
      digest: z.string(),
      published_at: z.iso.datetime().nullable(),
      content: z.record(z.string(), z.unknown()),
    })
    .nullable(),
  input_schema: z.record(z.string(), z.unknown()).describe('JSON Schema of `input` of a run'),
})

export const templateList = listOf(templateObject)
export const listTemplatesInput = z.strictObject(pageInput)
export const getTemplateInput = z.strictObject({ id: z.string().min(1).max(100).describe('Slug or id') })
