// A row of `run` as the views need it, and the columns that make it: for SQL that returns runs.
import { sql } from '@guildhall/db/client'

export type RunRow = {
  id: string
  tenantId: string
  templateId: string
  templateVersion: number
  templateDigest: string | null
  vertical: string
  status: string
  lane: string
  input: unknown
  inputDigest: string
  languages: string[]
  metadata: unknown
  seed: number
  error: unknown
  requestId: string
  experimentId: string | null
  variant: string | null
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  deadlineAt: Date
}

export const runColumns = sql`run.id, run.tenant_id AS "tenantId", run.template_id AS "templateId", run.template_version AS "templateVersion",
  run.template_digest AS "templateDigest", run.vertical, run.status, run.lane, run.input, run.input_digest AS "inputDigest",
  run.languages, run.metadata, run.seed, run.error, run.request_id AS "requestId", run.experiment_id AS "experimentId", run.variant,
  run.created_at AS "createdAt", run.started_at AS "startedAt", run.finished_at AS "finishedAt", run.deadline_at AS "deadlineAt"`
