// Who is behind an actor: a key acts for the member who made it, so nobody is two people by way of a key.
import type { Tx } from '@guildhall/db/client'

/** `user:…` for a member and for a key of theirs; a key that is gone keeps its own name. */
export async function personOf(tx: Tx, tenantId: string, actor: string): Promise<string> {
  let name = actor
  // A key may have been made by a key.
  for (let step = 0; step < 10 && name.startsWith('key:'); step++) {
    const key = await tx.apiKey.findFirst({ where: { tenantId, id: name.slice(4) }, select: { createdBy: true } })
    if (!key) return name
    name = key.createdBy
  }
  return name
}
