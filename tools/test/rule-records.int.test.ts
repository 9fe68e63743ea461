// What the rule builder says of a tenant's own records: values to choose from, counts that are what the pack's rules do, and a search that takes
// what people type as text.
import type { Actor } from '@guildhall/contracts/actor'
import { findRuleRecords, getRuleMatches, getRuleValues } from '@guildhall/domain/template/rule-records'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { send } from './training.ts'
import { openWorld, type World } from './world.ts'

const id = 'home-recommendations'
let world: World
let actor: Actor
beforeAll(async () => {
  const [databaseUrl, ownerUrl, redisUrl] = [inject('databaseUrl'), inject('ownerUrl'), inject('redisUrl')]
  world = await openWorld({ databaseUrl, ownerUrl, redisUrl })
  actor = world.actor
  await send(
    actor,
    'items',
    Array.from({ length: 2500 }, (_, at) => ({
      id: `i${String(at).padStart(4, '0')}`,
      title: at === 7 ? { en: '100%_wool', 'zh-CN': '羊毛' } : `Item ${at}`,
      category_path: ['Home', at % 2 === 0 ? 'Tea' : 'Coffee'],
      price: String(at),
      currency: 'EUR',
      in_stock: at % 10 !== 0,
      attributes: { organic: at % 5 === 0 },
    })),
  )
})
afterAll(() => world.close())

test('counts go over every page of the catalogue, and an unknown kind is about nothing', async () => {
  const rules = [
    { kind: 'weight', rule: { id: 'a', where: { field: 'category', op: 'is', value: ['tea'] }, factor: 2 } },
    { kind: 'filter', rule: { id: 'b', keeps: { field: 'price', op: 'at_least', value: 2400 } } },
    { kind: 'stock', rule: true },
    { kind: 'no_such', rule: null },
  ]
  const found = await getRuleMatches.call(actor, { id, rules })
  expect(found).toMatchObject({ records: 2500, is_truncated: false, counts: [1250, 100, 2250, 0] })
})

test('values are the catalogue’s own', async () => {
  const { fields } = await getRuleValues.call(actor, { id })
  expect(fields.find((one) => one.field === 'category')?.values[0]).toEqual({ value: 'Home', records: 2500 })
  expect(fields.find((one) => one.field === 'price')).toMatchObject({ kind: 'number', unit: 'EUR', min: 0, max: 2499 })
  expect(fields.find((one) => one.attribute === 'organic')).toMatchObject({ kind: 'boolean' })
})

test('a search takes % and _ as they are typed, in either language; keys give titles', async () => {
  const titles = async (input: object) =>
    (await findRuleRecords.call(actor, { id, ...input })).data.map((one) => one.title)
  expect(await titles({ text: '0%_w' })).toEqual([{ en: '100%_wool', 'zh-CN': '羊毛' }])
  expect(await titles({ text: '羊毛' })).toHaveLength(1)
  expect(await titles({ keys: ['i0007', 'gone'] })).toEqual([{ en: '100%_wool', 'zh-CN': '羊毛' }])
})

test('a template without such rules says so', async () => {
  await expect(getRuleValues.call(actor, { id: 'consumer-risk-note' })).rejects.toMatchObject({ code: 'conflict' })
})
