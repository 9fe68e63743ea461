// What a result decided, and what a stored one would have come to under another content: the estimate as it was, thresholds worked out again.
import { z } from 'zod'
import { valueAt } from '../../kit/golden.ts'
import type { Redecided } from '../../kit/vertical.ts'
import { triageOf } from './assess.ts'
import type { TriageNoteContent } from './content.ts'

const stored = z.object({
  case_ref: z.string(),
  score: z.object({ probability: z.number(), interval_90: z.tuple([z.number(), z.number()]).nullable() }),
  missing: z.array(z.string()),
  outside: z.array(z.unknown()),
})

/** Null for a result of another shape, and for one without an estimate: it was not passed on. */
export function redecide({ output }: { output: unknown }, content: TriageNoteContent): Redecided | null {
  const parsed = stored.safeParse(output)
  if (!parsed.success) return null
  const { case_ref: subject, score, missing, outside } = parsed.data
  const { probability, interval_90: interval } = score
  const { level, because } = triageOf(
    { probability, upper: interval?.[1] ?? null, missing: missing.length, outside: outside.length },
    content,
  )
  return { subject, decision: level, because, score: probability, band: level, loss: 0, currency: '' }
}

/** Null for a result of another shape. */
export function levelIn(output: Record<string, unknown>): string | null {
  const level = valueAt(output, 'triage.level')
  return typeof level === 'string' ? level : null
}
