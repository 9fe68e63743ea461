// Saves the draft, part by part: who saves on a part that somebody else changed meanwhile is told whose change it was, with both sides.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { saveDraftInput, templateDraft } from '@guildhall/contracts/template'
import type { DraftConflict } from '@guildhall/contracts/template-change'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import { discardDraftInput } from '@guildhall/contracts/template-version'
import type { Tx } from '@guildhall/db/client'
import { changesOf } from '@guildhall/verticals/kit/document-diff'
import { threeWay } from '@guildhall/verticals/kit/document-merge'
import { z } from 'zod'
import { actorNames } from '../member/names.ts'
import { defineVerb } from '../verb.ts'
import { checkDocument } from './check.ts'
import { canonicalText, newDocument, partsOf } from './document.ts'
import { draftNumber, draftView, type HeldDraft, lockDraft, readDraft, type TemplateRow } from './draft.ts'
import { forgetSnapshots, keepSnapshot, readSnapshot } from './snapshot.ts'
import { findTemplate } from './view.ts'

export const saveDraft = defineVerb({
  name: 'template.save_draft',
  scope: 'templates:write',
  input: saveDraftInput,
  output: templateDraft,
  run: async ({ actor, tx, note }, { id, digest, ...sent }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    await lockDraft(tx, row)
    const before = await readDraft(tx, row)
    const document = newDocument(row, { ...partsOf(before.document), ...given(sent) })
    await refuseLate(tx, { row, before, digest, sent: given(sent) })
    await writeDraft(tx, { row, before, document, by: actor.name })
    const after = await readDraft(tx, row)
    note({ subject: row.id, detail: { before: before.digest, after: after.digest } })
    return draftView(tx, row, after)
  },
})

/** Back to the live version. */
export const discardDraft = defineVerb({
  name: 'template.discard_draft',
  scope: 'templates:write',
  input: discardDraftInput,
  output: templateDraft,
  run: async ({ actor, tx, note }, { id, digest }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    await lockDraft(tx, row)
    const before = await readDraft(tx, row)
    if (row.liveVersion === null)
      throw new AppError('conflict', { public: 'Nothing is published to go back to. Archive the template instead' })
    if (before.digest !== digest)
      throw await conflictOf(tx, { row, before, digest, mine: newDocument(row, partsOf(before.document)) })
    await tx.templateVersion.deleteMany({
      where: { tenantId: actor.tenantId, templateId: row.id, number: draftNumber },
    })
    const after = await readDraft(tx, row)
    note({ subject: row.id, detail: { before: before.digest, after: after.digest } })
    return draftView(tx, row, after)
  },
})

type Parts = ReturnType<typeof partsOf>

/** Writes the draft row and its snapshot. The caller holds the lock. Throws input_invalid for what may not be kept. */
export async function writeDraft(
  tx: Tx,
  { row, before, document, by }: { row: TemplateRow; before: HeldDraft | null; document: TemplateDocument; by: string },
): Promise<void> {
  const { tenantId, id: templateId } = row
  await checkDocument(tx, { tenantId, document })
  // What it was made on is kept too: the next one may be late on it.
  if (before) await keepSnapshot(tx, { tenantId, templateId, by, document: before.document })
  const digest = await keepSnapshot(tx, { tenantId, templateId, by, document })
  const { content, settings, goldens } = partsOf(document)
  const data = {
    content: json(content),
    settings: json(settings),
    goldens: json(goldens),
    digest,
    editedBy: by,
    editedAt: new Date(),
  }
  await tx.templateVersion.upsert({
    where: { templateId_number: { templateId, number: draftNumber } },
    create: { id: newId('templateVersion'), tenantId, templateId, number: draftNumber, ...data },
    update: data,
  })
  await forgetSnapshots(tx, { tenantId, templateId })
}

const json = (value: unknown) => z.json().parse(value) ?? {}

function given({ content, settings, goldens }: { [part in keyof Parts]?: Parts[part] | undefined }): Partial<Parts> {
  return { ...(content && { content }), ...(settings && { settings }), ...(goldens && { goldens }) }
}

type Late = { row: TemplateRow; before: HeldDraft; digest: string; sent: Partial<Parts> }

/** Parts that nobody else touched since `digest` go through: two people may work on golden cases and on wording at once. */
async function refuseLate(tx: Tx, { row, before, digest, sent }: Late): Promise<void> {
  if (before.digest === digest) return
  const base = await readSnapshot(tx, { tenantId: row.tenantId, templateId: row.id, digest })
  const now = partsOf(before.document)
  const isFree = (part: keyof Parts) => base !== null && canonicalText(partsOf(base)[part]) === canonicalText(now[part])
  const isSame = (part: keyof Parts) => canonicalText(sent[part]) === canonicalText(now[part])
  const parts = partNames.filter((part) => sent[part] !== undefined)
  if (parts.every((part) => isFree(part) || isSame(part))) return
  const began = base ? partsOf(base) : now
  throw await conflictOf(tx, { row, before, digest, mine: newDocument(row, { ...began, ...sent }) })
}

const partNames = ['content', 'settings', 'goldens'] as const

type Conflicting = { row: TemplateRow; before: HeldDraft; digest: string; mine: TemplateDocument }

async function conflictOf(tx: Tx, { row, before, digest, mine }: Conflicting): Promise<AppError> {
  const base = await readSnapshot(tx, { tenantId: row.tenantId, templateId: row.id, digest })
  const nameOf = await actorNames(tx, row.tenantId, [before.editedBy])
  const who = before.editedBy === null ? null : nameOf(before.editedBy)
  const theirs = before.document
  const details: DraftConflict = {
    kind: 'draft_conflict',
    by: who,
    at: before.editedAt?.toISOString() ?? null,
    base: base && { digest, document: base },
    theirs: { digest: before.digest, document: theirs },
    paths: {
      yours: changesOf(base ?? theirs, mine).map((change) => change.path),
      theirs: base ? changesOf(base, theirs).map((change) => change.path) : [],
      both: base ? threeWay(base, mine, theirs).both : changesOf(theirs, mine).map((change) => change.path),
    },
  }
  return new AppError('conflict', {
    public: `${who ?? 'Somebody'} changed this draft in the meantime. Keep theirs, put yours on top, or take both`,
    errors: [
      {
        location: 'body.digest',
        message: `is not that of the draft, ${before.digest}`,
        fix: 'Send the digest in details.theirs with the parts you want to keep',
      },
    ],
    details,
  })
}
