// What candidates said in the shadow of the champion: written after the runs, read as one report.
import { newId } from '@guildhall/contracts/ids'
import type { VersionDetail } from '@guildhall/contracts/model'
import type { Tx } from '@guildhall/db/client'
import { withTenants } from '@guildhall/db/scope'

export type Shadowed = {
  tenantId: string
  modelVersionId: string
  runId: string
  isFlipped: boolean
  overlap: number
  championMs: number
  candidateMs: number
}

/** A run that was answered twice (a lease ran out) counts once. */
export async function storeShadows(shadows: readonly Shadowed[]): Promise<void> {
  const tenantIds = [...new Set(shadows.map((one) => one.tenantId))]
  if (tenantIds.length === 0) return
  await withTenants(tenantIds, (tx) =>
    tx.shadow.createMany({ data: shadows.map((one) => ({ id: newId('shadow'), ...one })), skipDuplicates: true }),
  )
}

export async function shadowReport(
  tx: Tx,
  where: { tenantId: string; modelVersionId: string },
): Promise<VersionDetail['shadow']> {
  const all = await tx.shadow.aggregate({
    where,
    _count: true,
    _avg: { overlap: true, championMs: true, candidateMs: true },
  })
  const flipped = await tx.shadow.count({ where: { ...where, isFlipped: true } })
  return {
    runs: all._count,
    flips: all._count === 0 ? null : flipped / all._count,
    overlap: all._avg.overlap,
    champion_ms: all._avg.championMs,
    candidate_ms: all._avg.candidateMs,
  }
}
