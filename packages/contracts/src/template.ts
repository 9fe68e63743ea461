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

const content = z.record(z.string(), z.unknown())
const id = z.string().min(1).max(100).describe('Slug or id')

export const templateDraft = z.object({
  object: z.literal('template_draft'),
  template: z.string(),
  content,
  digest: z.string(),
  /** The version it would follow; null where nothing is published. */
  live_version: z.int().nullable(),
  is_changed: z.boolean().describe('Whether it differs from the live version'),
  edited_by: z.string().nullable(),
  edited_at: z.iso.datetime().nullable(),
})
export type TemplateDraft = z.infer<typeof templateDraft>

export const saveDraftInput = z.strictObject({
  id,
  content,
  digest: z.string().max(100).describe('Of the draft this change was made on; another one is a conflict'),
})
export const publishTemplateInput = z.strictObject({
  id,
  digest: z.string().max(100).describe('Of the draft that was looked at'),
})

export const simulateInput = z.strictObject({
  id,
  content: content.optional().describe('Tried without being saved; the draft when left out'),
  last: z.coerce.number().int().min(1).max(500).default(500).describe('Newest runs of this template'),
  batch: z.string().max(60).optional().describe('The runs of this batch instead'),
})

const moved = z.object({
  run: z.string(),
  subject: z.string(),
  from: z.string(),
  to: z.string(),
  because: z.string().nullable().describe('The rule that decides after the change'),
  score: z.number(),
  band: z.string(),
})
const counted = z.object({ name: z.string(), before: z.int(), after: z.int() })

export const simulation = z.object({
  object: z.literal('simulation'),
  runs: z.int(),
  /** Runs that could not be judged: of another kind, or without a result. */
  skipped: z.int(),
  flips: z.int(),
  decisions: z.array(counted),
  bands: z.array(counted),
  losses: z.array(z.object({ currency: z.string(), before: z.number(), after: z.number() })),
  /** The first hundred that flip. */
  moved: z.array(moved),
})
export type Simulation = z.infer<typeof simulation>
