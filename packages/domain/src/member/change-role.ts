// Change a member's role. Only an owner makes or unmakes an owner, and a tenant never loses its last one.
import { changeRoleInput } from '@guildhall/contracts/tenant'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { findMember, refuseLastOwner } from './find.ts'

export const changeRole = defineVerb({
  name: 'member.change_role',
  scope: 'admin',
  input: changeRoleInput,
  output: z.object({ id: z.string(), object: z.literal('member'), role: z.string() }),
  run: async ({ actor, tx, note }, { id, role }) => {
    const row = await findMember(tx, actor, { id, touchesOwner: role === 'owner' })
    if (role !== 'owner') await refuseLastOwner(tx, row)
    await tx.membership.update({ where: { id }, data: { role } })
    note({ subject: id, detail: { from: row.role, to: role } })
    return { id, object: 'member' as const, role }
  },
})
