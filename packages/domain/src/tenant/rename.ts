// Rename the tenant. Its slug stays, because URLs and scripts hold it.
import { tenantName, tenantObject } from '@guildhall/contracts/tenant'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'

export const renameTenant = defineVerb({
  name: 'tenant.rename',
  scope: 'admin',
  input: z.strictObject({ name: tenantName }),
  output: tenantObject,
  run: async ({ actor, tx, note }, { name }) => {
    const row = await tx.tenant.update({ where: { id: actor.tenantId }, data: { name } })
    note({ subject: row.id })
    return {
      id: row.id,
      object: 'tenant',
      slug: row.slug,
      name: row.name,
      created_at: row.createdAt.toISOString(),
    } as const
  },
})
