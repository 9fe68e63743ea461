// One run, with its result once it has one: a single statement, because every caller that waits for its run asks it.
import { AppError } from '@guildhall/contracts/errors'
import { runDetail, runIdInput } from '@guildhall/contracts/run-object'
import type { Sql } from '@guildhall/db/sql'
import { z } from 'zod'
import { defineSqlVerb } from '../verb.ts'
import { type RunRow, runColumns } from './row.ts'
import { type ResultRow, resultView, runView, templateRefOf } from './view.ts'

export const getRun = defineSqlVerb({
  name: 'run.get',
  scope: 'runs:read',
  isRead: true,
  input: runIdInput,
  output: runDetail,
  run: async ({ actor, tx }, { id }) => {
    const row = await readRun(tx, { id, tenantId: actor.tenantId })
    if (!row) throw new AppError('not_found', { public: `No run ${id} here` })
    const template = templateRefOf(row, { slug: row.slug, digest: row.versionDigest })
    return {
      ...runView(row, template),
      input: z.record(z.string(), z.unknown()).parse(row.input),
      result: hasResult(row) ? resultView(row, row, template) : null,
    }
  },
})

type Joined = RunRow & { slug: string | null; versionDigest: string | null } & (ResultRow | { resultId: null })

async function readRun(tx: Sql, { id, tenantId }: { id: string; tenantId: string }): Promise<Joined | undefined> {
  const [row] = await tx.$queryRaw<Joined[]>`
    SELECT ${runColumns}, template.slug, template_version.digest AS "versionDigest",
      result.id AS "resultId", result.created_at AS "resultAt", result.output, result.facts, result.text, result.verification,
      result.provenance, result.usage
    FROM run LEFT JOIN result ON result.run_id = run.id LEFT JOIN template ON template.id = run.template_id
    LEFT JOIN template_version ON template_version.template_id = run.template_id AND template_version.number = run.template_version
    WHERE run.id = ${id} AND run.tenant_id = ${tenantId}`
  return row
}

const hasResult = (row: Joined): row is Joined & ResultRow => row.resultId !== null
