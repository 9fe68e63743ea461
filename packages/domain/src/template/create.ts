// A new template: from a starter of a pack, or as a copy of one that is here. It begins as a draft; nothing is published.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { templateDetail } from '@guildhall/contracts/template'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import { createTemplateInput } from '@guildhall/contracts/template-version'
import type { Tx } from '@guildhall/db/client'
import { findTask } from '@guildhall/verticals/registry'
import { defineVerb } from '../verb.ts'
import { refuseSwitchedOff } from '../vertical/switched.ts'
import { findVersion } from './channels.ts'
import { documentOf } from './document.ts'
import { readDraft, type TemplateRow } from './draft.ts'
import { detailOf } from './get.ts'
import { writeDraft } from './save-draft.ts'
import { documentOfStarter } from './starters.ts'
import { findTemplate } from './view.ts'

export const createTemplate = defineVerb({
  name: 'template.create',
  scope: 'templates:write',
  input: createTemplateInput,
  output: templateDetail,
  run: async ({ actor, tx, note }, { name, slug, starter, copy }) => {
    if ((starter === undefined) === (copy === undefined))
      throw new AppError('input_invalid', {
        public: 'Send either starter or copy',
        errors: [{ location: 'body.starter', message: 'must stand without copy, or copy without it', fix: 'Send one' }],
      })
    const document = copy ? await copied(tx, actor.tenantId, copy) : startedFrom(starter)
    const row = await insertTemplate(tx, { tenantId: actor.tenantId, name, slug, document, by: actor.name })
    note({ subject: row.id, detail: { slug: row.slug, starter: starter?.slug ?? null, copy: copy?.id ?? null } })
    return detailOf(tx, row)
  },
})

type Inserting = {
  tenantId: string
  name: string
  slug: string | undefined
  document: TemplateDocument
  by: string
}

/** The row and its draft. Throws vertical_off, conflict for a slug that is taken, input_invalid for a document that may not be kept. */
export async function insertTemplate(tx: Tx, { tenantId, name, slug, document, by }: Inserting): Promise<TemplateRow> {
  await refuseSwitchedOff(tx, tenantId, document.vertical)
  const taken = async (one: string) => (await tx.template.findFirst({ where: { tenantId, slug: one } })) !== null
  if (slug !== undefined && (await taken(slug)))
    throw new AppError('conflict', {
      public: `There is a template ${slug} already`,
      errors: [{ location: 'body.slug', message: 'is taken', fix: 'Send another, or none' }],
    })
  const { vertical, task } = document
  const row = await tx.template.create({
    data: { id: newId('template'), tenantId, slug: slug ?? (await freeSlug(name, taken)), name, vertical, task },
  })
  await writeDraft(tx, { row, before: null, document, by })
  return row
}

async function freeSlug(name: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
  // A name without Latin letters.
  const base = plain === '' ? `template-${newId('template').slice(-6)}` : plain
  let [slug, number] = [base, 2]
  while (await isTaken(slug)) slug = `${base}-${number++}`
  return slug
}

type Starting = { vertical: string; task: string; slug: string } | undefined

function startedFrom(wanted: Starting): TemplateDocument {
  const task = wanted && findTask(wanted.vertical, wanted.task)
  const starter = task?.starters.find((one) => one.slug === wanted?.slug)
  if (!wanted || !task || !starter)
    throw new AppError('not_found', {
      public: `No starter ${wanted?.slug} of ${wanted?.vertical}/${wanted?.task}. ${task ? `There are: ${task.starters.map((one) => one.slug).join(', ')}` : 'There is no such task'}`,
    })
  return documentOfStarter({ slug: wanted.vertical }, task, starter)
}

async function copied(
  tx: Tx,
  tenantId: string,
  { id, version }: { id: string; version?: number | undefined },
): Promise<TemplateDocument> {
  const source = await findTemplate(tx, tenantId, id)
  const number = version ?? source.liveVersion
  if (number === null) return (await readDraft(tx, source)).document
  return documentOf(await findVersion(tx, source, number), source)
}
