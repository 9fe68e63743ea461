// The tenant's audit trail, newest first.
import { auditEventList, listAuditEventsInput } from '@guildhall/contracts/audit'
import { toPage } from '@guildhall/contracts/list'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'

export const listAuditEvents = defineVerb({
  name: 'audit_event.list',
  scope: 'admin',
  isRead: true,
  input: listAuditEventsInput,
  output: auditEventList,
  run: async ({ actor, tx }, input) => {
    const rows = await tx.auditEvent.findMany({
      where: { tenantId: actor.tenantId, ...(input.cursor ? { id: { lt: input.cursor } } : {}) },
      orderBy: { id: 'desc' },
      take: input.limit + 1,
    })
    const events = rows.map((row) => ({
      id: row.id,
      object: 'audit_event' as const,
      actor: row.actor,
      verb: row.verb,
      subject: row.subject,
      detail: z.record(z.string(), z.unknown()).parse(row.detail),
      request_id: row.requestId,
      created_at: row.createdAt.toISOString(),
    }))
    return toPage(events, input.limit)
  },
})
