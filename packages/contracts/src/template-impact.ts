// The impact of a draft: the newest real runs of its template, answered anew by the live version and by the draft, and what differs.
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { listOf, pageInput } from './list.ts'

export const impactLimits = { maxRuns: 500, maxPaths: 30, maxOutputs: 40, maxSentences: 20 } as const

const id = z.string().min(1).max(100).describe('Slug or id of the template')

export const createImpactInput = z.strictObject({
  id,
  last: z.coerce.number().int().min(1).max(impactLimits.maxRuns).default(100).describe('Newest real runs'),
  digest: z.string().max(100).optional().describe('Of the draft that was looked at; another one is a conflict'),
})
export const listImpactsInput = z.strictObject({ id, ...pageInput })
export const impactIdInput = z.strictObject({ id: idSchema('impact') })

const impactStatus = z.enum(['running', 'completed', 'canceled'])

export const impactObject = z.object({
  id: z.string(),
  object: z.literal('template_impact'),
  template: z.string(),
  status: impactStatus,
  base: z.object({ version: z.int(), digest: z.string() }).describe('The live version'),
  digest: z.string().describe('Of the draft'),
  runs: z.int(),
  compared: z.int(),
  failed: z.int().describe('Runs that one of the two could not answer'),
  progress: z.number().min(0).max(1),
  changed: z.int().describe('Runs whose output or text differs'),
  flipped: z.int().describe('Runs whose decision differs'),
  texts_changed: z.int(),
  overlap: z.number().nullable().describe('Mean share of the first ten that both lists have; null without lists'),
  decisions: z.array(z.object({ from: z.string(), to: z.string(), runs: z.int() })),
  paths: z.array(z.object({ path: z.string(), runs: z.int() })).describe('Most often changed first'),
  created_by: z.string(),
  created_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
})
export type ImpactObject = z.infer<typeof impactObject>
export const impactList = listOf(impactObject)

export const impactCase = z.object({
  id: z.string().describe('The real run'),
  object: z.literal('impact_case'),
  state: z.enum(['same', 'changed', 'failed']),
  is_flipped: z.boolean(),
  decision: z.object({ before: z.string(), after: z.string() }).nullable(),
  overlap: z.number().nullable(),
  outputs: z.array(z.object({ path: z.string(), before: z.json(), after: z.json() })),
  sentences: z.array(
    z.object({
      language: z.string(),
      section: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  error: z.string().nullable().describe('Why one of the two gave no answer'),
})
export type ImpactCase = z.infer<typeof impactCase>
export const impactCaseList = listOf(impactCase)
export const listImpactCasesInput = z.strictObject({
  id: idSchema('impact'),
  ...pageInput,
  only: z.enum(['all', 'changed', 'flipped', 'failed']).default('changed'),
})
