// The finance output as the page reads it; a result that has another shape is shown by the generic view.
import { z } from 'zod'

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })
const value = z.union([z.string(), z.number(), z.null()])

export const financeOutput = z.looseObject({
  score: z.object({ pd_12m: z.number(), points: z.number(), band: z.string() }),
  factors: z.array(z.object({ factor: z.string(), value, points: z.number() })),
  reason_method: z.object({ reference_points: z.number(), difference_points: z.number() }),
  affordability: z.object({
    payment_monthly: z.string(),
    dti_after: z.number().nullable(),
    stress: z.array(
      z.object({
        id: z.string(),
        income_change: z.number(),
        rate_change: z.number(),
        dti_after: z.number().nullable(),
      }),
    ),
  }),
  expected_loss: z.object({ el: z.string() }),
  policy: z.array(
    z.object({
      rule: z.string(),
      name: localized,
      outcome: z.enum(['pass', 'refer', 'decline']),
      margin: z.number().nullable(),
      unit: z.string(),
    }),
  ),
  recommendation: z.object({
    action: z.enum(['approve', 'approve_with_conditions', 'refer', 'decline']),
    max_amount: z.string().nullable(),
  }),
  missing: z.array(z.string()),
})
export type FinanceOutput = z.infer<typeof financeOutput>
