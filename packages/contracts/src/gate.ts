// Gates: what a candidate must pass before it may serve. Each states its figure, its threshold, how sure it is, and its verdict.
import { z } from 'zod'

const gateNames = [
  'quality',
  'calibration',
  'stability',
  'fairness',
  'coverage',
  'popularity_bias',
  'plausibility',
  'parity',
] as const

export const gateSchema = z.object({
  name: z.enum(gateNames),
  /** What was measured, e.g. `auc_difference` or `selection_rate_ratio:sex`. */
  measure: z.string(),
  figure: z.number().nullable(),
  threshold: z.number().nullable(),
  /** Which side of the threshold passes. */
  passes: z.enum(['at_least', 'at_most', 'between']),
  /** 95 % interval of the figure, where there is one. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  verdict: z.enum(['pass', 'fail', 'not_run']),
  /** One sentence for people: what it means, or why it could not run. */
  detail: z.string(),
})
export type Gate = z.infer<typeof gateSchema>

/** Not run is not failed, but it is said. */
export const hasFailed = (gates: readonly Gate[]): boolean => gates.some((gate) => gate.verdict === 'fail')
