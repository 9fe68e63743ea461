// Models on the wire: one per task, its immutable versions, their gates, and what moves a version from candidate to champion.
import { z } from 'zod'
import { gateSchema } from './gate.ts'
import { listOf } from './list.ts'
import { modelCardSchema } from './model-card.ts'
import { scheduleObject } from './training.ts'

const versionObject = z.object({
  id: z.string(),
  object: z.literal('model_version'),
  model: z.string(),
  version: z.int(),
  state: z.enum(['candidate', 'champion', 'archived']),
  is_builtin: z.boolean(),
  digest: z.string(),
  bytes: z.int().nullable(),
  gates: z.array(gateSchema),
  training: z.string().nullable(),
  /** A promotion through failing gates that waits for a second member. */
  request: z.object({ by: z.string(), reason: z.string(), at: z.iso.datetime() }).nullable(),
  shadow_share: z.number(),
  created_at: z.iso.datetime(),
  promoted_at: z.iso.datetime().nullable(),
  promoted_by: z.string().nullable(),
})
export type ModelVersionObject = z.infer<typeof versionObject>

const modelObject = z.object({
  id: z.string().describe('`vertical.task`'),
  object: z.literal('model'),
  vertical: z.string(),
  task: z.string(),
  name: z.string(),
  is_trainable: z.boolean().describe('false: it ships with its vertical and has no trainer here'),
  collections: z.array(z.string()),
  /** Rows there now, in those collections. */
  rows: z.int(),
  champion: versionObject.nullable().describe('What serves: your own, else the built-in one, else nothing'),
  candidates: z.int(),
  schedule: scheduleObject,
})
export type ModelObject = z.infer<typeof modelObject>
export const modelList = listOf(modelObject)

const shadowReport = z.object({
  runs: z.int(),
  /** Share of runs whose decision would differ. */
  flips: z.number().nullable(),
  /** Share of the top ten that both have; 1 where there is no list. */
  overlap: z.number().nullable(),
  champion_ms: z.number().nullable(),
  candidate_ms: z.number().nullable(),
})

/** Points of the charts on the model page; families fill what they have. */
export const curvesSchema = z.object({
  calibration: z.array(z.object({ predicted: z.number(), observed: z.number(), rows: z.int() })).optional(),
  shapes: z
    .array(
      z.object({
        feature: z.string(),
        points: z.array(z.object({ x: z.union([z.number(), z.string()]), y: z.number() })),
      }),
    )
    .optional(),
  stability: z
    .array(z.object({ from: z.number(), to: z.number(), expected: z.number(), actual: z.number() }))
    .optional(),
})
export type Curves = z.infer<typeof curvesSchema>

export const versionDetail = versionObject.extend({
  card: modelCardSchema,
  curves: curvesSchema,
  shadow: shadowReport,
})
export type VersionDetail = z.infer<typeof versionDetail>
export const versionList = listOf(versionObject)

export const modelIdInput = z.strictObject({ id: z.string().max(100) })
export const versionInput = z.strictObject({ id: z.string().max(100), version: z.coerce.number().int().min(1) })
export const promoteInput = versionInput.extend({
  reason: z.string().trim().min(10).max(500).optional().describe('Needed where a gate failed'),
})
export const shadowInput = versionInput.extend({ share: z.number().min(0).max(1) })
