// Everything a group of claimed runs needs, in a handful of queries however many runs: what their templates say, and which models answer.
import type { TemplateSettings } from '@guildhall/contracts/template-document'
import { withTenantsSql } from '@guildhall/db/scope'
import type { Sql } from '@guildhall/db/sql'
import { type Champion, type Serving, type ShadowCandidate, servingOf } from '../model/champion.ts'
import { type Pin, pinName, pinnedOf, pinOf } from '../model/pinned.ts'
import { contentsOf, type Held, snapshotsOf } from '../template/content.ts'
import type { ClaimedRun } from './claim.ts'

export type LoadedRun = ClaimedRun & {
  task: string
  template: { id: string; slug: string; version: number; digest: string }
  content: unknown
  settings: TemplateSettings
  /** The pinned version where the template names one; null where that one is gone. */
  champion: Champion | null
  shadow: ShadowCandidate | null
}

/** A run whose template version or draft is gone is left out; the caller fails it. */
export async function loadRuns(runs: readonly ClaimedRun[]): Promise<LoadedRun[]> {
  const tenantIds = [...new Set(runs.map((run) => run.tenantId))]
  if (tenantIds.length === 0) return []
  return withTenantsSql(tenantIds, async (tx) => {
    const answering = [...(await publishedOf(tx, runs)), ...(await draftsOf(tx, runs))]
    const modelOf = await modelsOf(tx, tenantIds, answering)
    return answering.map((one) => ({ ...loaded(one), ...modelOf(one) }))
  })
}

type Named = { slug: string; vertical: string; task: string }
type Answering = { run: ClaimedRun; template: Named; digest: string; held: Held }

async function publishedOf(tx: Sql, all: readonly ClaimedRun[]): Promise<Answering[]> {
  const runs = all.filter((run) => run.templateDigest === null)
  if (runs.length === 0) return []
  const rows = await tx.$queryRaw<(Named & { id: string; templateId: string; number: number; digest: string })[]>`
    SELECT v.id, v.template_id AS "templateId", v.number, v.digest, t.slug, t.vertical, t.task
    FROM template_version v JOIN template t ON t.id = v.template_id
    WHERE v.template_id = ANY(${[...new Set(runs.map((run) => run.templateId))]})
      AND v.number = ANY(${[...new Set(runs.map((run) => run.templateVersion))]}::int[]) AND v.published_at IS NOT NULL`
  const heldOf = await contentsOf(tx, rows)
  const versions = new Map(rows.map((row) => [`${row.templateId} ${row.number}`, row]))
  return runs.flatMap((run) => {
    const version = versions.get(`${run.templateId} ${run.templateVersion}`)
    const held = version && heldOf(version.digest)
    return held ? [{ run, template: version, digest: version.digest, held }] : []
  })
}

async function draftsOf(tx: Sql, all: readonly ClaimedRun[]): Promise<Answering[]> {
  const runs = all.flatMap((run) => (run.templateDigest === null ? [] : [{ run, digest: run.templateDigest }]))
  if (runs.length === 0) return []
  const templates = await tx.$queryRaw<(Named & { id: string })[]>`
    SELECT id, slug, vertical, task FROM template WHERE id = ANY(${[...new Set(runs.map(({ run }) => run.templateId))]})`
  const heldOf = await snapshotsOf(
    tx,
    runs.map(({ run, digest }) => ({ templateId: run.templateId, digest })),
  )
  return runs.flatMap(({ run, digest }) => {
    const template = templates.find((one) => one.id === run.templateId)
    const held = heldOf(digest)
    return template && held ? [{ run, template, digest, held: patched(held, run.contentPatch) }] : []
  })
}

function patched(held: Held, patch: ClaimedRun['contentPatch']): Held {
  return patch === null ? held : { ...held, content: { ...held.content, ...patch } }
}

function loaded({ run, template, digest, held }: Answering) {
  return {
    ...run,
    task: template.task,
    template: { id: run.templateId, slug: template.slug, version: run.templateVersion, digest },
    content: held.content,
    settings: held.settings,
  }
}

type Models = { champion: Champion | null; shadow: ShadowCandidate | null }

async function modelsOf(
  tx: Sql,
  tenantIds: readonly string[],
  answering: readonly Answering[],
): Promise<(one: Answering) => Models> {
  const serving = new Map<string, Map<string, Serving>>()
  for (const { vertical, task } of answering.map((one) => one.template)) {
    const key = `${vertical} ${task}`
    if (!serving.has(key)) serving.set(key, await servingOf(tx, { tenantIds, vertical, task }))
  }
  const pinned = await pinnedOf(
    tx,
    answering.flatMap((one) => pinIn(one) ?? []),
  )
  return (one) => {
    const pin = pinIn(one)
    if (pin) return { champion: pinned.get(pinName(pin)) ?? null, shadow: null }
    const { champion, shadow } =
      serving.get(`${one.template.vertical} ${one.template.task}`)?.get(one.run.tenantId) ?? {}
    // What nobody asked for real teaches nothing about a candidate.
    return { champion: champion ?? null, shadow: one.run.purpose === 'run' ? (shadow ?? null) : null }
  }
}

function pinIn({ run, template, held }: Answering): Pin | null {
  return pinOf({ tenantId: run.tenantId, ...template }, held.settings.model)
}
