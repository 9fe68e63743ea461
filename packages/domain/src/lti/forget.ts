// Forgets where learners came from, with what a platform calls them: part of deleting a learner.
import type { Tx } from '@guildhall/db/client'

/** `learners` null: all of the tenant's. */
export async function forgetLinks(tx: Tx, tenantId: string, learners: readonly string[] | null): Promise<void> {
  await tx.ltiLink.deleteMany({ where: { tenantId, ...(learners ? { learner: { in: [...learners] } } : {}) } })
}
