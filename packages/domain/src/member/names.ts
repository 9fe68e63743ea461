// Who acted, as people read it: the member's or the key's name behind the actor's.
import type { Tx } from '@guildhall/db/client'

/** An actor that is gone, or is no person and no key, keeps its own name. */
export async function actorNames(
  tx: Tx,
  tenantId: string,
  actors: readonly (string | null)[],
): Promise<(actor: string) => string> {
  const idsOf = (kind: string) =>
    [...new Set(actors)].flatMap((actor) => (actor?.startsWith(`${kind}:`) ? [actor.slice(kind.length + 1)] : []))
  const [users, keys] = [idsOf('user'), idsOf('key')]
  const names = new Map<string, string>()
  if (users.length > 0) {
    const rows = await tx.membership.findMany({
      where: { tenantId, userId: { in: users } },
      select: { userId: true, user: { select: { name: true } } },
    })
    for (const row of rows) names.set(`user:${row.userId}`, row.user.name)
  }
  if (keys.length > 0) {
    const rows = await tx.apiKey.findMany({ where: { tenantId, id: { in: keys } }, select: { id: true, name: true } })
    for (const row of rows) names.set(`key:${row.id}`, row.name)
  }
  return (actor) => names.get(actor) ?? actor
}
