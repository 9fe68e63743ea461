// Published versions: the list, newest first, and one with its whole document.
import { toPage } from '@guildhall/contracts/list'
import {
  listVersionsInput,
  type TemplateVersionObject,
  templateVersionDetail,
  templateVersionList,
  templateVersionObject,
  versionIdInput,
} from '@guildhall/contracts/template-version'
import type { Tx } from '@guildhall/db/client'
import { actorNames } from '../member/names.ts'
import { defineVerb } from '../verb.ts'
import { findVersion } from './channels.ts'
import { documentOf } from './document.ts'
import type { TemplateRow } from './draft.ts'
import { inputSchemaOf } from './get.ts'
import { findTemplate } from './view.ts'

export const listVersions = defineVerb({
  name: 'template.versions',
  scope: 'templates:read',
  isRead: true,
  input: listVersionsInput,
  output: templateVersionList,
  run: async ({ actor, tx }, { id, limit, cursor }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    const before = cursor === undefined ? null : Number(cursor.split('@').at(-1))
    const rows = await tx.templateVersion.findMany({
      where: {
        tenantId: row.tenantId,
        templateId: row.id,
        publishedAt: { not: null },
        ...(before !== null && Number.isSafeInteger(before) ? { number: { lt: before } } : {}),
      },
      omit: { content: true, goldens: true },
      orderBy: { number: 'desc' },
      take: limit + 1,
    })
    return toPage(await versionViews(tx, row, rows), limit)
  },
})

export const getTemplateVersion = defineVerb({
  name: 'template.version',
  scope: 'templates:read',
  isRead: true,
  input: versionIdInput,
  output: templateVersionDetail,
  run: async ({ actor, tx }, { id, version }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    const found = await findVersion(tx, row, version)
    const [view] = await versionViews(tx, row, [found])
    return {
      ...templateVersionObject.parse(view),
      document: documentOf(found, row),
      input_schema: inputSchemaOf(row),
    }
  },
})

type VersionRow = {
  number: number
  digest: string
  equalsVersion: number | null
  overridden: unknown
  publishedAt: Date | null
  publishedBy: string | null
}

async function versionViews(
  tx: Tx,
  row: TemplateRow,
  versions: readonly VersionRow[],
): Promise<TemplateVersionObject[]> {
  const overrides = versions.map((one) => templateVersionObject.shape.overridden.parse(one.overridden))
  const nameOf = await actorNames(tx, row.tenantId, [
    ...versions.map((one) => one.publishedBy),
    ...overrides.map((one) => one?.by ?? null),
  ])
  return versions.map((one, at) => {
    const overridden = overrides[at] ?? null
    return {
      id: `${row.id}@${one.number}`,
      object: 'template_version',
      template: row.slug,
      version: one.number,
      digest: one.digest,
      channel: one.number === row.liveVersion ? 'stable' : one.number === row.canaryVersion ? 'canary' : null,
      equals_version: one.equalsVersion,
      published_by: one.publishedBy === null ? null : nameOf(one.publishedBy),
      published_at: one.publishedAt?.toISOString() ?? null,
      overridden: overridden && { ...overridden, by: nameOf(overridden.by) },
    }
  })
}
