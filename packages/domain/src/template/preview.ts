// Tries a draft, saved or not, on one input: a run for the ordinary worker in the interactive lane that no list, figure or webhook sees.

import { AppError } from '@guildhall/contracts/errors'
import { runObject } from '@guildhall/contracts/run-object'
import { previewInput } from '@guildhall/contracts/template-version'
import { refuseFullQueue } from '../run/queue-room.ts'
import { languagesOf, readInput } from '../run/request.ts'
import { runView } from '../run/view.ts'
import { defineVerb } from '../verb.ts'
import { checkDocument } from './check.ts'
import { newDocument, partsOf } from './document.ts'
import { readDraft } from './draft.ts'
import { draftRequest, insertDraftRuns } from './draft-run.ts'
import { forgetSnapshots, keepSnapshot } from './snapshot.ts'
import { findTemplate } from './view.ts'

export const previewTemplate = defineVerb({
  name: 'template.preview',
  scope: 'templates:write',
  isRead: true,
  input: previewInput,
  output: runObject,
  run: async ({ actor, tx, sendAll }, { id, input, content, settings, language }) => {
    await refuseFullQueue()
    const { tenantId } = actor
    const row = await findTemplate(tx, tenantId, id)
    const held = partsOf((await readDraft(tx, row)).document)
    const document = newDocument(row, {
      content: content ?? held.content,
      settings: settings ?? held.settings,
      goldens: held.goldens,
    })
    await checkDocument(tx, { tenantId, document })
    const digest = await keepSnapshot(tx, { tenantId, templateId: row.id, by: actor.name, document })
    const request = draftRequest({ row, document, digest })
    const { rows, sent } = await insertDraftRuns(tx, {
      by: actor,
      request,
      purpose: 'preview',
      languages: languagesOf(language, request),
      runs: [readInput(request, input)],
    })
    sendAll(sent)
    await forgetSnapshots(tx, { tenantId, templateId: row.id })
    const [run] = rows
    if (!run) throw new AppError('bug', { public: 'The run was not stored' })
    return runView(run, request.template)
  },
})
