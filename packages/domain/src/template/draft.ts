// The draft of a template: number 0 among its versions. It begins as a copy of the live version, and is not there until somebody saves.
import { AppError } from '@guildhall/contracts/errors'
import {
  getTemplateInput,
  type PublishRequest,
  publishRequest,
  type TemplateDraft,
  templateDraft,
} from '@guildhall/contracts/template'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import { actorNames } from '../member/names.ts'
import { defineVerb } from '../verb.ts'
import { digestOf, documentOf, partsOf } from './document.ts'
import { findTemplate } from './view.ts'

export const draftNumber = 0
export type TemplateRow = Awaited<ReturnType<typeof findTemplate>>

export type HeldDraft = {
  document: TemplateDocument
  digest: string
  /** The live version's document has this digest; null where nothing is published. */
  liveDigest: string | null
  /** The row's id; null where nobody has saved yet. */
  id: string | null
  editedBy: string | null
  editedAt: Date | null
  /** Of a publication through failing golden cases, where it still means this document. */
  request: PublishRequest | null
}

export const getDraft = defineVerb({
  name: 'template.draft',
  scope: 'templates:read',
  isRead: true,
  input: getTemplateInput,
  output: templateDraft,
  run: async ({ actor, tx }, { id }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    return draftView(tx, row, await readDraft(tx, row))
  },
})

/** The draft, or what it would begin as. */
export async function readDraft(tx: Tx, row: TemplateRow): Promise<HeldDraft> {
  const versions = await tx.templateVersion.findMany({
    where: {
      tenantId: row.tenantId,
      templateId: row.id,
      number: { in: [draftNumber, row.liveVersion ?? draftNumber] },
    },
  })
  const draft = versions.find((one) => one.number === draftNumber)
  const live = versions.find((one) => one.number === row.liveVersion)
  const held = draft ?? live
  if (!held)
    throw new AppError('conflict', { public: `Template ${row.slug} has neither a draft nor a published version` })
  const document = documentOf(held, row)
  const digest = digestOf(document)
  const request = publishRequest.nullable().parse(draft?.request ?? null)
  return {
    document,
    digest,
    liveDigest: live ? digestOf(documentOf(live, row)) : null,
    id: draft?.id ?? null,
    editedBy: draft?.editedBy ?? null,
    editedAt: draft?.editedAt ?? null,
    request: request?.digest === digest ? request : null,
  }
}

/** One writer of a draft, of its versions and of its channels at a time, until the transaction ends. */
export async function lockDraft(tx: Tx, { id }: { id: string }): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`draft ${id}`}, 0))`
}

export async function draftView(tx: Tx, row: TemplateRow, held: HeldDraft): Promise<TemplateDraft> {
  const nameOf = await actorNames(tx, row.tenantId, [held.editedBy, held.request?.by ?? null])
  return {
    object: 'template_draft',
    template: row.slug,
    ...partsOf(held.document),
    digest: held.digest,
    live_version: row.liveVersion,
    is_changed: held.digest !== held.liveDigest,
    edited_by: held.editedBy === null ? null : nameOf(held.editedBy),
    edited_at: held.editedAt?.toISOString() ?? null,
    request: held.request && { ...held.request, by: nameOf(held.request.by) },
  }
}
