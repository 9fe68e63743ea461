// /v1/members and /v1/audit_events.
import { listAuditEvents } from '@guildhall/domain/audit/list'
import { listMembers } from '@guildhall/domain/member/list'
import { defineRoute } from '../door/rest.ts'

export const memberRoutes = [
  defineRoute({ method: 'GET', path: '/v1/members', summary: 'List members', verb: listMembers, status: 200 }),
  defineRoute({
    method: 'GET',
    path: '/v1/audit_events',
    summary: 'List audit events',
    verb: listAuditEvents,
    status: 200,
  }),
]
