// /v1/templates: what serves, the draft beside it, versions and channels, what a change would do, and publishing.
import { AppError } from '@guildhall/contracts/errors'
import { templateDocument } from '@guildhall/contracts/template-document'
import { templateExport } from '@guildhall/contracts/template-version'
import {
  archiveTemplate,
  promoteCanary,
  rollbackTemplate,
  setCanary,
  unarchiveTemplate,
} from '@guildhall/domain/template/channels'
import { createTemplate } from '@guildhall/domain/template/create'
import { diffTemplate } from '@guildhall/domain/template/diff'
import { getDraft } from '@guildhall/domain/template/draft'
import { exportTemplate, importTemplate } from '@guildhall/domain/template/exchange'
import { getTemplate } from '@guildhall/domain/template/get'
import { listTemplates } from '@guildhall/domain/template/list'
import { previewTemplate } from '@guildhall/domain/template/preview'
import { publishTemplate } from '@guildhall/domain/template/publish'
import { discardDraft, saveDraft } from '@guildhall/domain/template/save-draft'
import { getDocumentSchema } from '@guildhall/domain/template/schema'
import { simulateTemplate } from '@guildhall/domain/template/simulate'
import { getTemplateVersion, listVersions } from '@guildhall/domain/template/versions'
import { getPublishingPolicy, setPublishingPolicy } from '@guildhall/domain/tenant/policy'
import { defineRoute, type RouteCall } from '../door/rest.ts'

const one = '/v1/templates/{id}'
const [get, post] = [{ method: 'GET', status: 200 } as const, { method: 'POST', status: 200 } as const]
const made = { method: 'POST', status: 201 } as const

export const templateRoutes = [
  defineRoute({ ...get, path: '/v1/templates', summary: 'List templates', verb: listTemplates }),
  defineRoute({ ...made, path: '/v1/templates', summary: 'Create one of a starter or a copy', verb: createTemplate }),
  defineRoute({ ...get, path: '/v1/templates/schema', summary: 'JSON Schema of a document', verb: getDocumentSchema }),
  defineRoute({
    ...made,
    path: '/v1/templates/import',
    summary: 'Import a file as a new template, or as the draft of one',
    verb: importTemplate,
  }),
  defineRoute({ ...get, path: one, summary: 'Read a template', verb: getTemplate }),
  defineRoute({ ...post, path: `${one}/archive`, summary: 'Archive: answers no new run', verb: archiveTemplate }),
  defineRoute({ ...post, path: `${one}/unarchive`, summary: 'Unarchive', verb: unarchiveTemplate }),
  defineRoute({ ...get, path: `${one}/schema`, summary: 'JSON Schema of its document', verb: getDocumentSchema }),
  defineRoute({ ...get, path: `${one}/draft`, summary: 'Read the draft', verb: getDraft }),
  defineRoute({ ...post, path: `${one}/draft`, summary: 'Save the draft', verb: saveDraft }),
  defineRoute({ ...post, path: `${one}/draft/discard`, summary: 'Back to the live version', verb: discardDraft }),
  defineRoute({ ...post, path: `${one}/preview`, summary: 'Run the draft on one input', verb: previewTemplate }),
  defineRoute({
    ...post,
    path: `${one}/publish`,
    summary: 'Publish the draft as the next version',
    verb: publishTemplate,
  }),
  defineRoute({
    ...post,
    path: `${one}/rollback`,
    summary: 'A new live version that equals an old one',
    verb: rollbackTemplate,
  }),
  defineRoute({ ...get, path: `${one}/versions`, summary: 'List published versions', verb: listVersions }),
  defineRoute({
    ...get,
    path: `${one}/versions/{version}`,
    summary: 'Read a version with its document',
    verb: getTemplateVersion,
  }),
  defineRoute({ ...post, path: `${one}/canary`, summary: 'A version for a share of callers', verb: setCanary }),
  defineRoute({ ...post, path: `${one}/canary/promote`, summary: 'Make the canary live', verb: promoteCanary }),
  defineRoute({
    ...get,
    path: `${one}/export`,
    summary: 'The draft or a version as a file, in canonical form',
    verb: exportTemplate,
    sends: templateDocument,
    answer: exportFile,
  }),
  defineRoute({ ...get, path: `${one}/diff`, summary: 'What differs between two versions', verb: diffTemplate }),
  defineRoute({
    ...post,
    path: `${one}/simulate`,
    summary: 'What a changed content would have decided',
    verb: simulateTemplate,
  }),
  defineRoute({ ...get, path: '/v1/publishing_policy', summary: 'Who may publish', verb: getPublishingPolicy }),
  defineRoute({ ...post, path: '/v1/publishing_policy', summary: 'Set who may publish', verb: setPublishingPolicy }),
]

/** The file itself, byte for byte what its digest is of. */
async function exportFile({ actor, input, request, reply }: RouteCall): Promise<unknown> {
  const file = templateExport.parse(await exportTemplate.call(actor, input))
  const etag = `"${file.digest}"`
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  if (!/^[\w.-]+$/.test(file.filename)) throw new AppError('bug', { public: 'The file has no name' })
  return reply
    .header('ETag', etag)
    .header('Content-Disposition', `attachment; filename="${file.filename}"`)
    .type('application/json; charset=utf-8')
    .send(file.text)
}
