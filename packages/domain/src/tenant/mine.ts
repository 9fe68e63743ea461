// The tenants a user belongs to, and the user as an actor in one of them. The only place where a slug becomes a tenant id.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import type { Id } from '@guildhall/contracts/ids'
import { roleSchema, scopesOfRole } from '@guildhall/contracts/scopes'
import type { MyTenant } from '@guildhall/contracts/tenant'
import { withSystem } from '@guildhall/db/scope'

export function tenantsOf(userId: string): Promise<MyTenant[]> {
  return withSystem('list the tenants of a user', async (tx) => {
    const rows = await tx.membership.findMany({ where: { userId }, include: { tenant: true }, orderBy: { id: 'asc' } })
    return rows.map((row) => ({
      id: row.tenantId,
      object: 'tenant' as const,
      slug: row.tenant.slug,
      name: row.tenant.name,
      created_at: row.tenant.createdAt.toISOString(),
      role: roleSchema.parse(row.role),
    }))
  })
}

/** Throws `not_found` for a tenant that is unknown and for one the user is not in: the same answer. */
export async function memberActor(options: { userId: string; slug: string; requestId: string }): Promise<Actor> {
  const row = await withSystem('find the membership of a user', (tx) =>
    tx.membership.findFirst({ where: { userId: options.userId, tenant: { slug: options.slug } } }),
  )
  if (!row) throw new AppError('not_found', { public: `You are in no organisation ${options.slug}` })
  const role = roleSchema.parse(row.role)
  return {
    tenantId: row.tenantId as Id<'tenant'>,
    requestId: options.requestId,
    scopes: scopesOfRole[role],
    name: `user:${options.userId}`,
    member: { userId: options.userId, role },
  }
}
