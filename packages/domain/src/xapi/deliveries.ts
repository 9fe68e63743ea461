// The log of deliveries, newest first.
import { toPage } from '@guildhall/contracts/list'
import { listXapiInput, xapiDeliveryList } from '@guildhall/contracts/xapi'
import { deliveryState } from '../delivery-state.ts'
import { defineVerb } from '../verb.ts'

export const listXapiDeliveries = defineVerb({
  name: 'xapi.deliveries',
  scope: 'admin',
  isRead: true,
  input: listXapiInput,
  output: xapiDeliveryList,
  run: async ({ actor, tx }, { cursor, limit }) => {
    const rows = await tx.xapiDelivery.findMany({
      where: { tenantId: actor.tenantId, ...(cursor ? { id: { lt: cursor } } : {}) },
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    return toPage(
      rows.map((row) => ({
        id: row.id,
        object: 'xapi_delivery' as const,
        statements: row.statements,
        ...deliveryState(row),
      })),
      limit,
    )
  },
})
