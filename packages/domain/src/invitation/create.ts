// Invite by link. The token is shown once, as a link to hand over; only its hash is stored.
import { randomBytes } from 'node:crypto'
import { newId } from '@guildhall/contracts/ids'
import { createInvitationInput, newInvitationObject } from '@guildhall/contracts/tenant'
import { hashSecret } from '../key/secret.ts'
import { defineVerb } from '../verb.ts'

const validDays = 7

export const createInvitation = defineVerb({
  name: 'invitation.create',
  scope: 'admin',
  hasSecret: true,
  input: createInvitationInput,
  output: newInvitationObject,
  run: async ({ actor, tx, note }, input) => {
    const token = randomBytes(24).toString('base64url')
    const row = await tx.invitation.create({
      data: {
        id: newId('invitation'),
        tenantId: actor.tenantId,
        email: input.email.toLowerCase(),
        role: input.role,
        tokenHash: hashSecret(token),
        invitedBy: actor.name,
        expiresAt: new Date(Date.now() + validDays * 86_400_000),
      },
    })
    note({ subject: row.id, detail: { role: row.role } })
    return {
      id: row.id,
      object: 'invitation' as const,
      email: row.email,
      role: input.role,
      expires_at: row.expiresAt.toISOString(),
      created_at: row.createdAt.toISOString(),
      token,
    }
  },
})
