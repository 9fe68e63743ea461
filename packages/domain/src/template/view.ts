// Rows of template and template_version -> the objects on the wire, and the one way a caller names a template: slug or id.
import { AppError } from '@guildhall/contracts/errors'
import type { TemplateObject } from '@guildhall/contracts/template'
import type { Tx } from '@guildhall/db/client'
import type { Sql } from '@guildhall/db/sql'
import { refuseSleeping } from '../vertical/switched.ts'

export type TemplateRow = {
  id: string
  slug: string
  name: string
  vertical: string
  task: string
  liveVersion: number | null
  canaryVersion: number | null
  canaryShare: number | null
  archivedAt: Date | null
  createdAt: Date
}

export function templateView(row: TemplateRow): TemplateObject {
  return {
    id: row.id,
    object: 'template',
    slug: row.slug,
    name: row.name,
    vertical: row.vertical,
    task: row.task,
    live_version: row.liveVersion,
    canary:
      row.canaryVersion === null || row.canaryShare === null
        ? null
        : { version: row.canaryVersion, share: row.canaryShare },
    archived_at: row.archivedAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
  }
}

/** Finds by slug or id. Throws `not_found`, also for another tenant's, and `vertical_off` for a starter that is not there for that reason. */
export async function findTemplate(tx: Tx, tenantId: string, slugOrId: string) {
  const row = await tx.template.findFirst({ where: { tenantId, OR: [{ slug: slugOrId }, { id: slugOrId }] } })
  return row ?? refuseUnknown(tx, tenantId, slugOrId)
}

/** Throws `vertical_off` for a starter that is not there for that reason, else `not_found`. */
export async function refuseUnknown(tx: Sql, tenantId: string, slugOrId: string): Promise<never> {
  await refuseSleeping(tx, tenantId, slugOrId)
  const known = await tx.$queryRaw<
    { slug: string }[]
  >`SELECT slug FROM template WHERE tenant_id = ${tenantId} ORDER BY slug LIMIT 20`
  throw new AppError('not_found', {
    public: `No template ${slugOrId} here. Known: ${known.map((one) => one.slug).join(', ') || 'none yet'}`,
    errors: [{ location: 'body.template', message: 'is unknown', fix: 'GET /v1/templates lists what you can name' }],
  })
}
