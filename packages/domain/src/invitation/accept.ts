// Accept an invitation: whoever holds the link and is signed in becomes a member. Not a verb: the user is not yet in the tenant.
import { AppError } from '@guildhall/contracts/errors'
import type { Id } from '@guildhall/contracts/ids'
import { newId } from '@guildhall/contracts/ids'
import { withSystem } from '@guildhall/db/scope'
import { hashSecret } from '../key/secret.ts'
import { writeAudit } from '../verb.ts'

export type OpenInvitation = { tenantName: string; slug: string; role: string; email: string }

const gone = () =>
  new AppError('not_found', { public: 'This invitation was used, revoked or has expired. Ask for a new link' })

/** What the link stands for, to show before accepting. Throws `not_found`. */
export function readInvitation(token: string): Promise<OpenInvitation> {
  return withSystem('read an invitation by its token', async (tx) => {
    const row = await tx.invitation.findUnique({ where: { tokenHash: hashSecret(token) }, include: { tenant: true } })
    if (!row || row.acceptedAt || row.revokedAt || row.expiresAt < new Date()) throw gone()
    return { tenantName: row.tenant.name, slug: row.tenant.slug, role: row.role, email: row.email }
  })
}

/** Returns the tenant's slug. Accepting twice, or as a member already, changes nothing. */
export function acceptInvitation(options: { token: string; userId: string; requestId: string }): Promise<string> {
  return withSystem('accept an invitation', async (tx) => {
    const row = await tx.invitation.findUnique({
      where: { tokenHash: hashSecret(options.token) },
      include: { tenant: true },
    })
    if (!row) throw gone()
    const { tenantId } = row
    const isMember = await tx.membership.findFirst({ where: { tenantId, userId: options.userId } })
    if (isMember) return row.tenant.slug
    const { count } = await tx.invitation.updateMany({
      where: { id: row.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      data: { acceptedAt: new Date() },
    })
    if (count === 0) throw gone()
    await tx.membership.create({ data: { id: newId('membership'), tenantId, userId: options.userId, role: row.role } })
    const actor = { tenantId: tenantId as Id<'tenant'>, name: `user:${options.userId}`, requestId: options.requestId }
    await writeAudit(tx, { actor, verb: 'invitation.accept', subject: row.id, detail: { role: row.role } })
    return row.tenant.slug
  })
}
