// The next version of a template and the pointer to it, in the caller's transaction: whoever reads in between sees both or neither.
import { newId } from '@guildhall/contracts/ids'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { partsOf } from './document.ts'
import type { TemplateRow } from './draft.ts'

export type Channel = { name: 'stable' } | { name: 'canary'; share: number }
type Columns = {
  content: unknown
  /** null in versions of before, and in those that roll back to one. */
  settings: unknown
  goldens: unknown
  digest: string
  equalsVersion?: number
  overridden?: unknown
}
type Adding = { row: TemplateRow; columns: Columns; by: string; channel: Channel }

/** Returns the template's row as it is now. The caller holds the lock of the draft. */
export async function addVersion(tx: Tx, { row, columns, by, channel }: Adding): Promise<TemplateRow> {
  const newest = await tx.templateVersion.aggregate({
    where: { tenantId: row.tenantId, templateId: row.id },
    _max: { number: true },
  })
  const number = (newest._max.number ?? 0) + 1
  const { content, settings, goldens, digest, equalsVersion, overridden } = columns
  await tx.templateVersion.create({
    data: {
      id: newId('templateVersion'),
      tenantId: row.tenantId,
      templateId: row.id,
      number,
      content: json(content),
      ...(settings === null ? {} : { settings: json(settings) }),
      ...(goldens === null ? {} : { goldens: json(goldens) }),
      digest,
      publishedAt: new Date(),
      publishedBy: by,
      ...(equalsVersion === undefined ? {} : { equalsVersion }),
      ...(overridden === undefined ? {} : { overridden: json(overridden) }),
    },
  })
  return pointTo(tx, { row, number, channel })
}

/** A stable version ends the canary: it was measured against the version before. */
export function pointTo(
  tx: Tx,
  { row, number, channel }: { row: TemplateRow; number: number; channel: Channel },
): Promise<TemplateRow> {
  const pointers =
    channel.name === 'stable'
      ? { liveVersion: number, canaryVersion: null, canaryShare: null }
      : { canaryVersion: number, canaryShare: channel.share }
  return tx.template.update({ where: { id: row.id }, data: { ...pointers, updatedAt: new Date() } })
}

export function columnsOf(document: TemplateDocument, digest: string): Columns {
  return { ...partsOf(document), digest }
}

const json = (value: unknown) => z.json().parse(value) ?? {}
