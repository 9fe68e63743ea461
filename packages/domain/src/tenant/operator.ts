// Whoever holds the server's shell acts in a tenant as its operator. Never reachable from a door.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { type Id, newId } from '@guildhall/contracts/ids'
import { scopes } from '@guildhall/contracts/scopes'
import { withSystem } from '@guildhall/db/scope'

const maxNamed = 50

/** Throws `not_found` with the first slugs that exist. */
export async function operatorActor(slug: string): Promise<Actor> {
  const { found, known } = await withSystem('find a tenant for the operator', async (tx) => ({
    found: await tx.tenant.findUnique({ where: { slug }, select: { id: true } }),
    known: await tx.tenant.findMany({ select: { slug: true }, orderBy: { id: 'asc' }, take: maxNamed }),
  }))
  if (!found)
    throw new AppError('not_found', {
      public: `No tenant ${slug}. Known: ${known.map((one) => one.slug).join(', ')}`,
    })
  return { tenantId: found.id as Id<'tenant'>, requestId: newId('request'), scopes, name: 'system:operator' }
}
