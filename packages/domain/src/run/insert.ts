// New runs as rows: the run, what is sealed apart from it, and nothing else; the caller sends its message in the same transaction.
import { newId } from '@guildhall/contracts/ids'
import { type Language, runLimits } from '@guildhall/contracts/run'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { fingerprintOf } from '../idempotency.ts'
import type { Purpose } from './purpose.ts'
import type { RequestedInput, TemplateRequest } from './request.ts'

type NewRun = RequestedInput & {
  languages: Language[]
  metadata: Record<string, string>
  deadlineS?: number | undefined
  /** Of golden, impact and preview runs: answered by the draft at the request's digest, not by a published version. */
  draft?: { purpose: Exclude<Purpose, 'run'>; patch?: Record<string, unknown> | undefined; createdAt?: Date }
  batch?: { id: string; line: number }
}
export type RunRow = Awaited<ReturnType<Tx['run']['createManyAndReturn']>>[number]
type By = { tenantId: string; name: string; requestId: string }

export async function insertRuns(
  tx: Tx,
  { by, request, runs }: { by: By; request: TemplateRequest; runs: readonly NewRun[] },
): Promise<RunRow[]> {
  const rows = runs.map((run) => ({ id: newId('run'), run }))
  const written = await tx.run.createManyAndReturn({
    data: rows.map(({ id, run }) => ({
      id,
      tenantId: by.tenantId,
      templateId: request.template.id,
      templateVersion: request.template.version,
      experimentId: request.experiment?.experimentId ?? null,
      variant: request.experiment?.variant ?? null,
      vertical: request.vertical,
      status: 'queued',
      lane: run.batch || (run.draft && run.draft.purpose !== 'preview') ? 'batch' : 'interactive',
      input: json(run.input),
      inputDigest: fingerprintOf(run.input),
      ...(run.fleeting ? { fleeting: json(run.fleeting) } : {}),
      languages: run.languages,
      metadata: run.metadata,
      deadlineAt: new Date(Date.now() + (run.deadlineS ?? runLimits.defaultDeadlineS) * 1000),
      requestId: by.requestId,
      createdBy: by.name,
      ...(run.batch ? { batchId: run.batch.id, batchLine: run.batch.line } : {}),
      ...(run.draft ? draftColumns(run.draft, request) : {}),
    })),
  })
  const sealed = rows.flatMap(({ id, run }) =>
    run.sealed ? [{ runId: id, tenantId: by.tenantId, attributes: json(run.sealed) }] : [],
  )
  if (sealed.length > 0) await tx.sealedAttribute.createMany({ data: sealed })
  // In the order asked, which Postgres keeps and does not promise.
  const byId = new Map(written.map((row) => [row.id, row]))
  return rows.flatMap(({ id }) => byId.get(id) ?? [])
}

function draftColumns({ purpose, patch, createdAt }: NonNullable<NewRun['draft']>, { template }: TemplateRequest) {
  return {
    purpose,
    templateDigest: template.digest,
    ...(patch ? { contentPatch: json(patch) } : {}),
    ...(createdAt ? { createdAt } : {}),
  }
}

const json = (value: unknown) => z.json().parse(value) ?? {}
