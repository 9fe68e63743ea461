// Templates on the wire: what a tenant configured for a vertical's task, and the live version's content.
import { z } from 'zod'
import { listOf, pageInput } from './list.ts'
import { contentSchema as content, goldenList, templateSettings } from './template-document.ts'

export const templateObject = z.object({
  id: z.string(),
  object: z.literal('template'),
  slug: z.string(),
  name: z.string(),
  vertical: z.string(),
  task: z.string(),
  live_version: z.int().nullable().describe('null until the first version is published'),
  canary: z
    .object({ version: z.int(), share: z.number() })
    .nullable()
    .describe('A version that answers this share of callers instead of the live one'),
  archived_at: z.iso.datetime().nullable().describe('Archived templates answer no new run'),
  created_at: z.iso.datetime(),
})
export type TemplateObject = z.infer<typeof templateObject>

export const templateDetail = templateObject.extend({
  live: z
    .object({
      version: z.int(),
      digest: z.string(),
      published_at: z.iso.datetime().nullable(),
      content,
      settings: templateSettings,
    })
    .nullable(),
  input_schema: z.record(z.string(), z.unknown()).describe('JSON Schema of `input` of a run'),
})

export const templateList = listOf(templateObject)
export const listTemplatesInput = z.strictObject({
  ...pageInput,
  archived: z.stringbool().or(z.boolean()).default(false).describe('The archived ones instead'),
})
export const getTemplateInput = z.strictObject({ id: z.string().min(1).max(100).describe('Slug or id') })

const id = z.string().min(1).max(100).describe('Slug or id')

export const publishRequest = z.object({
  by: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
  digest: z.string(),
  failing: z.array(z.string()),
})
export type PublishRequest = z.infer<typeof publishRequest>

export const templateDraft = z.object({
  object: z.literal('template_draft'),
  template: z.string(),
  content,
  settings: templateSettings,
  goldens: goldenList,
  digest: z.string().describe('Of the whole document: content, settings and golden cases'),
  /** The version it would follow; null where nothing is published. */
  live_version: z.int().nullable(),
  is_changed: z.boolean().describe('Whether it differs from the live version'),
  edited_by: z.string().nullable(),
  edited_at: z.iso.datetime().nullable(),
  request: publishRequest
    .nullable()
    .describe('A publication through failing golden cases that waits for a second member'),
})
export type TemplateDraft = z.infer<typeof templateDraft>

/** Parts left out stay as they are. A part that somebody else changed since `digest` is a conflict, whose `details` hold both sides. */
export const saveDraftInput = z
  .strictObject({
    id,
    digest: z.string().max(100).describe('Of the draft this change was made on'),
    content: content.optional(),
    settings: templateSettings.optional(),
    goldens: goldenList.optional(),
  })
  .refine((one) => one.content ?? one.settings ?? one.goldens, 'changes nothing: send content, settings or goldens')
export const publishTemplateInput = z.strictObject({
  id,
  digest: z.string().max(100).describe('Of the draft that was looked at'),
  channel: z.enum(['stable', 'canary']).default('stable'),
  share: z.number().gt(0).max(1).optional().describe('Of callers, for the channel canary; 0.1 when left out'),
  reason: z.string().trim().min(10).max(500).optional().describe('Needed where golden cases fail'),
})
/** `requested`: golden cases fail, and a second member has to agree with a reason of their own. */
export const published = templateDetail.extend({
  state: z.enum(['published', 'requested']),
  request: publishRequest.nullable(),
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
