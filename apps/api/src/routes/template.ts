// /v1/templates, for reading.
import { getTemplate } from '@guildhall/domain/template/get'
import { listTemplates } from '@guildhall/domain/template/list'
import { defineRoute } from '../door/rest.ts'

export const templateRoutes = [
  defineRoute({ method: 'GET', path: '/v1/templates', summary: 'List templates', verb: listTemplates, status: 200 }),
  defineRoute({
    method: 'GET',
    path: '/v1/templates/{id}',
    summary: 'Read a template',
    verb: getTemplate,
    status: 200,
  }),
]
