// A job: one value with a name, the shape of its payload and its options. The payload carries ids, never the truth.
import { z } from 'zod'

export type Consumer = 'inference' | 'training' | 'delivery'

export type JobDefinition<N extends string = string, P extends z.ZodType = z.ZodType, C extends Consumer = Consumer> = {
  name: N
  consumer: C
  payload: P
  attempts: number
  backoffMs: number
  timeoutMs: number
  /** Repeats by itself at this interval; such a job has an empty payload. */
  everyMs?: number
}

export function defineJob<const N extends string, P extends z.ZodType, const C extends Consumer>(
  definition: JobDefinition<N, P, C>,
): JobDefinition<N, P, C> {
  return definition
}

/** What travels around every payload, so that logs, traces and audit lines meet. */
export const envelopeSchema = z.object({
  tenantId: z.string().nullable(),
  actor: z.string(),
  requestId: z.string(),
  traceparent: z.string().nullable(),
  rowId: z.string(),
  generation: z.int().nonnegative(),
  /** Runs of batches wait behind everybody who waits for an answer. */
  lane: z.enum(['interactive', 'batch']).default('interactive'),
  payload: z.unknown(),
})
export type Envelope = z.infer<typeof envelopeSchema>

/** BullMQ refuses `:` in an id and ignores a re-add while an id is kept, hence the generation. */
export function jobId(rowId: string, generation: number): string {
  return `${rowId}-${generation}`
}
