// Tenants, members and invitations on the wire.
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { roleSchema } from './scopes.ts'

export const tenantName = z.string().trim().min(2).max(80)
export const tenantObject = z.object({
  id: z.string(),
  object: z.literal('tenant'),
  slug: z.string(),
  name: z.string(),
  created_at: z.iso.datetime(),
})
const myTenant = tenantObject.extend({ role: roleSchema })
export type MyTenant = z.infer<typeof myTenant>

export const memberObject = z.object({
  id: z.string(),
  object: z.literal('member'),
  user_id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  created_at: z.iso.datetime(),
})
export type MemberObject = z.infer<typeof memberObject>

export const memberIdInput = z.strictObject({ id: idSchema('membership') })
export const changeRoleInput = z.strictObject({ id: idSchema('membership'), role: roleSchema })

export const invitationObject = z.object({
  id: z.string(),
  object: z.literal('invitation'),
  email: z.string(),
  role: roleSchema,
  expires_at: z.iso.datetime(),
  created_at: z.iso.datetime(),
})
export const newInvitationObject = invitationObject.extend({
  token: z.string().describe('Shown once; the link is /invite/{token}'),
})
export const createInvitationInput = z.strictObject({
  email: z.email().max(200),
  role: roleSchema.exclude(['owner']),
})
export const invitationIdInput = z.strictObject({ id: idSchema('invitation') })
