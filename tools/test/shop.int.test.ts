// The merchandiser's figures on real Postgres: variety of what was served, a shopper's history, who was there lately, and the demo shop's window.
import type { Actor } from '@guildhall/contracts/actor'
import { getShopHistory, listRecentShoppers } from '@guildhall/domain/shop/history'
import { getServed } from '@guildhall/domain/shop/served'
import { getItemTitles } from '@guildhall/domain/shop/titles'
import { readShopWindow } from '@guildhall/domain/shop/window'
import { createWidget } from '@guildhall/domain/widget/create'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { serveLists } from './shoppers.ts'
import { send } from './training.ts'
import { openWorld, type World } from './world.ts'

let world: World
let actor: Actor
beforeAll(async () => {
  const [databaseUrl, ownerUrl, redisUrl] = [inject('databaseUrl'), inject('ownerUrl'), inject('redisUrl')]
  world = await openWorld({ databaseUrl, ownerUrl, redisUrl })
  actor = world.actor
  await send(actor, 'items', [
    { id: 'i1', title: { en: 'Tea', 'zh-CN': '茶' }, price: '4.50', currency: 'EUR', category_path: ['Drinks'] },
    { id: 'i2', title: 'Milk' },
    { id: 'i3', title: 'Jam', in_stock: false },
    { id: 'i4', title: 'Bread' },
  ])
  await send(actor, 'events', [
    { user_ref: 'u1', item_id: 'i1', type: 'purchase', ts: '2026-11-20T10:00:00Z', value: 4.5 },
    { user_ref: 'u1', item_id: 'gone', type: 'view', ts: '2026-11-21T10:00:00Z' },
    { user_ref: 'u2', item_id: 'i2', type: 'view', ts: '2026-11-22T10:00:00Z' },
  ])
})
afterAll(() => world.close())

test('variety counts lists of shoppers, not looks of members, against the whole catalogue', async () => {
  await serveLists(actor, [{ input: { user_ref: 'u1' } }, { input: { user_ref: 'u2' }, items: ['i1', 'i3'] }])
  await serveLists(actor, [
    { input: { user_ref: 'u1' }, items: ['i1', 'i4'] },
    { input: { user_ref: 'u3' }, metadata: { preview: 'true' } },
  ])
  const served = await getServed.call(actor, { template: 'recommendations' })
  expect(served).toMatchObject({
    lists: 3,
    shoppers: 2,
    catalogue: 4,
    shown_items: 4,
    coverage: 1,
    // Of the second list for u1, one of two places held what the first one did.
    repetition: 0.5,
    cold_share: 0,
    top: [{ item_id: 'i1', title: { en: 'Tea', 'zh-CN': '茶' }, shown: 3, share: 0.5 }, {}, {}, {}],
  })
  // Counts 1, 1, 1, 3.
  expect(served.gini).toBeCloseTo(0.25, 12)
})

test('a history is newest first, with titles where there are some; who may not write records sees none', async () => {
  const { events } = await getShopHistory.call(actor, { user_ref: 'u1' })
  expect(events.map((event) => [event.item_id, event.title?.['zh-CN'], event.type, event.value])).toEqual([
    ['gone', undefined, 'view', null],
    ['i1', '茶', 'purchase', 4.5],
  ])
  const { shoppers } = await listRecentShoppers.call(actor, {})
  expect(shoppers.map((one) => [one.user_ref, one.events])).toEqual([
    ['u2', 1],
    ['u1', 2],
  ])
  const viewer: Actor = { ...actor, scopes: ['runs:read', 'templates:read'] }
  for (const call of [getShopHistory.call(viewer, { user_ref: 'u1' }), listRecentShoppers.call(viewer, {})])
    await expect(call).rejects.toMatchObject({ code: 'forbidden' })
  const { titles } = await getItemTitles.call(viewer, { ids: ['i2', 'gone'] })
  expect(titles).toEqual([{ item_id: 'i2', title: { en: 'Milk', 'zh-CN': 'Milk' } }])
})

test('the window of a demo shop shows what is sold, to pages of the allowed origin only', async () => {
  const here = 'http://127.0.0.1:3000'
  const { key } = await createWidget.call(actor, { name: 'Demo', template: 'recommendations', origins: [here] })
  const { items, takesPurchases } = await readShopWindow(key, here)
  expect(takesPurchases).toBe(false)
  expect(items.map((item) => item.item_id)).toEqual(['i1', 'i2', 'i4'])
  expect(items[0]).toMatchObject({ title: { en: 'Tea' }, price: '4.50', currency: 'EUR', category: 'Drinks' })
  await expect(readShopWindow(key, 'https://other.example')).rejects.toMatchObject({ code: 'forbidden' })
})
