// The log of deliveries, newest first.
import { toPage } from '@guildhall/contracts/list'
import { listXapiInput, xapiDeliveryList } from '@guildhall/contracts/xapi'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'

const status = z.enum(['waiting', 'delivered', 'failed'])

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
        status: status.parse(row.status),
        attempts: row.attempts,
        due_at: row.endedAt ? null : row.dueAt.toISOString(),
        answer: row.answer,
        fault: row.fault,
        created_at: row.createdAt.toISOString(),
      })),
      limit,
    )
  },
})
