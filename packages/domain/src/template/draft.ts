// The draft of a template: number 0 among its versions. It begins as a copy of the live version; who saves on a stale one is told.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { getTemplateInput, saveDraftInput, type TemplateDraft, templateDraft } from '@guildhall/contracts/template'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { fingerprintOf } from '../idempotency.ts'
import { actorNames } from '../member/names.ts'
import { parseInput } from '../parse.ts'
import { defineVerb } from '../verb.ts'
import { taskOf } from './task.ts'
import { findTemplate } from './view.ts'

const draftNumber = 0
const asContent = z.record(z.string(), z.unknown())
type TemplateRow = Awaited<ReturnType<typeof findTemplate>>

export const getDraft = defineVerb({
  name: 'template.draft',
  scope: 'templates:read',
  isRead: true,
  input: getTemplateInput,
  output: templateDraft,
  run: async ({ actor, tx }, { id }) => readDraft(tx, await findTemplate(tx, actor.tenantId, id)),
})

export const saveDraft = defineVerb({
  name: 'template.save_draft',
  scope: 'templates:write',
  input: saveDraftInput,
  output: templateDraft,
  run: async ({ actor, tx, note }, { id, content, digest }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`draft ${row.id}`}, 0))`
    const before = await readDraft(tx, row)
    if (before.digest !== digest)
      throw new AppError('conflict', {
        public: `${before.edited_by ?? 'Somebody'} changed this draft in the meantime. Load it again and put your change on top`,
      })
    checkContent(row, content)
    const data = {
      content: z.json().parse(content) ?? {},
      digest: fingerprintOf(content),
      editedBy: actor.name,
      editedAt: new Date(),
    }
    await tx.templateVersion.upsert({
      where: { templateId_number: { templateId: row.id, number: draftNumber } },
      create: {
        id: newId('templateVersion'),
        tenantId: actor.tenantId,
        templateId: row.id,
        number: draftNumber,
        ...data,
      },
      update: data,
    })
    note({ subject: row.id, detail: { before: before.digest, after: data.digest } })
    return readDraft(tx, row)
  },
})

/** The content as its schema takes it. Throws input_invalid naming each wrong field under `body.content`. */
export function checkContent(row: { vertical: string; task: string }, content: unknown): unknown {
  const task = taskOf(row)
  const parsed = parseInput(task.content, content, 'body.content')
  const errors = task
    .contentFaults(parsed)
    .map(({ path, ...fault }) => ({ location: `body.content.${path}`, ...fault }))
  if (errors.length > 0)
    throw new AppError('input_invalid', {
      public: errors
        .map((error) => `${error.location} ${error.message}`)
        .join('; ')
        .slice(0, 500),
      errors,
    })
  return parsed
}

/** The draft, or what it would begin as. */
export async function readDraft(tx: Tx, row: TemplateRow): Promise<TemplateDraft> {
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
  const nameOf = await actorNames(tx, row.tenantId, [draft?.editedBy ?? null])
  return {
    object: 'template_draft',
    template: row.slug,
    content: asContent.parse(held.content),
    digest: held.digest,
    live_version: row.liveVersion,
    is_changed: held.digest !== live?.digest,
    edited_by: draft?.editedBy ? nameOf(draft.editedBy) : null,
    edited_at: draft?.editedAt?.toISOString() ?? null,
  }
}
