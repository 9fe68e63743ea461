// One run on its way through the rooms. Each room adds its part; a run that cannot go on leaves as a failure.
import type { ErrorCode } from '@guildhall/contracts/errors'
import { AppError, toProblem } from '@guildhall/contracts/errors'
import type { Champion } from '@guildhall/domain/model/champion'
import type { ClaimedRun } from '@guildhall/domain/run/claim'
import type { LoadedRun } from '@guildhall/domain/run/load'
import type { Settlement } from '@guildhall/domain/run/settle'
import type { Probed as Answer, RunFacts, Task, TenantRecords } from '@guildhall/verticals/kit/vertical'

export type Job = {
  run: LoadedRun
  task: Task
  /** Null where the task has no model, or none serves yet and the pack answers without one. */
  champion: Champion | null
  startedAt: number
  queueMs: number
  /** Milliseconds per room. */
  rooms: Record<string, number>
}
/** Input and content as the pack's schemas parsed them. */
export type Parsed = Job & { input: unknown; content: unknown }
export type Read = Parsed & { records: TenantRecords }
export type Featurized = Read & { features: unknown }
export type Inferred = Featurized & { prediction: unknown; batchSize: number; inferMs: number }
export type Found = Inferred & { found: TenantRecords; probed: readonly Answer[] }
export type Failed = Extract<Settlement, { status: 'failed' }>

/** What the pack may know of the run. */
export const runFacts = ({ run }: Job): RunFacts => ({
  id: run.id,
  seed: run.seed,
  asOf: run.createdAt.toISOString(),
})

/** A failure with a problem document, as `run.error` shows it. */
export function refuse(run: Pick<ClaimedRun, 'id' | 'tenantId' | 'attempts'>, code: ErrorCode, text: string): Failed {
  return fail(run, new AppError(code, { public: text }))
}

export function fail(run: Pick<ClaimedRun, 'id' | 'tenantId' | 'attempts'>, error: unknown): Failed {
  const problem = toProblem(error, { instance: `/v1/runs/${run.id}`, requestId: null })
  return { runId: run.id, tenantId: run.tenantId, attempts: run.attempts, status: 'failed', error: problem }
}
