// Audit events on the wire: who did what to which row, under which request.
import { z } from 'zod'
import { listOf, pageInput } from './list.ts'

const auditEventObject = z.object({
  id: z.string(),
  object: z.literal('audit_event'),
  actor: z.string(),
  verb: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  request_id: z.string(),
  created_at: z.iso.datetime(),
})
export const auditEventList = listOf(auditEventObject)
export const listAuditEventsInput = z.strictObject(pageInput)
