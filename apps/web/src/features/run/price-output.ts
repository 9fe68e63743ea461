// Price advice as the page reads it; a result that has another shape is shown by the generic view.
import { z } from 'zod'

const span = z.tuple([z.number(), z.number()])
const point = z.object({
  price: z.string(),
  units: z.number(),
  units_interval_90: span,
  period_interval_90: span,
  revenue: z.string(),
  margin: z.string().nullable(),
  beyond_seen: z.boolean(),
})
export type PricePoint = z.infer<typeof point>

export const priceOutput = z.looseObject({
  status: z.enum(['thin', 'undecided', 'keep', 'change']),
  objective: z.enum(['margin', 'revenue']),
  currency: z.string(),
  period: z.enum(['day', 'week']),
  current: point.nullable(),
  advised_price: z.string().nullable(),
  best: point.extend({ confidence: z.number(), bound: z.string().nullable() }).nullable(),
  elasticity: z.object({ value: z.number(), interval_90: span }).nullable(),
  seen: z.object({
    periods: z.int(),
    prices: z.int(),
    low: z.string().nullable(),
    high: z.string().nullable(),
    until: z.string().nullable(),
  }),
  curve: z.array(point),
})
export type PriceOutput = z.infer<typeof priceOutput>
