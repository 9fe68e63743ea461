// Rows of widget -> the object on the wire, and finding one. The signing key is in no view.
import { AppError } from '@guildhall/contracts/errors'
import type { WidgetObject } from '@guildhall/contracts/widget'
import type { Tx } from '@guildhall/db/client'

type WidgetRow = NonNullable<Awaited<ReturnType<typeof read>>>

const read = (tx: Tx, where: { id: string; tenantId: string }) =>
  tx.widget.findFirst({ where, include: { template: { select: { slug: true } } } })

/** Throws not_found, also for another tenant's. */
export async function findWidget(tx: Tx, tenantId: string, id: string): Promise<WidgetRow> {
  const row = await read(tx, { id, tenantId })
  if (!row) throw new AppError('not_found', { public: `No widget ${id} here` })
  return row
}

export function widgetView(row: Omit<WidgetRow, 'signingKey'>): WidgetObject {
  return {
    id: row.id,
    object: 'widget',
    name: row.name,
    template: row.template.slug,
    key: row.key,
    origins: row.origins,
    takes_purchases: row.takesPurchases,
    created_at: row.createdAt.toISOString(),
    disabled_at: row.disabledAt?.toISOString() ?? null,
  }
}
