// What brings impacts to their end when nobody looks, and forgets runs that no customer asked for once they have told what they had to tell.
import { withSystem, withTenant } from '@guildhall/db/scope'
import { advanceImpact } from './compare.ts'

const perSweep = 5
const keptDays = 7

/** Returns how many impacts were looked at. */
export async function sweepImpacts(): Promise<number> {
  const open = await withSystem('find impacts under way, forget old draft runs', async (tx) => {
    await tx.$executeRaw`
      DELETE FROM run WHERE id IN (
        SELECT id FROM run WHERE purpose <> 'run' AND status NOT IN ('queued', 'running')
          AND created_at < now() - make_interval(days => ${keptDays}) LIMIT 500)`
    return tx.impact.findMany({ where: { finishedAt: null }, orderBy: { createdAt: 'asc' }, take: perSweep })
  })
  for (const impact of open) await withTenant(impact.tenantId, (tx) => advanceImpact(tx, impact))
  return open.length
}
