// Tenants: create and accept are for users who are not in them yet, the rest are verbs.
import { listAuditEvents } from '@guildhall/domain/audit/list'
import { acceptInvitation } from '@guildhall/domain/invitation/accept'
import { createTenant } from '@guildhall/domain/tenant/create'
import { tenantsOf } from '@guildhall/domain/tenant/mine'
import { renameTenant } from '@guildhall/domain/tenant/rename'
import { listVerticals } from '@guildhall/domain/vertical/list'
import { setVerticals } from '@guildhall/domain/vertical/set'
import { z } from 'zod'
import { mutation, query, router, userProcedure } from '../door/trpc.ts'

export const tenantRouter = router({
  mine: userProcedure.query(({ ctx }) => tenantsOf(ctx.user.id)),
  create: userProcedure
    .input(z.object({ name: z.string().max(200) }))
    .mutation(({ ctx, input }) => createTenant({ userId: ctx.user.id, name: input.name, requestId: ctx.requestId })),
  accept: userProcedure
    .input(z.object({ token: z.string().max(200) }))
    .mutation(({ ctx, input }) =>
      acceptInvitation({ userId: ctx.user.id, token: input.token, requestId: ctx.requestId }),
    ),
  rename: mutation(renameTenant),
  verticals: query(listVerticals),
  setVerticals: mutation(setVerticals),
  audit: query(listAuditEvents),
})
