// Rows of decision -> the object on the wire, and the part of a stored output that a decision is about.
import { type DecisionObject, decisionObject } from '@guildhall/contracts/decision'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'

export const judgedOutput = z.object({
  score: z.object({ points: z.number(), band: z.string() }),
  factors: z.array(z.object({ factor: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.null()]) })),
  recommendation: z.object({ action: z.string() }),
})

type DecisionRow = NonNullable<Awaited<ReturnType<Tx['decision']['findFirst']>>>

/** `nameOf` says who the actor is. */
export function decisionView(row: DecisionRow, nameOf: (actor: string) => string): DecisionObject {
  return decisionObject.parse({
    id: row.id,
    object: 'decision',
    run: row.runId,
    recommended: row.recommended,
    decision: row.decision,
    is_override: row.isOverride,
    amount: row.amount,
    reason_code: row.reasonCode,
    comment: row.comment,
    decided_by: nameOf(row.decidedBy),
    decided_at: row.decidedAt.toISOString(),
  })
}
