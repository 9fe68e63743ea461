// Exercises through the API: a QTI document, the starter course of a tenant, and skills that must make a graph.
import { readFileSync } from 'node:fs'
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

type Sent = { type?: string; secret?: string; url?: string }

const send = (
  payload: string | Buffer,
  { type = 'application/xml', secret, url = '/v1/exercises/import' }: Sent = {},
) => api.ask({ method: 'POST', url, payload, type, secret })
const post = (url: string, body: unknown, secret?: string) =>
  send(JSON.stringify(body), { type: 'application/json', url, ...(secret ? { secret } : {}) })
const records = async (name: string, secret?: string) =>
  (await api.ask({ url: `/v1/collections/${name}/records?limit=100`, secret })).body.data

const sample = readFileSync(
  new URL('../../../packages/verticals/src/packs/education/import/sample.xml', import.meta.url),
  'utf8',
)

describe('POST exercises/import', () => {
  test('200: good items are kept, bad ones come back with line, place and fix; sending again changes nothing', async () => {
    const first = await send(sample)
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({
      object: 'ingest',
      collection: 'exercises',
      received: 7,
      inserted: 5,
      refused: 2,
    })
    for (const error of first.body.errors)
      expect(sample.split('\n')[error.line - 1], error.message).toContain('<qti-assessment-item')
    expect(first.body.errors).toMatchObject([
      { location: expect.stringContaining('essay-01'), fix: expect.stringContaining('text entry') },
      { location: expect.stringContaining('many-01'), message: expect.stringContaining('more than one choice') },
    ])
    expect((await send(sample)).body).toMatchObject({ inserted: 0, updated: 0, unchanged: 5 })
    const stored = await records('exercises')
    expect(stored.find((one: { id: string }) => one.id === 'qti-sale-01').body).toMatchObject({
      answer_type: 'choice',
      answer_key: 'B',
      skills: ['percent-change'],
    })
  })

  test('200: the same document in a JSON object, and a skill for items that name none', async () => {
    const document = sample.replaceAll(/ data-skill="[^"]*"/g, '')
    expect((await post('/v1/exercises/import', { document })).body).toMatchObject({ inserted: 0, refused: 7 })
    expect((await post('/v1/exercises/import?skill=own-skill', { document })).body).toMatchObject({
      updated: 5,
      refused: 2,
    })
  })

  test('422: a document type is refused whatever it says, and so is what is no XML', async () => {
    const outside = '<!DOCTYPE i [<!ENTITY x SYSTEM "file:///etc/passwd">]><i>&x;</i>'
    const laughs = '<!DOCTYPE i [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><i>&b;</i>'
    for (const document of [outside, laughs])
      expect((await send(document)).body).toMatchObject({
        status: 422,
        detail: expect.stringContaining('document type'),
      })
    expect((await send('id,stem')).body).toMatchObject({ status: 422, errors: [{ location: 'body.document line 1' }] })
  })

  test('400, 401, 403, 413 and 415 say what to do', async () => {
    expect((await send(Buffer.from([0x3c, 0xff, 0xfe]))).body).toMatchObject({ status: 400 })
    expect((await send(sample, { secret: 'gh_live_nobody' })).status).toBe(401)
    expect((await send(sample, { secret: await world.secret(['runs:write']) })).status).toBe(403)
    expect((await send(Buffer.alloc(4_000_001, 0x20))).body).toMatchObject({ status: 413, code: 'body_too_large' })
    expect((await send(sample, { type: 'text/html' })).status).toBe(415)
    expect((await send(sample, { url: '/v1/runs' })).status).toBe(415)
  })
})

describe('POST collections/load_starter', () => {
  test('200: the course is there, loading again changes nothing, and a record of the tenant stays theirs', async () => {
    const own = await openWorld(urls)
    const secret = await own.secret(['collections:write'])
    const mine = { id: 'frac-add-01', stem: 'My own', answer_key: '7', answer_type: 'numeric', skills: ['mine'] }
    await post('/v1/collections/exercises/records', [mine], secret)
    const first = await post('/v1/collections/load_starter', { vertical: 'education' }, secret)
    expect(first.status).toBe(200)
    const [skills, exercises] = first.body.data
    expect(skills).toMatchObject({ collection: 'skills', inserted: 16, refused: 0 })
    expect(exercises).toMatchObject({ collection: 'exercises', refused: 0, unchanged: 1 })
    expect(exercises.inserted).toBeGreaterThanOrEqual(120)
    const again = await post('/v1/collections/load_starter', { vertical: 'education' }, secret)
    for (const one of again.body.data) expect(one).toMatchObject({ inserted: 0, updated: 0, unchanged: one.received })
    const stored = await records('exercises', secret)
    expect(stored.find((one: { id: string }) => one.id === 'frac-add-01').body).toMatchObject({ stem: 'My own' })
    expect(await records('skills')).toEqual([])
  })

  test('403 without the scope, 404 for a vertical that brings none, 422 without a vertical', async () => {
    const url = '/v1/collections/load_starter'
    expect((await post(url, { vertical: 'education' }, await world.secret(['runs:write']))).status).toBe(403)
    expect((await post(url, { vertical: 'finance' })).body).toMatchObject({
      status: 404,
      detail: expect.stringContaining('education'),
    })
    expect((await post(url, {})).status).toBe(422)
  })
})

describe('skills', () => {
  const skill = (id: string, ...prerequisites: string[]) => ({ id, title: id, prerequisites })

  test('200: a circle is refused by name, with what is stored and with what comes along; the rest is kept', async () => {
    const url = '/v1/collections/skills/records'
    expect((await post(url, [skill('a'), skill('b', 'a'), skill('c', 'b')])).body).toMatchObject({ inserted: 3 })
    const circle = await post(url, [
      skill('a', 'c'),
      skill('d', 'c'),
      skill('e', 'nobody'),
      skill('f', 'g'),
      skill('g', 'f'),
    ])
    expect(circle.body).toMatchObject({ received: 5, inserted: 1, updated: 0, refused: 4 })
    const said = circle.body.errors.map((one: { message: string }) => one.message).join('; ')
    expect(said).toContain('needs nobody, which is no skill')
    expect(said).toMatch(/a needs c needs b needs a|b needs a needs c needs b|c needs b needs a needs c/)
    expect((await records('skills')).map((one: { id: string }) => one.id)).toEqual(['a', 'b', 'c', 'd'])
  })
})
