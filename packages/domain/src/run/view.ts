// Rows of run and result -> the objects on the wire.
import { variantSchema } from '@guildhall/contracts/experiment'
import type { ResultObject } from '@guildhall/contracts/result'
import { modelRef, type templateRef } from '@guildhall/contracts/result'
import { languageSchema, runStatusSchema } from '@guildhall/contracts/run'
import type { RunObject } from '@guildhall/contracts/run-object'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import type { RunRow } from './row.ts'

type TemplateRef = z.infer<typeof templateRef>
/** Columns of `result`, as they were stored. */
export type ResultRow = { resultId: string; resultAt: Date } & Record<
  'output' | 'facts' | 'text' | 'verification' | 'provenance' | 'usage',
  unknown
>

const json = z.record(z.string(), z.unknown())

export function runView(row: RunRow, template: TemplateRef): RunObject {
  return {
    id: row.id,
    object: 'run',
    status: runStatusSchema.parse(row.status),
    vertical: row.vertical,
    template,
    language: row.languages.map((one) => languageSchema.parse(one)),
    lane: row.lane === 'batch' ? 'batch' : 'interactive',
    metadata: z.record(z.string(), z.string()).parse(row.metadata),
    experiment: row.experimentId === null ? null : { id: row.experimentId, variant: variantSchema.parse(row.variant) },
    request_id: row.requestId,
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    finished_at: row.finishedAt?.toISOString() ?? null,
    deadline_at: row.deadlineAt.toISOString(),
    error: row.error === null ? null : json.parse(row.error),
    urls: { get: `/v1/runs/${row.id}`, cancel: `/v1/runs/${row.id}/cancel` },
  }
}

export function resultView(row: ResultRow, run: RunRow, template: TemplateRef): ResultObject {
  const provenance = json.parse(row.provenance)
  return unchecked({
    id: row.resultId,
    object: 'result',
    run: run.id,
    vertical: run.vertical,
    template,
    model: modelRef.nullable().parse(provenance.model),
    input_digest: run.inputDigest,
    seed: run.seed,
    language: run.languages,
    created_at: row.resultAt.toISOString(),
    verification: row.verification,
    usage: row.usage,
    facts: row.facts,
    output: { ...json.parse(row.output), note: row.text },
  })
}

/** A result has thousands of values; the verb that sends it checks its whole output, and once is enough. */
const unchecked = (result: Record<keyof ResultObject, unknown>): ResultObject => result as ResultObject

/** Slug and digest of the template versions these runs name, in two queries however many runs. */
export async function templateRefs(
  tx: Tx,
  tenantId: string,
  runs: readonly RunRow[],
): Promise<(run: RunRow) => TemplateRef> {
  const ids = [...new Set(runs.map((run) => run.templateId))]
  const templates = await tx.template.findMany({
    where: { tenantId, id: { in: ids } },
    select: { id: true, slug: true },
  })
  const versions = await tx.templateVersion.findMany({
    where: { tenantId, templateId: { in: ids }, number: { in: [...new Set(runs.map((run) => run.templateVersion))] } },
    select: { templateId: true, number: true, digest: true },
  })
  const slugs = new Map(templates.map((one) => [one.id, one.slug]))
  const digests = new Map(versions.map((one) => [`${one.templateId} ${one.number}`, one.digest]))
  return (run) =>
    templateRefOf(run, {
      slug: slugs.get(run.templateId) ?? null,
      digest: digests.get(`${run.templateId} ${run.templateVersion}`) ?? null,
    })
}

/** `found` is what is left of the template: null where it is gone, or where no version but a draft answered. */
export function templateRefOf(run: RunRow, found: { slug: string | null; digest: string | null }): TemplateRef {
  return {
    id: run.templateId,
    slug: found.slug ?? run.templateId,
    version: run.templateVersion,
    digest: run.templateDigest ?? found.digest ?? '',
  }
}
