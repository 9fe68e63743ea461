// List the tenant's members, oldest first.
import { roleSchema } from '@guildhall/contracts/scopes'
import { memberObject } from '@guildhall/contracts/tenant'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'

const maxMembers = 500

export const listMembers = defineVerb({
  name: 'member.list',
  scope: 'runs:read',
  isRead: true,
  input: z.strictObject({}),
  output: z.object({ object: z.literal('list'), data: z.array(memberObject) }),
  run: async ({ actor, tx }) => {
    const rows = await tx.membership.findMany({
      where: { tenantId: actor.tenantId },
      include: { user: { select: { name: true, email: true } } },
      orderBy: { id: 'asc' },
      take: maxMembers,
    })
    const data = rows.map((row) => ({
      id: row.id,
      object: 'member' as const,
      user_id: row.userId,
      name: row.user.name,
      email: row.user.email,
      role: roleSchema.parse(row.role),
      created_at: row.createdAt.toISOString(),
    }))
    return { object: 'list' as const, data }
  },
})
