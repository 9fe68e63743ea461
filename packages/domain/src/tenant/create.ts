// A new tenant with its first member as owner and its starter templates. Not a verb: before it there is no tenant to act in.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { type MyTenant, tenantName } from '@guildhall/contracts/tenant'
import { withSystem, withTenant } from '@guildhall/db/scope'
import { parseInput } from '../parse.ts'
import { writeStarters } from '../template/starters.ts'
import { writeAudit } from '../verb.ts'

const maxTenantsPerUser = 20

type NewTenant = { userId: string; name: unknown; requestId: string; slug?: string }

/** Throws input_invalid for a bad name and conflict past the limit of tenants a user may own. */
export async function createTenant(options: NewTenant): Promise<MyTenant> {
  const name = parseInput(tenantName, options.name, 'body.name')
  const owned = await withSystem('count the tenants of a user', (tx) =>
    tx.membership.count({ where: { userId: options.userId, role: 'owner' } }),
  )
  if (owned >= maxTenantsPerUser)
    throw new AppError('conflict', { public: `You own ${owned} organisations already, which is the limit` })
  const slug = options.slug ?? (await freeSlug(name))
  const id = newId('tenant')
  const actor = { tenantId: id, name: `user:${options.userId}`, requestId: options.requestId }
  return withTenant(id, async (tx) => {
    const row = await tx.tenant.create({ data: { id, slug, name } })
    await tx.membership.create({
      data: { id: newId('membership'), tenantId: id, userId: options.userId, role: 'owner' },
    })
    await writeStarters(tx, { tenantId: id, publishedBy: actor.name })
    await writeAudit(tx, { actor, verb: 'tenant.create', subject: id })
    return { id, object: 'tenant', slug, name, created_at: row.createdAt.toISOString(), role: 'owner' }
  })
}

/** `Acme Bank` -> `acme-bank`, or `acme-bank-3` when taken. A name without Latin letters becomes `org-…`. */
async function freeSlug(name: string): Promise<string> {
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || `org-${newId('tenant').slice(-6)}`
  const taken = await withSystem('find a free slug', (tx) =>
    tx.tenant.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } }),
  )
  const slugs = new Set(taken.map((row) => row.slug))
  if (!slugs.has(base)) return base
  let number = 2
  while (slugs.has(`${base}-${number}`)) number++
  return `${base}-${number}`
}
