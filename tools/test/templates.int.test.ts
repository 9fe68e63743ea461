// Templates through the API, one block per status each verb can give, with a second tenant beside: drafts, versions, channels, files.
import { newId } from '@guildhall/contracts/ids'
import { saveDraft } from '@guildhall/domain/template/save-draft'
import { findTask } from '@guildhall/verticals/registry'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Lender, openLender, plain } from './lender.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const starter = { vertical: 'finance', task: 'risk_note', slug: 'consumer-risk-note' }
const content = Object(findTask('finance', 'risk_note')?.starters[0].content)
let lender: Lender
let other: Lender
let admin: string

beforeAll(async () => {
  lender = await openLender(urls)
  other = await openLender(urls)
  admin = await lender.world.secret(['admin'])
})
afterAll(async () => {
  await other.close()
  await lender.close()
})

const get = (path: string) => lender.ask('GET', `/v1/templates${path}`)
const post = (path: string, body: object = {}, secret?: string) =>
  lender.ask('POST', `/v1/templates${path}`, { body, ...(secret ? { secret } : {}) })

/** A template with two versions: 1 as the starter, 2 with another loss given default; and no golden case. */
async function twoVersions(name: string): Promise<string> {
  const { slug } = (await post('', { name, starter })).body
  for (const lgd of [0.65, 0.5]) await publish(slug, { content: { ...content, lgd }, goldens: [] })
  return slug
}

async function publish(slug: string, change: object, more: object = {}) {
  const draft = (await get(`/${slug}/draft`)).body
  const saved = await post(`/${slug}/draft`, { ...change, digest: draft.digest })
  return post(`/${slug}/publish`, { digest: saved.body.digest, ...more })
}

const versionOf = async (template: string, metadata: object) =>
  (await lender.ask('POST', '/v1/runs', { body: { template, input: plain, metadata } })).body.template?.version

describe('create', () => {
  test('201: of a starter with its golden cases, and as a copy; nothing is published by it', async () => {
    const made = await post('', { name: 'Car loans', starter })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      slug: 'car-loans',
      live_version: null,
      live: null,
      canary: null,
      archived_at: null,
    })
    expect((await get('/car-loans/draft')).body).toMatchObject({ is_changed: true, live_version: null })
    expect((await get('/car-loans/draft')).body.goldens.length).toBeGreaterThan(2)
    const copy = await post('', { name: 'Car loans', copy: { id: 'mortgage-risk-note' } })
    expect(copy.body.slug).toBe('car-loans-2')
    const run = await lender.ask('POST', '/v1/runs', { body: { template: 'car-loans', input: plain } })
    expect(run.body).toMatchObject({ status: 422, code: 'template_not_published' })
  })

  test('403 without the scope, 404 for a starter nobody has, 409 for a slug that is taken, 422 for both or neither', async () => {
    const reader = await lender.world.secret(['templates:read'])
    expect((await post('', { name: 'Nothing', starter }, reader)).status).toBe(403)
    expect((await post('', { name: 'Nothing', starter: { ...starter, slug: 'none' } })).status).toBe(404)
    expect((await post('', { name: 'Nothing', copy: { id: 'none' } })).status).toBe(404)
    expect((await post('', { name: 'Nothing', slug: 'mortgage-risk-note', starter })).status).toBe(409)
    expect((await post('', { name: 'Nothing' })).status).toBe(422)
    expect((await post('', { name: 'Nothing', starter, copy: { id: 'mortgage-risk-note' } })).status).toBe(422)
  })
})

describe('save', () => {
  test('409: the second of two editors sees whose change it was, both sides, and where they meet', async () => {
    const { slug } = (await post('', { name: 'Two editors', starter })).body
    const began = (await get(`/${slug}/draft`)).body
    const actor = { ...lender.world.actor, name: `user:${lender.world.userId}` }
    const theirs = { ...content, lgd: 0.5, rules: content.rules.slice(1) }
    await saveDraft.call(actor, { id: slug, digest: began.digest, content: theirs })
    const mine = { ...content, lgd: 0.6 }
    const late = await post(`/${slug}/draft`, { digest: began.digest, content: mine })
    expect(late.status).toBe(409)
    expect(late.body.details).toMatchObject({
      kind: 'draft_conflict',
      by: 'Test User',
      base: { digest: began.digest },
      theirs: { document: { content: { lgd: 0.5 } } },
      paths: {
        yours: ['content.lgd'],
        theirs: expect.arrayContaining(['content.lgd', 'content.rules.max_pd']),
        both: ['content.lgd'],
      },
    })
    expect(late.body.details.base.document.content.lgd).toBe(0.65)
    const chosen = { digest: late.body.details.theirs.digest, content: { ...theirs, lgd: 0.6 } }
    expect((await post(`/${slug}/draft`, chosen)).body.content).toMatchObject({ lgd: 0.6 })
  })

  test('200: parts that nobody else touched go through on an older digest', async () => {
    const { slug } = (await post('', { name: 'Side by side', starter })).body
    const began = (await get(`/${slug}/draft`)).body
    await post(`/${slug}/draft`, { digest: began.digest, goldens: [] })
    const saved = await post(`/${slug}/draft`, { digest: began.digest, content: { ...content, lgd: 0.4 } })
    expect(saved.body).toMatchObject({ goldens: [], content: { lgd: 0.4 }, edited_by: 'test' })
  })

  test('409 on a digest nobody knows, with theirs; 422 for what may not be kept', async () => {
    const { slug } = (await post('', { name: 'Refusals', starter })).body
    const began = (await get(`/${slug}/draft`)).body
    const lost = await post(`/${slug}/draft`, { digest: 'sha256:0', content: { ...content, lgd: 0.1 } })
    expect(lost.body).toMatchObject({ status: 409, details: { base: null, theirs: { digest: began.digest } } })
    const save = (change: object) => post(`/${slug}/draft`, { digest: began.digest, ...change })
    expect((await save({})).status).toBe(422)
    const [golden] = began.goldens
    const pinned = { ...began.settings, model: { binding: 99 } }
    const [rule] = content.rules
    for (const [location, change] of [
      ['body.content.lgd', { content: { ...content, lgd: 2 } }],
      ['body.settings.model.binding', { settings: pinned }],
      ['body.goldens', { goldens: [golden, golden] }],
      ['body.goldens.worked-figures.expect.0', { goldens: [{ ...golden, expect: [{ path: 'a' }] }] }],
      [
        'body.content.rules.0.name.en',
        { content: { ...content, rules: [{ ...rule, name: { en: 'a\u0000b', 'zh-CN': '甲' } }] } },
      ],
    ] as const) {
      const refused = await save(change)
      expect(refused.status, location).toBe(422)
      expect(refused.body.errors.map((one: { location: string }) => one.location)).toContain(location)
    }
    expect((await get(`/${slug}/draft`)).body.digest).toBe(began.digest)
  })

  test('discard: back to the live version; 409 without one, and on another digest', async () => {
    const slug = await twoVersions('Discarded')
    const draft = (await get(`/${slug}/draft`)).body
    const saved = (await post(`/${slug}/draft`, { digest: draft.digest, content: { ...content, lgd: 0.1 } })).body
    expect((await post(`/${slug}/draft/discard`, { digest: draft.digest })).status).toBe(409)
    expect((await post(`/${slug}/draft/discard`, { digest: saved.digest })).body).toMatchObject({
      digest: draft.digest,
      is_changed: false,
    })
    const { slug: fresh } = (await post('', { name: 'Unpublished', starter })).body
    const { digest } = (await get(`/${fresh}/draft`)).body
    expect((await post(`/${fresh}/draft/discard`, { digest })).status).toBe(409)
  })
})

describe('versions', () => {
  test('a version is read whole; a rollback is a new version that equals the old one, and runs say so', async () => {
    const slug = await twoVersions('Rolled back')
    const back = await post(`/${slug}/rollback`, { version: 1, reason: 'losses rose' })
    expect(back.body).toMatchObject({ live_version: 3, live: { content: { lgd: 0.65 } } })
    const [third, second, first] = (await get(`/${slug}/versions`)).body.data
    expect(third).toMatchObject({ version: 3, equals_version: 1, digest: first.digest, channel: 'stable' })
    expect(second).toMatchObject({ version: 2, channel: null, published_by: 'test' })
    const page = (await get(`/${slug}/versions?limit=2`)).body
    expect((await get(`/${slug}/versions?limit=2&cursor=${page.next_cursor}`)).body.data).toEqual([first])
    const whole = (await get(`/${slug}/versions/2`)).body
    expect(whole.document).toMatchObject({ format: 1, vertical: 'finance', content: { lgd: 0.5 }, goldens: [] })
    expect(whole.input_schema.properties).toHaveProperty('product')
    const pinned = await lender.ask('POST', '/v1/runs', { body: { template: slug, version: 2, input: plain } })
    expect(pinned.body.template).toMatchObject({ version: 2, digest: second.digest })
    const live = await lender.oneRun(plain, slug)
    expect(live.template).toMatchObject({ version: 3, digest: first.digest })
    expect(live.result.template.digest).toBe(first.digest)
    expect((await post(`/${slug}/rollback`, { version: 3 })).status).toBe(409)
    expect((await post(`/${slug}/rollback`, { version: 9 })).status).toBe(404)
    expect((await get(`/${slug}/versions/9`)).status).toBe(404)
    const editor = await lender.world.secret(['templates:read', 'templates:write'])
    expect((await post(`/${slug}/rollback`, { version: 2 }, editor)).status).toBe(403)
  })

  test('a difference names its rows in both languages, between any two', async () => {
    const slug = await twoVersions('Different')
    const diff = (await get(`/${slug}/diff?from=1&to=2`)).body
    expect(diff).toMatchObject({ from: { version: 1 }, to: { version: 2 }, counts: { thresholds: 1 } })
    expect(diff.changes).toEqual([
      {
        path: 'content.lgd',
        kind: 'changed',
        group: 'thresholds',
        title: { en: 'Content › Loss given default', 'zh-CN': '内容 › 违约损失率' },
        before: 0.65,
        after: 0.5,
      },
    ])
    expect((await get(`/${slug}/diff`)).body.changes).toEqual([])
    expect((await get(`/${slug}/diff?from=7`)).status).toBe(404)
    expect((await get(`/${slug}/diff?from=now`)).status).toBe(422)
  })

  test('a canary answers its share of subjects, always the same ones, until it is promoted or ended', async () => {
    const slug = await twoVersions('Canaried')
    const made = await publish(slug, { content: { ...content, lgd: 0.3 } }, { channel: 'canary', share: 0.5 })
    expect(made.body).toMatchObject({ live_version: 2, canary: { version: 3, share: 0.5 } })
    expect((await get(`/${slug}/draft`)).body).toMatchObject({ content: { lgd: 0.3 } })
    const subjects = Array.from({ length: 24 }, (_, at) => ({ subject: `customer-${at}` }))
    const ask = () => Promise.all(subjects.map((metadata) => versionOf(slug, metadata)))
    const first = await ask()
    expect(new Set(first)).toEqual(new Set([2, 3]))
    expect(await ask()).toEqual(first)
    await post(`/${slug}/canary`, { share: 1 })
    expect([...new Set(await ask())]).toEqual([3])
    expect((await post(`/${slug}/canary`, { share: 0 })).body).toMatchObject({ canary: null })
    expect((await post(`/${slug}/canary/promote`)).status).toBe(409)
    expect((await post(`/${slug}/canary`, { share: 0.1, version: 2 })).status).toBe(409)
    expect((await post(`/${slug}/canary`, { share: 0.1, version: 8 })).status).toBe(404)
    await post(`/${slug}/canary`, { share: 0.2, version: 3 })
    expect((await post(`/${slug}/canary/promote`)).body).toMatchObject({ live_version: 3, canary: null })
    expect((await get(`/${slug}/draft`)).body).toMatchObject({ is_changed: false })
  })

  test('an archived template answers no run, is in no list but its own, and comes back', async () => {
    const slug = await twoVersions('Archived')
    expect((await post(`/${slug}/archive`)).body.archived_at).not.toBeNull()
    expect((await post(`/${slug}/archive`)).status).toBe(409)
    expect((await lender.ask('POST', '/v1/runs', { body: { template: slug, input: plain } })).status).toBe(409)
    const slugs = async (query: string) =>
      (await get(`?limit=100${query}`)).body.data.map((one: { slug: string }) => one.slug)
    expect(await slugs('')).not.toContain(slug)
    expect(await slugs('&archived=true')).toEqual([slug])
    expect((await post(`/${slug}/unarchive`)).body.archived_at).toBeNull()
    expect(await versionOf(slug, {})).toBe(2)
  })

  test('whoever edited last may not publish where the tenant asks for another; a key is its maker', async () => {
    const slug = await twoVersions('Four eyes')
    const policy = (body: object, secret: string) => lender.ask('POST', '/v1/publishing_policy', { body, secret })
    expect((await policy({ require_other_publisher: true }, await lender.world.secret())).status).toBe(403)
    expect((await policy({ require_other_publisher: true }, admin)).body).toMatchObject({
      require_other_publisher: true,
    })
    const second = await lender.world.secret(['templates:read', 'templates:write', 'templates:publish'])
    const draft = (await get(`/${slug}/draft`)).body
    const saved = (await post(`/${slug}/draft`, { digest: draft.digest, content: { ...content, lgd: 0.2 } }, second))
      .body
    const own = await post(`/${slug}/publish`, { digest: saved.digest })
    expect(own.body).toMatchObject({ status: 403, code: 'forbidden' })
    const member = { ...lender.world.actor, name: `user:${newId('artifact')}` }
    await saveDraft.call(member, { id: slug, digest: saved.digest, content: { ...content, lgd: 0.25 } })
    const { digest } = (await get(`/${slug}/draft`)).body
    expect((await post(`/${slug}/publish`, { digest })).body).toMatchObject({ live_version: 3 })
    await policy({ require_other_publisher: false }, admin)
  })
})

test('404: another tenant sees, changes and learns nothing of a template', async () => {
  const slug = await twoVersions('Private')
  const { id } = (await get(`/${slug}`)).body
  const foreign = await other.world.secret(['admin'])
  for (const path of ['', '/draft', '/versions', '/versions/1', '/export', '/diff', '/goldens', '/impact', '/schema'])
    expect((await other.ask('GET', `/v1/templates/${id}${path}`, { secret: foreign })).status, path).toBe(404)
  const bodies: Record<string, object> = {
    '/draft': { digest: 'sha256:0', goldens: [] },
    '/draft/discard': { digest: 'sha256:0' },
    '/publish': { digest: 'sha256:0' },
    '/rollback': { version: 1 },
    '/canary': { share: 0.5, version: 1 },
    '/canary/promote': {},
    '/archive': {},
    '/unarchive': {},
    '/test': {},
    '/impact': {},
    '/preview': { input: {} },
    '/simulate': {},
  }
  for (const [path, body] of Object.entries(bodies))
    expect((await other.ask('POST', `/v1/templates/${id}${path}`, { body, secret: foreign })).status, path).toBe(404)
  expect((await get(`/${slug}`)).body).toMatchObject({ live_version: 2, archived_at: null })
})

test('every change leaves an audit event with the digests before and after', async () => {
  const slug = await twoVersions('Audited')
  const { id } = (await get(`/${slug}`)).body
  const { data } = (await lender.ask('GET', '/v1/audit_events?limit=100', { secret: admin })).body
  const own = data.filter((one: { subject: string }) => one.subject === id)
  expect(own.map((one: { verb: string }) => one.verb)).toEqual([
    'template.publish',
    'template.save_draft',
    'template.publish',
    'template.save_draft',
    'template.create',
  ])
  expect(own[0].detail).toMatchObject({ before: own[2].detail.after, after: own[1].detail.after, version: 2 })
})
