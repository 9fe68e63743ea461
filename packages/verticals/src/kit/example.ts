// What each pack gives the conformance test: a card, records as a tenant would have them, and a prediction without a worker.
import type { ModelCard } from '@guildhall/contracts/model-card'
import type { TenantRecords } from './vertical.ts'

/** By the slug of the task: what a pack's `example.ts` exports as `examples`. */
export type Examples = Record<string, Example>

type Example = {
  /** Null where the task has no model. */
  card: ModelCard | null
  /** Bytes of the built-in champion; null where there is none. */
  graph: Uint8Array | null
  /** Answers to `reads` and to `looksUp`. */
  records: TenantRecords
  found: TenantRecords
  /** A prediction as `decode` would give; `shift` moves it, so that notes differ. */
  predict: (shift: number) => unknown
}
