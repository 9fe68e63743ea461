// Members and invitations.
import { createInvitation } from '@guildhall/domain/invitation/create'
import { listInvitations } from '@guildhall/domain/invitation/list'
import { revokeInvitation } from '@guildhall/domain/invitation/revoke'
import { changeRole } from '@guildhall/domain/member/change-role'
import { listMembers } from '@guildhall/domain/member/list'
import { removeMember } from '@guildhall/domain/member/remove'
import { mutation, query, router } from '../door/trpc.ts'

export const memberRouter = router({
  list: query(listMembers),
  changeRole: mutation(changeRole),
  remove: mutation(removeMember),
  invitations: query(listInvitations),
  invite: mutation(createInvitation),
  revoke: mutation(revokeInvitation),
})
