// /v1/templates: what serves, the draft beside it, what a change would do, and publishing.
import { getDraft, saveDraft } from '@guildhall/domain/template/draft'
import { getTemplate } from '@guildhall/domain/template/get'
import { listTemplates } from '@guildhall/domain/template/list'
import { publishTemplate } from '@guildhall/domain/template/publish'
import { simulateTemplate } from '@guildhall/domain/template/simulate'
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
  defineRoute({
    method: 'GET',
    path: '/v1/templates/{id}/draft',
    summary: 'Read the draft',
    verb: getDraft,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/templates/{id}/draft',
    summary: 'Save the draft',
    verb: saveDraft,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/templates/{id}/publish',
    summary: 'Publish the draft as the next version',
    verb: publishTemplate,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/templates/{id}/simulate',
    summary: 'What a changed content would have decided',
    verb: simulateTemplate,
    status: 200,
  }),
]
