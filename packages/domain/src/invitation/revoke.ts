// Revoke an open invitation: its link stops working at once.
import { AppError } from '@guildhall/contracts/errors'
import { invitationIdInput } from '@guildhall/contracts/tenant'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'

export const revokeInvitation = defineVerb({
  name: 'invitation.revoke',
  scope: 'admin',
  input: invitationIdInput,
  output: z.object({ id: z.string(), object: z.literal('invitation'), revoked: z.literal(true) }),
  run: async ({ actor, tx, note }, { id }) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, tenantId: actor.tenantId, acceptedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new AppError('not_found', { public: `No open invitation ${id} here` })
    note({ subject: id })
    return { id, object: 'invitation' as const, revoked: true as const }
  },
})
