// Invitations that are still open: not accepted, not revoked, not expired.
import { roleSchema } from '@guildhall/contracts/scopes'
import { invitationObject } from '@guildhall/contracts/tenant'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'

const maxInvitations = 200

export const listInvitations = defineVerb({
  name: 'invitation.list',
  scope: 'admin',
  isRead: true,
  input: z.strictObject({}),
  output: z.object({ object: z.literal('list'), data: z.array(invitationObject) }),
  run: async ({ actor, tx }) => {
    const rows = await tx.invitation.findMany({
      where: { tenantId: actor.tenantId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      orderBy: { id: 'desc' },
      take: maxInvitations,
    })
    const data = rows.map((row) => ({
      id: row.id,
      object: 'invitation' as const,
      email: row.email,
      role: roleSchema.parse(row.role),
      expires_at: row.expiresAt.toISOString(),
      created_at: row.createdAt.toISOString(),
    }))
    return { object: 'list' as const, data }
  },
})
