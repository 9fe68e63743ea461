// The semantic difference between any two of: the draft, the live version, a version by number.

import { AppError } from '@guildhall/contracts/errors'
import { diffInput, templateDiff } from '@guildhall/contracts/template-change'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import { changesOf } from '@guildhall/verticals/kit/document-diff'
import { defineVerb } from '../verb.ts'
import { findVersion } from './channels.ts'
import { digestOf, documentOf } from './document.ts'
import { draftNumber, readDraft, type TemplateRow } from './draft.ts'
import { taskOf } from './task.ts'
import { findTemplate } from './view.ts'

export const diffTemplate = defineVerb({
  name: 'template.diff',
  scope: 'templates:read',
  isRead: true,
  input: diffInput,
  output: templateDiff,
  run: async ({ actor, tx }, { id, from, to }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    const [before, after] = [await sideOf(tx, row, from), await sideOf(tx, row, to)]
    const changes = changesOf(before.document, after.document, taskOf(row).words)
    const groups = [...new Set(changes.map((change) => change.group))]
    return {
      object: 'template_diff' as const,
      template: row.slug,
      from: { version: before.version, digest: digestOf(before.document) },
      to: { version: after.version, digest: digestOf(after.document) },
      counts: Object.fromEntries(
        groups.map((group) => [group, changes.filter((change) => change.group === group).length]),
      ),
      changes,
    }
  },
})

type Side = 'draft' | 'live' | number

async function sideOf(tx: Tx, row: TemplateRow, side: Side): Promise<{ version: number; document: TemplateDocument }> {
  if (side === 'draft') return { version: draftNumber, document: (await readDraft(tx, row)).document }
  const version = side === 'live' ? row.liveVersion : side
  if (version === null)
    throw new AppError('conflict', { public: `Template ${row.slug} has no live version to compare with` })
  return { version, document: documentOf(await findVersion(tx, row, version), row) }
}
