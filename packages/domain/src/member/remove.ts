// Remove a member. Their sessions stay theirs; this tenant is closed to them from the next request on.
import { memberIdInput } from '@guildhall/contracts/tenant'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { findMember, refuseLastOwner } from './find.ts'

export const removeMember = defineVerb({
  name: 'member.remove',
  scope: 'admin',
  input: memberIdInput,
  output: z.object({ id: z.string(), object: z.literal('member'), removed: z.literal(true) }),
  run: async ({ actor, tx, note }, { id }) => {
    const row = await findMember(tx, actor, { id, touchesOwner: false })
    await refuseLastOwner(tx, row)
    await tx.membership.delete({ where: { id } })
    note({ subject: id, detail: { user: row.userId, role: row.role } })
    return { id, object: 'member' as const, removed: true as const }
  },
})
