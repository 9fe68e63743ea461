// Templates as files: out, in again, to another tenant and back, and what is refused.
import { withTenant } from '@guildhall/db/scope'
import { findTask } from '@guildhall/verticals/registry'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { type Lender, openLender, plain } from './lender.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const starter = { vertical: 'finance', task: 'risk_note', slug: 'consumer-risk-note' }
const content = Object(findTask('finance', 'risk_note')?.starters[0].content)
let lender: Lender
let other: Lender

beforeAll(async () => {
  lender = await openLender(urls)
  other = await openLender(urls)
})
afterAll(async () => {
  await other.close()
  await lender.close()
})

const get = (path: string) => lender.ask('GET', `/v1/templates${path}`)
const post = (path: string, body: object = {}) => lender.ask('POST', `/v1/templates${path}`, { body })

async function publish(slug: string, change: object) {
  const draft = (await get(`/${slug}/draft`)).body
  const saved = await post(`/${slug}/draft`, { ...change, digest: draft.digest })
  return post(`/${slug}/publish`, { digest: saved.body.digest })
}

async function twoVersions(name: string): Promise<string> {
  const { slug } = (await post('', { name, starter })).body
  for (const lgd of [0.65, 0.5]) await publish(slug, { content: { ...content, lgd }, goldens: [] })
  return slug
}

describe('files', () => {
  test('a file goes to another tenant and back with the same digest', async () => {
    const slug = await twoVersions('Exchanged')
    const file = await get(`/${slug}/export?version=2`)
    expect(file.headers.etag).toMatch(/^"sha256:[0-9a-f]{64}"$/)
    expect(file.headers['content-disposition']).toContain(`${slug}-v2.json`)
    const document = JSON.parse(file.text)
    const theirs = await other.ask('POST', '/v1/templates/import', { body: { document, name: 'From a friend' } })
    expect(theirs.status).toBe(201)
    expect(theirs.body).toMatchObject({ template: { slug: 'from-a-friend', live_version: null } })
    expect(`"${theirs.body.draft.digest}"`).toBe(file.headers.etag)
    expect(theirs.body.changes.map((one: { path: string }) => one.path)).toContain('content.lgd')
    const back = await other.ask('GET', '/v1/templates/from-a-friend/export')
    expect(back.text).toBe(file.text)
    const draft = (await get(`/${slug}/draft`)).body
    const into = await post('/import', { id: slug, digest: draft.digest, document: { ...document, goldens: [] } })
    expect(into.body).toMatchObject({ changes: [], draft: { digest: draft.digest } })
  })

  test('422: a pack nobody has, a form nobody knows, a file of another task; 409 on another draft', async () => {
    const { document } = (await get('/mortgage-risk-note/versions/1')).body
    const importing = (change: object, more: object = {}) =>
      post('/import', { document: { ...document, ...change }, ...more })
    const foreign = await importing({ vertical: 'astrology' })
    expect(foreign.body).toMatchObject({ status: 422, errors: [{ location: 'body.document.vertical' }] })
    expect(foreign.body.detail).toContain('finance/risk_note')
    expect((await importing({ task: 'tarot' })).body.errors[0].location).toBe('body.document.task')
    expect((await importing({ format: 2 })).status).toBe(422)
    expect((await importing({ surprise: 1 })).body.errors[0].location).toBe('body.document.surprise')
    expect((await importing({ content: { ...document.content, lgd: 7 } })).status).toBe(422)
    expect((await importing({}, { id: 'consumer-risk-note' })).status).toBe(409)
    const retail = (await get('?limit=100')).body.data.find((one: { vertical: string }) => one.vertical === 'retail')
    expect((await importing({}, { id: retail.slug })).status).toBe(422)
  })

  test('the JSON Schema is published, of any document and of one task', async () => {
    expect((await get('/schema')).body).toMatchObject({ $id: 'https://guildhall.dev/schemas/template-1.json' })
    const own = (await get('/consumer-risk-note/schema')).body
    expect(own.properties.content.properties).toHaveProperty('reason_table')
    expect(own.properties.vertical).toEqual({ const: 'finance' })
  })
})

test('a version of before templates were documents serves, exports, is compared, followed and rolled back to', async () => {
  const { tenantId } = lender.world.actor
  const { slug, id } = (await post('', { name: 'Of before', starter })).body
  const digest = `sha256:${'1'.repeat(64)}`
  await withTenant(tenantId, async (tx) => {
    await tx.templateVersion.deleteMany({ where: { templateId: id } })
    await tx.templateVersion.create({
      data: {
        id: `tpv_${id.slice(4)}`,
        tenantId,
        templateId: id,
        number: 1,
        content: z.json().parse(content) ?? {},
        // Of the content alone, as it was worked out then.
        digest,
        publishedAt: new Date(),
        publishedBy: 'system:seed',
      },
    })
    await tx.template.update({ where: { id }, data: { liveVersion: 1 } })
  })
  const run = await lender.oneRun(plain, slug)
  expect(run).toMatchObject({ status: 'succeeded', template: { version: 1, digest }, language: ['en', 'zh-CN'] })
  const draft = (await get(`/${slug}/draft`)).body
  expect(draft).toMatchObject({ is_changed: false, goldens: [], settings: { model: { binding: 'champion' } } })
  expect((await get(`/${slug}/export?version=1`)).headers.etag).toBe(`"${draft.digest}"`)
  await publish(slug, { content: { ...content, lgd: 0.5 } })
  expect((await get(`/${slug}/diff?from=1&to=live`)).body.counts).toEqual({ thresholds: 1 })
  const back = await post(`/${slug}/rollback`, { version: 1 })
  expect(back.body).toMatchObject({ live_version: 3, live: { digest, content: { lgd: 0.65 } } })
  expect((await get(`/${slug}/draft`)).body.digest).toBe(draft.digest)
})
