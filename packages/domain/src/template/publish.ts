// Publish the draft: an immutable version with the next number, live at once. Runs that were asked for before keep the version they named.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { publishTemplateInput, templateDetail } from '@guildhall/contracts/template'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { checkContent, readDraft } from './draft.ts'
import { detailOf } from './get.ts'
import { findTemplate } from './view.ts'

export const publishTemplate = defineVerb({
  name: 'template.publish',
  scope: 'templates:publish',
  input: publishTemplateInput,
  output: templateDetail,
  run: async ({ actor, tx, note }, { id, digest }) => {
    const { tenantId } = actor
    const row = await findTemplate(tx, tenantId, id)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`draft ${row.id}`}, 0))`
    const draft = await readDraft(tx, row)
    if (draft.digest !== digest)
      throw new AppError('conflict', {
        public: 'The draft is another one than you looked at. Load it again, look, then publish',
      })
    if (!draft.is_changed)
      throw new AppError('conflict', {
        public: 'The draft says what the live version says: there is nothing to publish',
      })
    checkContent(row, draft.content)
    const newest = await tx.templateVersion.aggregate({
      where: { tenantId, templateId: row.id },
      _max: { number: true },
    })
    const number = (newest._max.number ?? 0) + 1
    await tx.templateVersion.create({
      data: {
        id: newId('templateVersion'),
        tenantId,
        templateId: row.id,
        number,
        content: z.json().parse(draft.content) ?? {},
        digest: draft.digest,
        publishedAt: new Date(),
        publishedBy: actor.name,
      },
    })
    await tx.template.update({ where: { id: row.id }, data: { liveVersion: number, updatedAt: new Date() } })
    await tx.templateVersion.deleteMany({ where: { tenantId, templateId: row.id, number: 0 } })
    note({ subject: row.id, detail: { version: number, digest: draft.digest } })
    return detailOf(tx, { ...row, liveVersion: number })
  },
})
