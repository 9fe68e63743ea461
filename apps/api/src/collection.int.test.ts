// Collections through the API: one block per status, what a bad line says, and that sending again changes nothing.
import { collectionLimits } from '@guildhall/contracts/collection'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Api, openApi } from '../../../tools/test/api.ts'
import { openWorld, type World } from '../../../tools/test/world.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
let api: Api
let world: World

beforeAll(async () => {
  api = await openApi(urls, ['collections:write'])
  world = api.world
})
afterAll(() => api.close())

type Sent = { type?: string; secret?: string; name?: string }

const send = (payload: string | Buffer, { type = 'application/x-ndjson', secret, name = 'events' }: Sent = {}) =>
  api.ask({ method: 'POST', url: `/v1/collections/${name}/records`, payload, type, secret })
const ask = (method: 'GET' | 'DELETE', url: string, secret?: string) => api.ask({ method, url, secret })

const event = (user: string, item: string, second: number) => ({
  user_ref: user,
  item_id: item,
  type: 'purchase',
  ts: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
})
const ndjson = (records: readonly unknown[]) => records.map((one) => JSON.stringify(one)).join('\n')

describe('POST records', () => {
  test('200: keeps the good lines, lists the bad ones with line, field and fix', async () => {
    const lines = [
      JSON.stringify(event('u1', 'a', 1)),
      '{"user_ref": "u1", oops',
      JSON.stringify({ ...event('u1', 'b', 2), tpye: 'view' }),
      JSON.stringify({ ...event('u1', 'c', 3), ts: 'yesterday' }),
      JSON.stringify({ ...event('u1', 'd', 4), ts: '2090-01-01T00:00:00Z' }),
      JSON.stringify({ ...event('u1', 'e', 5), value: Number.NaN }),
      JSON.stringify(event('u1', 'f', 6)),
    ]
    const { status, body } = await send(lines.join('\n'))
    expect(status).toBe(200)
    expect(body).toMatchObject({ object: 'ingest', received: 7, inserted: 3, refused: 4 })
    expect(body.errors.map((one: { line: number }) => one.line)).toEqual([2, 3, 4, 5])
    expect(body.errors[1]).toMatchObject({ location: 'tpye', fix: expect.stringContaining('type') })
    expect(body.errors[2]).toMatchObject({ location: 'ts', message: expect.stringContaining('ISO 8601') })
    expect(body.errors[3]).toMatchObject({ location: 'ts', fix: expect.stringContaining('clock') })
  })

  test('200: sending the same file again changes nothing, whatever its order', async () => {
    const records = Array.from({ length: 300 }, (_, at) => event(`r${at % 7}`, `i${at % 11}`, at))
    expect((await send(ndjson(records))).body).toMatchObject({ inserted: 300, unchanged: 0 })
    expect((await send(ndjson(records.toReversed()))).body).toMatchObject({ inserted: 0, unchanged: 300 })
  })

  test('200: an item is replaced where it differs; a JSON array does as well', async () => {
    const item = { id: 'sku-1', title: { en: 'Milk', 'zh-CN': '牛奶' }, price: '1.20', currency: 'EUR' }
    const array = (records: readonly unknown[]) =>
      send(JSON.stringify(records), { type: 'application/json; charset=utf-8', name: 'items' })
    expect((await array([item, { ...item, id: 'sku-2' }])).body).toMatchObject({ inserted: 2 })
    expect((await array([item, { ...item, id: 'sku-2', price: '1.30' }])).body).toMatchObject({
      updated: 1,
      unchanged: 1,
    })
    const { body } = await ask('GET', '/v1/collections/items/records?limit=1')
    expect(body).toMatchObject({
      has_more: true,
      next_cursor: 'sku-1',
      data: [{ id: 'sku-1', body: { price: '1.20' } }],
    })
    const next = await ask('GET', '/v1/collections/items/records?limit=1&cursor=sku-1')
    expect(next.body.data).toMatchObject([{ id: 'sku-2', body: { price: '1.30' } }])
  })

  test('200: a line of ten megabytes and one that is not UTF-8 are errors of their own', async () => {
    const body = Buffer.concat([
      Buffer.from(`${JSON.stringify(event('long', 'a', 1))}\n"${'x'.repeat(10_000_000)}"\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from(JSON.stringify(event('long', 'b', 2))),
    ])
    expect((await send(body)).body).toMatchObject({
      inserted: 2,
      refused: 2,
      errors: [
        { line: 2, message: expect.stringContaining('longer than') },
        { line: 3, message: 'is not UTF-8' },
      ],
    })
  })

  test('400, 401, 403, 404, 413 and 415 say what to do', async () => {
    const good = ndjson([event('x', 'y', 1)])
    expect((await send(good, { secret: 'gh_live_nobody' })).status).toBe(401)
    expect((await send(good, { secret: await world.secret(['runs:write']) })).body).toMatchObject({ status: 403 })
    expect((await send(good, { name: 'evnts' })).body).toMatchObject({
      status: 404,
      detail: expect.stringContaining('events'),
    })
    expect((await send(good, { type: 'text/csv' })).body).toMatchObject({ status: 415, code: 'unsupported_media_type' })
    const huge = Buffer.alloc(collectionLimits.maxBodyBytes + 1, 0x0a)
    expect((await send(huge)).body).toMatchObject({ status: 413, code: 'body_too_large' })
  })
})

describe('reading and deleting', () => {
  test('200: the overview counts, the report says what is missing', async () => {
    await send(ndjson([{ id: 'sku-9', title: 'Tea' }]), { name: 'items' })
    const { body } = await ask('GET', '/v1/collections')
    const items = body.data.find((one: { id: string }) => one.id === 'items')
    expect(items).toMatchObject({ vertical: 'retail', rows: expect.any(Number) })
    expect(items.rows).toBeGreaterThan(0)
    const report = await ask('GET', '/v1/collections/items/report')
    expect(report.body.fields.find((one: { field: string }) => one.field === 'price').missing).toBeGreaterThan(0)
  })

  test('200: protected attributes are sealed for whoever reads a record or the report', async () => {
    const loan = { id: 'l1', features: { term_months: 36 }, defaulted: false, protected: { sex: 'f' } }
    expect((await send(ndjson([loan]), { name: 'loans' })).body).toMatchObject({ inserted: 1 })
    const { body } = await ask('GET', '/v1/collections/loans/records')
    expect(body.data).toMatchObject([{ body: { features: { term_months: 36 }, protected: 'sealed' } }])
    const report = await ask('GET', '/v1/collections/loans/report')
    expect(JSON.stringify([body, report.body])).not.toContain('sex')
  })

  test('200: everything about one subject goes, and nothing else; another tenant sees none of it', async () => {
    await send(ndjson([event('gone', 'a', 1), event('gone', 'b', 2), event('stays', 'a', 3)]))
    const other = await openWorld(urls)
    const foreign = await other.secret(['collections:write'])
    const seen = await ask('GET', '/v1/collections/events/records?subject=gone', foreign)
    expect(seen.body.data).toEqual([])
    expect((await ask('DELETE', '/v1/collections/events/records?subject=gone', foreign)).body.deleted).toBe(0)
    expect((await ask('DELETE', '/v1/collections/events/records?subject=gone')).body).toMatchObject({ deleted: 2 })
    expect((await ask('GET', '/v1/collections/events/records?subject=stays')).body.data).toHaveLength(1)
  })

  test('422: a deletion names exactly one thing', async () => {
    expect((await ask('DELETE', '/v1/collections/events/records')).status).toBe(422)
    expect((await ask('DELETE', '/v1/collections/events/records?key=a&subject=b')).status).toBe(422)
  })
})
