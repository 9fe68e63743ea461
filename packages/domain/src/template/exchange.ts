// Templates as files: out in canonical form, in as a draft, so that two tenants can exchange one and nothing goes live by it.
import { AppError } from '@guildhall/contracts/errors'
import { type TemplateDocument, templateDocument } from '@guildhall/contracts/template-document'
import { exportInput, imported, importTemplateInput, templateExport } from '@guildhall/contracts/template-version'
import type { Tx } from '@guildhall/db/client'
import { changesOf } from '@guildhall/verticals/kit/document-diff'
import { findTask, verticals } from '@guildhall/verticals/registry'
import { parseInput } from '../parse.ts'
import { defineVerb } from '../verb.ts'
import { findVersion } from './channels.ts'
import { insertTemplate } from './create.ts'
import { canonicalText, digestOf, documentOf } from './document.ts'
import { draftNumber, draftView, lockDraft, readDraft, type TemplateRow } from './draft.ts'
import { writeDraft } from './save-draft.ts'
import { documentOfStarter } from './starters.ts'
import { taskOf } from './task.ts'
import { findTemplate, templateView } from './view.ts'

export const exportTemplate = defineVerb({
  name: 'template.export',
  scope: 'templates:read',
  isRead: true,
  input: exportInput,
  output: templateExport,
  run: async ({ actor, tx }, { id, version }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    const document =
      version === undefined ? (await readDraft(tx, row)).document : documentOf(await findVersion(tx, row, version), row)
    return {
      object: 'template_export' as const,
      filename: `${row.slug}-${version === undefined ? 'draft' : `v${version}`}.json`,
      version: version ?? draftNumber,
      digest: digestOf(document),
      document,
      text: canonicalText(document),
    }
  },
})

export const importTemplate = defineVerb({
  name: 'template.import',
  scope: 'templates:write',
  input: importTemplateInput,
  output: imported,
  run: async ({ actor, tx, note }, { document: raw, id, digest, name, slug }) => {
    const document = readFile(raw)
    const { row, before } = id
      ? await replaceDraft(tx, { tenantId: actor.tenantId, id, digest, document, by: actor.name })
      : await newFrom(tx, { tenantId: actor.tenantId, name, slug, document, by: actor.name })
    const draft = await readDraft(tx, row)
    note({ subject: row.id, detail: { before: digestOf(before), after: draft.digest } })
    return {
      object: 'template_import' as const,
      template: templateView(row),
      draft: await draftView(tx, row, draft),
      changes: changesOf(before, draft.document, taskOf(row).words),
    }
  },
})

/** Throws input_invalid for what is no document, and for one of a vertical or task that this server does not have. */
function readFile(raw: Record<string, unknown>): TemplateDocument {
  canonicalText(raw, 'body.document')
  const document = parseInput(templateDocument, raw, 'body.document')
  if (findTask(document.vertical, document.task)) return document
  const known = verticals.flatMap((one) => one.tasks.map((task) => `${one.slug}/${task.slug}`))
  throw new AppError('input_invalid', {
    public: `This server has no task ${document.vertical}/${document.task}. It has ${known.join(', ')}`,
    errors: [
      {
        location: `body.document.${verticals.some((one) => one.slug === document.vertical) ? 'task' : 'vertical'}`,
        message: 'is not one that this server has',
        fix: `Send one of ${known.join(', ')}, or install the pack`,
      },
    ],
  })
}

type Taken = { row: TemplateRow; before: TemplateDocument }
type Replacing = { tenantId: string; id: string; digest: string | undefined; document: TemplateDocument; by: string }

async function replaceDraft(tx: Tx, { tenantId, id, digest, document, by }: Replacing): Promise<Taken> {
  const row = await findTemplate(tx, tenantId, id)
  await lockDraft(tx, row)
  if (row.vertical !== document.vertical || row.task !== document.task)
    throw new AppError('input_invalid', {
      public: `The file is of ${document.vertical}/${document.task}, template ${row.slug} of ${row.vertical}/${row.task}`,
      errors: [
        { location: 'body.document.task', message: 'is of another task', fix: 'Leave id out to make a new template' },
      ],
    })
  const before = await readDraft(tx, row)
  if (before.digest !== digest)
    throw new AppError('conflict', {
      public: 'The draft is another one than you looked at. Load it again, then send its digest',
      errors: [{ location: 'body.digest', message: `is not ${before.digest}`, fix: 'Send the digest of the draft' }],
    })
  await writeDraft(tx, { row, before, document, by })
  return { row, before: before.document }
}

type Making = {
  tenantId: string
  name: string | undefined
  slug: string | undefined
  document: TemplateDocument
  by: string
}

async function newFrom(tx: Tx, { name, document, ...rest }: Making): Promise<Taken> {
  const task = taskOf(document)
  const row = await insertTemplate(tx, { ...rest, name: name ?? `${task.title.en} (imported)`, document })
  return { row, before: documentOfStarter({ slug: document.vertical }, task, task.starters[0]) }
}
