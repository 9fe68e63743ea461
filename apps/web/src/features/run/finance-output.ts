// The finance output as the page reads it; a result that has another shape is shown by the generic view.
import { z } from 'zod'

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })
const scalar = z.union([z.string(), z.number(), z.boolean()])
const value = z.union([z.string(), z.number(), z.null()])

export const financeOutput = z.looseObject({
  score: z.object({
    pd_12m: z.number(),
    pd_interval_90: z.tuple([z.number(), z.number()]).nullish(),
    points: z.number(),
    band: z.string(),
  }),
  factors: z.array(z.object({ factor: z.string(), value, points: z.number() })),
  reason_method: z.object({ reference_points: z.number(), difference_points: z.number() }),
  affordability: z.object({
    payment_monthly: z.string(),
    dti_after: z.number().nullable(),
    ltv: z.number().nullish(),
    dscr: z.number().nullish(),
    leverage: z.number().nullish(),
    stress: z.array(
      z.object({
        id: z.string(),
        income_change: z.number(),
        rate_change: z.number(),
        value_change: z.number().default(0),
        dti_after: z.number().nullable(),
        ltv: z.number().nullish(),
        dscr: z.number().nullish(),
      }),
    ),
  }),
  expected_loss: z.object({ el: z.string() }),
  policy: z.array(
    z.object({
      rule: z.string(),
      name: localized,
      outcome: z.enum(['pass', 'condition', 'cap', 'refer', 'decline']),
      margin: z.number().nullable(),
      unit: z.string().nullable(),
    }),
  ),
  recommendation: z.object({
    action: z.enum(['approve', 'approve_with_conditions', 'refer', 'decline']),
    max_amount: z.string().nullable(),
    decided_by: z.string().nullish(),
  }),
  conditions: z.array(z.string()).default([]),
  recourse: z
    .array(
      z.object({
        changes: z.array(z.object({ path: z.string(), from: scalar, to: scalar })),
        rescored_points: z.number(),
        action: z.string(),
      }),
    )
    .default([]),
  recourse_search: z.object({ is_searched: z.boolean(), candidates: z.number() }).optional(),
  missing: z.array(z.string()),
})
export type FinanceOutput = z.infer<typeof financeOutput>
