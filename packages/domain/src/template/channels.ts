// What moves the pointers without a new content: roll back, canary and its end, archive.
import { AppError } from '@guildhall/contracts/errors'
import { templateDetail, templateObject } from '@guildhall/contracts/template'
import { rollbackTemplateInput, setCanaryInput, templateIdInput } from '@guildhall/contracts/template-version'
import type { Tx } from '@guildhall/db/client'
import { defineVerb } from '../verb.ts'
import { addVersion, pointTo } from './add-version.ts'
import { draftNumber, lockDraft, type TemplateRow } from './draft.ts'
import { detailOf } from './get.ts'
import { findTemplate, templateView } from './view.ts'

/** A new version that equals an old one, live at once: history goes forward only. Golden cases do not hold it up; it was published before. */
export const rollbackTemplate = defineVerb({
  name: 'template.rollback',
  scope: 'templates:publish',
  input: rollbackTemplateInput,
  output: templateDetail,
  run: async ({ actor, tx, note }, { id, version, reason }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    await lockDraft(tx, row)
    const old = await findVersion(tx, row, version)
    const live = row.liveVersion === null ? null : await findVersion(tx, row, row.liveVersion)
    if (live?.digest === old.digest && row.canaryVersion === null)
      throw new AppError('conflict', { public: `The live version says what version ${version} says already` })
    const now = await addVersion(tx, {
      row,
      columns: {
        content: old.content,
        settings: old.settings,
        goldens: old.goldens,
        digest: old.digest,
        equalsVersion: old.number,
      },
      by: actor.name,
      channel: { name: 'stable' },
    })
    note({
      subject: row.id,
      detail: {
        to: version,
        version: now.liveVersion,
        before: live?.digest ?? null,
        after: old.digest,
        reason: reason ?? null,
      },
    })
    return detailOf(tx, now)
  },
})

export const setCanary = defineVerb({
  name: 'template.set_canary',
  scope: 'templates:publish',
  input: setCanaryInput,
  output: templateObject,
  run: async ({ actor, tx, note }, { id, share, version }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    await lockDraft(tx, row)
    const number = version ?? row.canaryVersion
    if (number === null || row.liveVersion === null)
      throw new AppError('conflict', { public: 'There is no canary. Name a published version beside the live one' })
    await findVersion(tx, row, number)
    if (number === row.liveVersion)
      throw new AppError('conflict', { public: `Version ${number} is the live one; a canary is another` })
    const before = { version: row.canaryVersion, share: row.canaryShare }
    const now =
      share === 0
        ? await tx.template.update({ where: { id: row.id }, data: { canaryVersion: null, canaryShare: null } })
        : await pointTo(tx, { row, number, channel: { name: 'canary', share } })
    note({ subject: row.id, detail: { before, after: { version: now.canaryVersion, share: now.canaryShare } } })
    return templateView(now)
  },
})

/** The canary becomes what everybody gets. */
export const promoteCanary = defineVerb({
  name: 'template.promote_canary',
  scope: 'templates:publish',
  input: templateIdInput,
  output: templateDetail,
  run: async ({ actor, tx, note }, { id }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    await lockDraft(tx, row)
    if (row.canaryVersion === null)
      throw new AppError('conflict', { public: `Template ${row.slug} has no canary to promote` })
    const canary = await findVersion(tx, row, row.canaryVersion)
    const now = await pointTo(tx, { row, number: canary.number, channel: { name: 'stable' } })
    await tx.templateVersion.deleteMany({
      where: { tenantId: row.tenantId, templateId: row.id, number: draftNumber, digest: canary.digest },
    })
    note({ subject: row.id, detail: { before: row.liveVersion, after: now.liveVersion, digest: canary.digest } })
    return detailOf(tx, now)
  },
})

const archiving = (name: string, isArchived: boolean) =>
  defineVerb({
    name,
    scope: 'templates:publish',
    input: templateIdInput,
    output: templateObject,
    run: async ({ actor, tx, note }, { id }) => {
      const row = await findTemplate(tx, actor.tenantId, id)
      await lockDraft(tx, row)
      if ((row.archivedAt !== null) === isArchived)
        throw new AppError('conflict', {
          public: `Template ${row.slug} is ${isArchived ? 'archived already' : 'not archived'}`,
        })
      const now = await tx.template.update({
        where: { id: row.id },
        data: { archivedAt: isArchived ? new Date() : null, updatedAt: new Date() },
      })
      note({ subject: row.id, detail: { slug: row.slug } })
      return templateView(now)
    },
  })
export const archiveTemplate = archiving('template.archive', true)
export const unarchiveTemplate = archiving('template.unarchive', false)

/** A published version. Throws not_found. */
export async function findVersion(tx: Tx, row: TemplateRow, number: number) {
  const version = await tx.templateVersion.findFirst({
    where: { tenantId: row.tenantId, templateId: row.id, number, publishedAt: { not: null } },
  })
  if (!version) throw new AppError('not_found', { public: `Template ${row.slug} has no published version ${number}` })
  return version
}
