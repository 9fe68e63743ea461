// Versions of a template, the channels that point at them, and what moves them: publish, roll back, canary, import.
import { z } from 'zod'
import { listOf, pageInput } from './list.ts'
import { languageSchema } from './run.ts'
import { templateDraft, templateObject } from './template.ts'
import { templateChange } from './template-change.ts'
import { contentSchema, templateDocument, templateSettings } from './template-document.ts'

const id = z.string().min(1).max(100).describe('Slug or id')
const versionNumber = z.coerce.number().int().positive()
const digest = z.string().max(100)
const slug = z
  .string()
  .min(2)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single dashes')
const name = z.string().trim().min(2).max(80)

export const templateVersionObject = z.object({
  /** `tpl_…@3`; the cursor of lists. */
  id: z.string(),
  object: z.literal('template_version'),
  template: z.string(),
  version: z.int(),
  digest: z.string(),
  channel: z.enum(['stable', 'canary']).nullable().describe('null where no new run is answered by it'),
  equals_version: z.int().nullable().describe('The version that this one rolled back to'),
  published_by: z.string().nullable(),
  published_at: z.iso.datetime().nullable(),
  overridden: z
    .object({ by: z.string(), reason: z.string(), failing: z.array(z.string()) })
    .nullable()
    .describe('Published through failing golden cases: who asked for it, and why'),
})
export type TemplateVersionObject = z.infer<typeof templateVersionObject>
export const templateVersionList = listOf(templateVersionObject)
export const templateVersionDetail = templateVersionObject.extend({
  document: templateDocument,
  input_schema: z.record(z.string(), z.unknown()),
})

export const listVersionsInput = z.strictObject({ id, ...pageInput })
export const versionIdInput = z.strictObject({ id, version: versionNumber })

export const createTemplateInput = z.strictObject({
  name,
  slug: slug.optional().describe('Made of the name when left out'),
  /** One of the two. */
  starter: z
    .strictObject({ vertical: z.string().max(60), task: z.string().max(60), slug: z.string().max(60) })
    .optional(),
  copy: z.strictObject({ id, version: versionNumber.optional() }).optional().describe('The live version when left out'),
})

export const rollbackTemplateInput = z.strictObject({
  id,
  version: versionNumber.describe('To be as this one was'),
  reason: z.string().trim().min(3).max(500).optional(),
})

export const setCanaryInput = z.strictObject({
  id,
  share: z.number().min(0).max(1).describe('Of callers; 0 ends the canary and keeps the stable version'),
  version: versionNumber.optional().describe('A published version; the canary’s own when left out'),
})
export const templateIdInput = z.strictObject({ id })
export const discardDraftInput = z.strictObject({ id, digest })

export const exportInput = z.strictObject({
  id,
  version: versionNumber.optional().describe('The draft when left out'),
})
export const templateExport = z.object({
  object: z.literal('template_export'),
  filename: z.string(),
  version: z.int().describe('0 is the draft'),
  digest: z.string(),
  document: templateDocument,
  text: z.string().describe('The canonical form, byte for byte what the digest is of'),
})

export const importTemplateInput = z.strictObject({
  document: z.record(z.string(), z.unknown()),
  id: id
    .optional()
    .describe('An existing template of the same task, whose draft it becomes; a new template when left out'),
  digest: digest.optional().describe('Of the draft it replaces; needed with id'),
  name: name.optional().describe('Of the new template'),
  slug: slug.optional(),
})
export const imported = z.object({
  object: z.literal('template_import'),
  template: templateObject,
  draft: templateDraft,
  changes: z.array(templateChange).describe('Against the draft it replaces; against the starter for a new template'),
})

export const previewInput = z.strictObject({
  id,
  input: z.record(z.string(), z.unknown()),
  content: contentSchema.optional().describe('Tried without being saved; the draft’s when left out'),
  settings: templateSettings.optional(),
  language: z.array(languageSchema).min(1).max(2).optional(),
})

export const schemaInput = z.strictObject({ id: id.optional().describe('Without it: of any template') })
export const documentJsonSchema = z.looseObject({ $id: z.string() })

/** Who may publish: a rule of the tenant. */
export const publishingPolicy = z.object({
  object: z.literal('publishing_policy'),
  require_other_publisher: z.boolean().describe('Whoever edited last may not publish'),
})
export const setPublishingPolicyInput = z.strictObject({ require_other_publisher: z.boolean() })
