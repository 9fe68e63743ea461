// A/B experiments: two published versions of one template, who gets which by hash, and what came of it with a plain verdict.
import { z } from 'zod'
import { attributionLimits, windowDays } from './attribution.ts'
import { idSchema } from './ids.ts'
import { listOf, pageInput } from './list.ts'

const variants = ['a', 'b'] as const
export const variantSchema = z.enum(variants)
export type Variant = z.infer<typeof variantSchema>

const version = z.int().positive()

export const createExperimentInput = z.strictObject({
  template: z.string().min(1).max(100).describe('Slug or id'),
  name: z.string().trim().min(1).max(120),
  version_a: version.describe('A published version: what serves now, as a rule'),
  version_b: version.describe('A published version: what is tried'),
  share_b: z.number().min(0.01).max(0.99).default(0.5).describe('Share of shoppers that get B'),
  smallest_effect: z
    .number()
    .min(0.001)
    .max(0.5)
    .default(0.01)
    .describe('The smallest difference of the conversion that would matter, absolute; fixed once it runs'),
  window_days: windowDays.default(attributionLimits.defaultWindowDays),
})

export const experimentObject = z.object({
  id: z.string(),
  object: z.literal('experiment'),
  name: z.string(),
  template: z.string(),
  status: z.enum(['draft', 'running', 'stopped']),
  version_a: z.int(),
  version_b: z.int(),
  share_b: z.number(),
  smallest_effect: z.number(),
  window_days: z.int(),
  created_by: z.string(),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  stopped_at: z.iso.datetime().nullable(),
})
export type ExperimentObject = z.infer<typeof experimentObject>
export const experimentList = listOf(experimentObject)
export const listExperimentsInput = z.strictObject({ ...pageInput, template: z.string().max(100).optional() })
export const experimentIdInput = z.strictObject({ id: idSchema('experiment') })

/** Lower and upper end. */
const interval = z.tuple([z.number(), z.number()]).nullable()
export type Interval = [number, number]

const variantResults = z.object({
  variant: variantSchema,
  version: z.int(),
  shoppers: z.int(),
  sessions: z.int(),
  lists: z.int(),
  click_rate: z.number().nullable(),
  buyers: z.int(),
  conversion: z.number().nullable().describe('Buyers / shoppers'),
  conversion_90: interval.describe('Wilson'),
  conversion_95: interval,
  revenue: z.number(),
  revenue_per_session: z.number().nullable(),
  revenue_per_session_90: interval.describe('Delta method over shoppers'),
  revenue_per_session_95: interval,
})
export type VariantResults = z.infer<typeof variantResults>

/**
 * `mismatch`: the shares are not what was asked for, so nothing is to be believed. `too_few`: the approximation does not hold yet.
 * `not_decided`, `b_better`, `a_better`, `no_difference`: by the always-valid interval, so that looking every day does no harm.
 */
const verdicts = ['mismatch', 'too_few', 'not_decided', 'b_better', 'a_better', 'no_difference'] as const

export const experimentResults = z.object({
  object: z.literal('experiment_results'),
  experiment: experimentObject,
  variants: z.array(variantResults).length(2),
  /** B less A. */
  conversion_difference: z.object({
    value: z.number().nullable(),
    interval_90: interval.describe('Newcombe; true for one look only'),
    interval_95: interval,
    always_valid_95: interval.describe('Holds at every look at once; the verdict reads this one'),
  }),
  revenue_difference: z.object({ value: z.number().nullable(), interval_90: interval, interval_95: interval }),
  sample_ratio: z.object({
    expected_b: z.number(),
    observed_b: z.number().nullable(),
    p: z.number().nullable().describe('Chi-square, one degree of freedom; below .001 is a mismatch'),
    is_mismatch: z.boolean(),
  }),
  verdict: z.enum(verdicts),
  shoppers_needed: z.int().nullable().describe('Of both variants, to find the smallest effect four times in five'),
  shoppers_more: z.int().nullable(),
  is_truncated: z.boolean(),
})
export type ExperimentResults = z.infer<typeof experimentResults>
