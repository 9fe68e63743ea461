// Events of a page -> the tenant's events: only items that are sold, at the server's time, and purchases only where the widget takes them.
import { createHash } from 'node:crypto'
import { AppError } from '@guildhall/contracts/errors'
import { publicEvents, publicEventsInput } from '@guildhall/contracts/widget'
import { withTenant } from '@guildhall/db/scope'
import type { z } from 'zod'
import { ingestRecords } from '../collection/ingest.ts'
import { parseInput } from '../parse.ts'
import { actorOf, type OpenWidget, shopperOf } from './open.ts'

/** Throws input_invalid, unauthenticated, and forbidden for a purchase that this widget does not take. */
export async function takeWidgetEvents(
  widget: OpenWidget,
  { body, requestId }: { body: unknown; requestId: string },
): Promise<z.infer<typeof publicEvents>> {
  const input = parseInput(publicEventsInput, body)
  const user_ref = shopperOf(widget, input)
  if (!widget.takesPurchases && input.events.some((event) => event.type === 'purchase'))
    throw new AppError('forbidden', {
      public: 'This widget takes no purchases from browsers. Send them from your server, with their recommendation_id',
    })
  await refuseUnknown(
    widget.tenantId,
    input.events.map((event) => event.item_id),
  )
  const ts = new Date().toISOString()
  const records = input.events.map(({ id, ...event }, at) => ({
    line: at + 1,
    // Made of widget, shopper and id: nobody can take the id of another's event.
    value: { ...event, id: digestOf([widget.id, user_ref, id]), user_ref, ts },
  }))
  const taken = await ingestRecords(actorOf(widget, { requestId, scopes: 'events' }), { collection: 'events', records })
  return publicEvents.parse({ object: 'public_events', accepted: taken.received - taken.refused })
}

const digestOf = (parts: readonly string[]) => createHash('sha256').update(parts.join('\0')).digest('hex')

async function refuseUnknown(tenantId: string, itemIds: readonly string[]): Promise<void> {
  const keys = [...new Set(itemIds)]
  const known = await withTenant(tenantId, (tx) =>
    tx.record.findMany({ where: { tenantId, collection: 'items', key: { in: keys } }, select: { key: true } }),
  )
  const missing = keys.find((key) => !known.some((one) => one.key === key))
  if (missing === undefined) return
  throw new AppError('input_invalid', {
    public: `Nothing with the id ${missing.slice(0, 60)} is sold here`,
    errors: [
      { location: 'body.events', message: 'names an unknown item', fix: 'Send the ids of your collection items' },
    ],
  })
}
