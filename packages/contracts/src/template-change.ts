// The semantic difference of two template documents: what changed, where, and in whose words. Lists whose rows have a name of their own
// (rules, sections, golden cases …) are compared by that name, so a row that moved is not a row that changed.
import { z } from 'zod'

export const changeGroups = [
  'rules',
  'thresholds',
  'wording',
  'mapping',
  'model',
  'output',
  'limits',
  'goldens',
  'other',
] as const
const changeGroup = z.enum(changeGroups)
export type ChangeGroup = z.infer<typeof changeGroup>

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })

export const templateChange = z.object({
  path: z.string().describe('Dotted, rows by their name: content.rules.max_dti_after.limit'),
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  group: changeGroup,
  title: localized.describe('As people read the path'),
  before: z.json().describe('null where it was not there'),
  after: z.json().describe('null where it is not there any more'),
})
export type TemplateChange = z.infer<typeof templateChange>

/** `draft`, `live`, or the number of a version. */
const sideSchema = z.union([z.enum(['draft', 'live']), z.coerce.number().int().positive()])

export const diffInput = z.strictObject({
  id: z.string().min(1).max(100).describe('Slug or id'),
  from: sideSchema.default('live'),
  to: sideSchema.default('draft'),
})

const diffSide = z.object({ version: z.int().describe('0 is the draft'), digest: z.string() })

export const templateDiff = z.object({
  object: z.literal('template_diff'),
  template: z.string(),
  from: diffSide,
  to: diffSide,
  counts: z.partialRecord(changeGroup, z.int()),
  changes: z.array(templateChange),
})

/** `details` of the 409 that a save on an old draft gets: enough to choose mine, theirs or both. */
export const draftConflict = z.object({
  kind: z.literal('draft_conflict'),
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  /** The draft your change was made on; null where it is too old to be kept. */
  base: z.object({ digest: z.string(), document: z.record(z.string(), z.unknown()) }).nullable(),
  theirs: z.object({ digest: z.string(), document: z.record(z.string(), z.unknown()) }),
  paths: z.object({
    yours: z.array(z.string()),
    theirs: z.array(z.string()),
    both: z
      .array(z.string())
      .describe('Changed by both of you to different values; without any, both changes fit together'),
  }),
})
export type DraftConflict = z.infer<typeof draftConflict>
