// Widgets: managing them by API key, and the public door their pages use with a publishable key. That door answers other origins, so it says
// to browsers which; it is limited by widget and by address.
import { createWidget, disableWidget, listWidgets } from '@guildhall/domain/widget/create'
import { takeWidgetEvents } from '@guildhall/domain/widget/events'
import { actorOf, type OpenWidget, openWidget } from '@guildhall/domain/widget/open'
import { recommendForWidget } from '@guildhall/domain/widget/recommend'
import { createShopperToken } from '@guildhall/domain/widget/token'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Limiter } from '../door/limits.ts'
import { defineRoute } from '../door/rest.ts'

export const widgetRoutes = [
  defineRoute({ method: 'POST', path: '/v1/widgets', summary: 'Create a widget', verb: createWidget, status: 201 }),
  defineRoute({ method: 'GET', path: '/v1/widgets', summary: 'List widgets', verb: listWidgets, status: 200 }),
  defineRoute({
    method: 'POST',
    path: '/v1/widgets/{id}/disable',
    summary: 'Disable a widget, for good',
    verb: disableWidget,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/widgets/{id}/shopper_tokens',
    summary: 'Say to a page who is signed in',
    verb: createShopperToken,
    status: 201,
  }),
]

type Keyed = { Params: { key: string } }
type Limits = { perWidget: Limiter; perAddress: Limiter }
const preflightS = 600

export function addWidgetDoor(app: FastifyInstance, limits: Limits): void {
  for (const path of ['recommendations', 'events']) {
    app.options<Keyed>(`/v1/public/:key/${path}`, async (request, reply) => {
      await widgetOf(request, reply)
      reply.header('Access-Control-Allow-Methods', 'POST').header('Access-Control-Allow-Headers', 'content-type')
      return reply.header('Access-Control-Max-Age', String(preflightS)).status(204).send()
    })
  }
  app.post<Keyed>('/v1/public/:key/recommendations', async (request, reply) => {
    const widget = await limited(request, reply, limits)
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    return recommendForWidget(widget, { body: request.body, requestId: request.id, signal: gone.signal })
  })
  app.post<Keyed>('/v1/public/:key/events', async (request, reply) => {
    const widget = await limited(request, reply, limits)
    return takeWidgetEvents(widget, { body: request.body, requestId: request.id })
  })
}

async function widgetOf(request: FastifyRequest<Keyed>, reply: FastifyReply): Promise<OpenWidget> {
  reply.header('Vary', 'Origin').header('Cross-Origin-Resource-Policy', 'cross-origin')
  const widget = await openWidget(request.params.key, request.headers.origin)
  // From here on the page may also read why it was refused.
  reply.header('Access-Control-Allow-Origin', request.headers.origin)
  return widget
}

async function limited(request: FastifyRequest<Keyed>, reply: FastifyReply, limits: Limits): Promise<OpenWidget> {
  const widget = await widgetOf(request, reply)
  const actor = actorOf(widget, { requestId: request.id, scopes: 'recommend' })
  await limits.perWidget(actor, reply)
  await limits.perAddress({ ...actor, name: `${actor.name}:${request.ip}` }, reply)
  return widget
}
