// What a person decides on a run that was referred, or against its recommendation; the worklist, and the risk officer's figures.
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { listOf, pageInput } from './list.ts'

export const decisions = ['approve', 'decline'] as const
const decisionSchema = z.enum(decisions)

/** Why a person decided otherwise, or what settled a referral: coded, so that it can be counted. */
export const reasonCodes = [
  'documents_verified',
  'income_confirmed',
  'arrears_explained',
  'guarantee_obtained',
  'collateral_stronger',
  'policy_exception',
  'relationship_known',
  'fraud_suspected',
  'capacity_doubtful',
  'information_missing',
  'other',
] as const
const reasonCodeSchema = z.enum(reasonCodes)

export const decideInput = z.strictObject({
  id: idSchema('run'),
  decision: decisionSchema,
  amount: z
    .string()
    .regex(/^\d{1,13}(\.\d{1,2})?$/, 'must be a decimal string such as "25000.00"')
    .optional()
    .describe('What is lent, where it is not what was asked for'),
  reason_code: reasonCodeSchema,
  comment: z.string().trim().max(1000).optional().describe('Never a name or another personal detail'),
})

export const decisionObject = z.object({
  id: z.string(),
  object: z.literal('decision'),
  run: z.string(),
  recommended: z.string(),
  decision: decisionSchema,
  is_override: z.boolean().describe('Decided against the recommendation; settling a referral is none'),
  amount: z.string().nullable(),
  reason_code: reasonCodeSchema,
  comment: z.string().nullable(),
  decided_by: z.string(),
  decided_at: z.iso.datetime(),
})
export type DecisionObject = z.infer<typeof decisionObject>
export const decisionList = listOf(decisionObject)
export const listDecisionsInput = z.strictObject({ ...pageInput, run: idSchema('run').optional() })

/** One referred run that nobody has decided yet. */
const worklistItem = z.object({
  id: z.string(),
  object: z.literal('worklist_item'),
  template: z.string(),
  application: z.string(),
  applicant: z.string(),
  product: z.string(),
  amount: z.string(),
  currency: z.string(),
  points: z.number(),
  band: z.string(),
  decided_by: z.string().nullable().describe('The rule that referred it'),
  created_at: z.iso.datetime(),
})
export type WorklistItem = z.infer<typeof worklistItem>
export const worklist = listOf(worklistItem)
export const worklistInput = z.strictObject(pageInput)

const share = z.number().nullable().describe('A fraction; null where nothing was counted')

export const portfolioInput = z.strictObject({
  days: z.coerce.number().int().min(1).max(730).default(90),
  template: z.string().max(100).optional().describe('Slug or id'),
})

const monthSchema = z.object({
  month: z.string(),
  runs: z.int(),
  approved: share,
  referred: share,
  declined: share,
  overridden: share,
  stability: z.number().nullable().describe('PSI of the score against the first month shown'),
  expected_loss: z.number().describe('Summed, of what was not declined; currencies are not mixed'),
})
export const portfolio = z.object({
  object: z.literal('portfolio'),
  runs: z.int(),
  currency: z.string().nullable(),
  bands: z.array(z.object({ band: z.string(), runs: z.int() })),
  actions: z.array(z.object({ action: z.string(), runs: z.int() })),
  reasons: z.array(z.object({ code: z.string(), runs: z.int(), points: z.number() })),
  rules: z.array(z.object({ rule: z.string(), failed: z.int() })),
  overrides: z.array(z.object({ reason_code: z.string(), runs: z.int() })),
  decided: z.int(),
  override_rate: share,
  months: z.array(monthSchema),
})
export type Portfolio = z.infer<typeof portfolio>

/** Groups smaller than this are not shown: a figure of a handful of people points at them. */
export const leastGroup = 30

export const fairnessReport = z.object({
  object: z.literal('fairness_report'),
  least_group: z.int(),
  attributes: z.array(
    z.object({
      attribute: z.string(),
      months: z.array(
        z.object({
          month: z.string(),
          groups: z.array(z.object({ group: z.string(), runs: z.int(), approved: z.number() })),
          hidden: z.int().describe('Groups left out for being small'),
          ratio: z.number().nullable().describe('Lowest selection rate over the highest'),
        }),
      ),
    }),
  ),
})
export type FairnessReport = z.infer<typeof fairnessReport>
