// New runs as rows: the run, what is sealed apart from it, and nothing else; the caller sends its message in the same transaction.
import { newId } from '@guildhall/contracts/ids'
import { type Language, runLimits } from '@guildhall/contracts/run'
import type { Sql } from '@guildhall/db/sql'
import { fingerprintOf } from '../idempotency.ts'
import type { Purpose } from './purpose.ts'
import type { RequestedInput, TemplateRequest } from './request.ts'
import { type RunRow, runColumns } from './row.ts'

type NewRun = RequestedInput & {
  languages: Language[]
  metadata: Record<string, string>
  deadlineS?: number | undefined
  /** Of golden, impact and preview runs: answered by the draft at the request's digest, not by a published version. */
  draft?: { purpose: Exclude<Purpose, 'run'>; patch?: Record<string, unknown> | undefined; createdAt?: Date }
  batch?: { id: string; line: number }
}
type By = { tenantId: string; name: string; requestId: string }

export async function insertRuns(
  tx: Sql,
  { by, request, runs }: { by: By; request: TemplateRequest; runs: readonly NewRun[] },
): Promise<RunRow[]> {
  const rows = runs.map((run) => rowOf(run, { by, request }))
  const written = await tx.$queryRaw<RunRow[]>`
    INSERT INTO run (id, tenant_id, template_id, template_version, template_digest, experiment_id, variant, vertical, status, lane, input,
      input_digest, fleeting, languages, metadata, deadline_at, request_id, created_by, batch_id, batch_line, purpose, content_patch, created_at)
    SELECT id, tenant_id, template_id, template_version, template_digest, experiment_id, variant, vertical, 'queued', lane, input,
      input_digest, fleeting, languages, metadata, now() + make_interval(secs => deadline_s), request_id, created_by, batch_id, batch_line, purpose, content_patch,
      COALESCE(created_at, now())
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, tenant_id text, template_id text, template_version int,
      template_digest text, experiment_id text, variant text, vertical text, lane text, input jsonb, input_digest text, fleeting jsonb,
      languages text[], metadata jsonb, deadline_s float8, request_id text, created_by text, batch_id text, batch_line int,
      purpose text, content_patch jsonb, created_at timestamptz)
    RETURNING ${runColumns}`
  await seal(
    tx,
    by.tenantId,
    rows.map(({ id }, at) => ({ run_id: id, attributes: runs[at]?.sealed ?? null })),
  )
  // In the order asked, which Postgres keeps and does not promise.
  const byId = new Map(written.map((row) => [row.id, row]))
  return rows.flatMap(({ id }) => byId.get(id) ?? [])
}

/** In the columns' own names. */
function rowOf(run: NewRun, { by, request }: { by: By; request: TemplateRequest }) {
  const { draft, batch } = run
  return {
    id: newId('run'),
    tenant_id: by.tenantId,
    template_id: request.template.id,
    template_version: request.template.version,
    template_digest: draft ? request.template.digest : null,
    experiment_id: request.experiment?.experimentId ?? null,
    variant: request.experiment?.variant ?? null,
    vertical: request.vertical,
    lane: batch || (draft && draft.purpose !== 'preview') ? 'batch' : 'interactive',
    input: run.input,
    input_digest: fingerprintOf(run.input),
    fleeting: run.fleeting,
    languages: run.languages,
    metadata: run.metadata,
    deadline_s: run.deadlineS ?? runLimits.defaultDeadlineS,
    request_id: by.requestId,
    created_by: by.name,
    batch_id: batch?.id ?? null,
    batch_line: batch?.line ?? null,
    purpose: draft?.purpose ?? 'run',
    content_patch: draft?.patch ?? null,
    created_at: draft?.createdAt ?? null,
  }
}

type Sealing = { run_id: string; attributes: Record<string, unknown> | null }

async function seal(tx: Sql, tenantId: string, all: readonly Sealing[]): Promise<void> {
  const sealed = all.filter(({ attributes }) => attributes !== null)
  if (sealed.length === 0) return
  await tx.$executeRaw`INSERT INTO sealed_attribute (run_id, tenant_id, attributes)
    SELECT run_id, ${tenantId}, attributes FROM jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) AS s(run_id text, attributes jsonb)`
}
