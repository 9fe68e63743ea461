// The public door of widgets, one block per status it can give: what a page may do with a publishable key, and what nobody may.
import type { Actor } from '@guildhall/contracts/actor'
import { listRecords } from '@guildhall/domain/collection/list'
import { createWidget, disableWidget, listWidgets } from '@guildhall/domain/widget/create'
import { createShopperToken } from '@guildhall/domain/widget/token'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { send } from '../../../tools/test/training.ts'
import { openWorld, type World } from '../../../tools/test/world.ts'
import { openApp } from './app.ts'

const origin = 'https://shop.example'
const visitor = `anon_${'A'.repeat(22)}`
const view = { id: 'event-0001', type: 'view', item_id: 'sku-a' }
let world: World
let app: FastifyInstance
let widget: { id: string; key: string }

const newWidget = (actor: Actor, more: Record<string, unknown> = {}) =>
  createWidget.call(actor, { name: 'Home page', template: 'recommendations', origins: [origin], ...more })

beforeAll(async () => {
  const redisUrl = inject('redisUrl')
  world = await openWorld({ databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl })
  app = await openApp({ redisUrl, publicUrl: 'http://localhost', ratePerMinute: 1000, visitorRatePerMinute: 40 })
  await send(world.actor, 'items', [{ id: 'sku-a', title: 'Tea' }])
  widget = await newWidget(world.actor)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

type Asking = { body?: unknown; from?: string | null; key?: string; path?: string; address?: string }

function ask({
  body = { visitor, events: [view] },
  from = origin,
  key = widget.key,
  path = 'events',
  address,
}: Asking) {
  return app.inject({
    method: 'POST',
    url: `/v1/public/${key}/${path}`,
    headers: { 'content-type': 'application/json', ...(from ? { origin: from } : {}) },
    payload: JSON.stringify(body),
    ...(address ? { remoteAddress: address } : {}),
  })
}
const eventsOf = async (subject: string) => (await listRecords.call(world.actor, { name: 'events', subject })).data

describe('POST /v1/public/{key}/events', () => {
  test('200: an event of the visitor, once however often it is sent, readable by the page', async () => {
    for (const _ of [1, 2]) {
      const answer = await ask({})
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['access-control-allow-origin']).toBe(origin)
    }
    expect(await eventsOf(visitor)).toMatchObject([{ body: { type: 'view', item_id: 'sku-a', user_ref: visitor } }])
  })

  test('200: the shopper of a token from the shop’s server', async () => {
    const { token } = await createShopperToken.call(world.actor, { id: widget.id, user_ref: 'customer-7' })
    expect((await ask({ body: { visitor, token, events: [view] } })).statusCode).toBe(200)
    expect(await eventsOf('customer-7')).toHaveLength(1)
  })

  test('401: a token of another widget', async () => {
    const other = await newWidget(world.actor)
    const { token } = await createShopperToken.call(world.actor, { id: other.id, user_ref: 'customer-8' })
    const answer = await ask({ body: { visitor, token, events: [view] } })
    expect(answer.statusCode).toBe(401)
    expect(await eventsOf('customer-8')).toEqual([])
  })

  test('403: another origin, none, and a purchase where the widget takes none', async () => {
    const foreign = await ask({ from: 'https://evil.example' })
    expect(foreign.statusCode).toBe(403)
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined()
    expect((await ask({ from: null })).statusCode).toBe(403)
    const purchase = { ...view, id: 'event-0002', type: 'purchase', value: 3 }
    expect((await ask({ body: { visitor, events: [purchase] } })).statusCode).toBe(403)
    const taking = await newWidget(world.actor, { takes_purchases: true })
    expect((await ask({ key: taking.key, body: { visitor, events: [purchase] } })).statusCode).toBe(200)
  })

  test('404: an unknown key, an API key, and a disabled widget', async () => {
    const closed = await newWidget(world.actor)
    await disableWidget.call(world.actor, { id: closed.id })
    for (const key of ['gh_pub_nothing', await world.secret(), closed.key])
      expect((await ask({ key })).statusCode).toBe(404)
  })

  test('422: an unknown item, a reference in place of a visitor, an unknown field', async () => {
    const bodies = [
      { visitor, events: [{ ...view, item_id: 'sku-z' }] },
      { visitor: 'customer-7', events: [view] },
      { visitor, user_ref: 'customer-7', events: [view] },
    ]
    for (const body of bodies) expect((await ask({ body })).statusCode).toBe(422)
  })

  test('429: one address past its limit, while others are served', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 45; at++) statuses.push((await ask({ address: '10.0.0.9' })).statusCode)
    expect(statuses.slice(0, 40)).not.toContain(429)
    expect(statuses.at(-1)).toBe(429)
    expect((await ask({ address: '10.0.0.10' })).statusCode).toBe(200)
  })
})

describe('POST /v1/public/{key}/recommendations', () => {
  test('422: a scenario that starts from items without any', async () => {
    const answer = await ask({ path: 'recommendations', body: { visitor, scenario: 'similar' } })
    expect(answer.statusCode).toBe(422)
  })

  test('503: no worker answers in time, and the shopper learns nothing more', async () => {
    const answer = await ask({ path: 'recommendations', body: { visitor } })
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ detail: 'There are no recommendations at the moment' })
  }, 15_000)
})

test('OPTIONS: browsers learn which origin may call', async () => {
  const preflight = (from: string) =>
    app.inject({ method: 'OPTIONS', url: `/v1/public/${widget.key}/events`, headers: { origin: from } })
  const allowed = await preflight(origin)
  expect(allowed.statusCode).toBe(204)
  expect(allowed.headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'Origin' })
  expect((await preflight('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined()
})

test('the publishable key opens nothing else, and the signing key is in no list', async () => {
  const answer = await app.inject({ url: '/v1/runs', headers: { authorization: `Bearer ${widget.key}` } })
  expect(answer.statusCode).toBe(401)
  const listed = JSON.stringify(await listWidgets.call(world.actor, {}))
  expect(listed).toContain(widget.key)
  expect(listed).not.toMatch(/signing/i)
})

test('only admins make widgets, only of retail templates, only for origins', async () => {
  const editor: Actor = { ...world.actor, scopes: ['templates:write'] }
  await expect(newWidget(editor)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(newWidget(world.actor, { template: 'consumer-risk-note' })).rejects.toMatchObject({
    errors: [{ location: 'body.template' }],
  })
  await expect(newWidget(world.actor, { origins: ['https://shop.example/page'] })).rejects.toMatchObject({
    errors: [{ location: 'body.origins.0' }],
  })
})
