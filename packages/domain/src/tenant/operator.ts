// Whoever holds the server's shell acts in a tenant as its operator. Never reachable from a door.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { type Id, newId } from '@guildhall/contracts/ids'
import { scopes } from '@guildhall/contracts/scopes'
import { withSystem } from '@guildhall/db/scope'

/** Throws `not_found` with the slugs that exist. */
export async function operatorActor(slug: string): Promise<Actor> {
  const tenants = await withSystem('find a tenant for the operator', (tx) =>
    tx.tenant.findMany({ select: { id: true, slug: true }, orderBy: { id: 'asc' }, take: 50 }),
  )
  const found = tenants.find((tenant) => tenant.slug === slug)
  if (!found) {
    throw new AppError('not_found', {
      public: `No tenant ${slug}. Known: ${tenants.map((one) => one.slug).join(', ')}`,
    })
  }
  return { tenantId: found.id as Id<'tenant'>, requestId: newId('request'), scopes, name: 'system:operator' }
}
