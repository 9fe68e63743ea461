// Everything a group of claimed runs needs, in a handful of queries however many runs: template versions and champions.
import type { Tx } from '@guildhall/db/client'
import { withTenants } from '@guildhall/db/scope'
import { type Champion, type Serving, type ShadowCandidate, servingOf } from '../model/champion.ts'
import { contentsOf } from '../template/content.ts'
import type { ClaimedRun } from './claim.ts'

export type LoadedRun = ClaimedRun & {
  task: string
  template: { id: string; slug: string; version: number; digest: string }
  content: unknown
  champion: Champion | null
  shadow: ShadowCandidate | null
}

/** A run whose template version is gone is left out; the caller fails it. */
export async function loadRuns(runs: readonly ClaimedRun[]): Promise<LoadedRun[]> {
  const tenantIds = [...new Set(runs.map((run) => run.tenantId))]
  if (tenantIds.length === 0) return []
  return withTenants(tenantIds, async (tx) => {
    const versions = await versionsOf(tx, runs)
    const contentOf = await contentsOf(tx, [...versions.values()])
    const serving = new Map<string, Map<string, Serving>>()
    const loaded: LoadedRun[] = []
    for (const run of runs) {
      const version = versions.get(`${run.templateId} ${run.templateVersion}`)
      if (!version) continue
      const { vertical, task } = version.template
      const key = `${vertical} ${task}`
      const known = serving.get(key) ?? (await servingOf(tx, { tenantIds, vertical, task }))
      serving.set(key, known)
      loaded.push({
        ...run,
        task,
        template: {
          id: run.templateId,
          slug: version.template.slug,
          version: version.number,
          digest: version.digest,
        },
        content: contentOf(version.digest),
        champion: known.get(run.tenantId)?.champion ?? null,
        shadow: known.get(run.tenantId)?.shadow ?? null,
      })
    }
    return loaded
  })
}

async function versionsOf(tx: Tx, runs: readonly ClaimedRun[]) {
  const rows = await tx.templateVersion.findMany({
    where: {
      tenantId: { in: runs.map((run) => run.tenantId) },
      templateId: { in: runs.map((run) => run.templateId) },
      number: { in: runs.map((run) => run.templateVersion) },
    },
    select: {
      id: true,
      templateId: true,
      number: true,
      digest: true,
      template: { select: { slug: true, vertical: true, task: true } },
    },
  })
  return new Map(rows.map((row) => [`${row.templateId} ${row.number}`, row]))
}
