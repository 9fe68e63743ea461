// A publishable key and the origin of a page -> the widget behind it. Browsers tell the truth about their origin; other programs may not,
// so what this opens is only what a shopper may see and do anyway.
import { AppError } from '@guildhall/contracts/errors'
import type { Id } from '@guildhall/contracts/ids'
import { widgetKeyForm } from '@guildhall/contracts/widget'
import { withSystem } from '@guildhall/db/scope'
import { LRUCache } from 'lru-cache'
import { readShopper } from './token.ts'

export type OpenWidget = {
  id: string
  tenantId: Id<'tenant'>
  templateId: string
  origins: readonly string[]
  takesPurchases: boolean
  signingKey: Uint8Array
}

// How long a disabled key goes on working in a process that has just seen it.
const widgets = new LRUCache<string, OpenWidget>({ max: 1000, ttl: 5000 })

/** Throws not_found for a key that is unknown or disabled, and forbidden for another origin than the widget's. */
export async function openWidget(key: string, origin: string | undefined): Promise<OpenWidget> {
  const widget = widgets.get(key) ?? (widgetKeyForm.test(key) ? await readWidget(key) : null)
  if (!widget) throw new AppError('not_found', { public: 'No widget has this key' })
  widgets.set(key, widget)
  if (origin === undefined || !widget.origins.includes(origin))
    throw new AppError('forbidden', {
      public: `Pages of ${origin ?? 'no origin'} may not use this widget. Add the origin to it`,
    })
  return widget
}

function readWidget(key: string): Promise<OpenWidget | null> {
  return withSystem('find the tenant of a publishable key', async (tx) => {
    const row = await tx.widget.findUnique({ where: { key } })
    if (!row || row.disabledAt) return null
    const { id, templateId, origins, takesPurchases, signingKey } = row
    return { id, tenantId: row.tenantId as Id<'tenant'>, templateId, origins, takesPurchases, signingKey }
  })
}

/** Whose history it is: the shopper of a valid token, else what the browser remembers. Throws unauthenticated for a token that is not valid. */
export function shopperOf(
  widget: OpenWidget,
  { visitor, token }: { visitor: string; token?: string | null | undefined },
): string {
  if (token === null || token === undefined) return visitor
  const userRef = readShopper(token, { signingKey: widget.signingKey, nowMs: Date.now() })
  if (userRef === null)
    throw new AppError('unauthenticated', {
      public: 'The shopper token is not valid or has ended. Get a new one from your server',
    })
  return userRef
}

/** What a widget may do, as an actor of its tenant. */
export function actorOf(
  widget: OpenWidget,
  { requestId, scopes }: { requestId: string; scopes: 'recommend' | 'events' },
) {
  const held = scopes === 'recommend' ? (['runs:write', 'runs:read'] as const) : (['collections:write'] as const)
  return { tenantId: widget.tenantId, requestId, scopes: held, name: `widget:${widget.id}` }
}
