// The public API end to end: fastify, Postgres, Redis, the inference worker's rooms and a real ONNX session in a thread.
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import { disableKey } from '@guildhall/domain/key/disable'
import { listKeys } from '@guildhall/domain/key/list'
import { findTask } from '@guildhall/verticals/registry'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openWorld, type World } from '../../../tools/test/world.ts'
import { openApp } from './app.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const sample = findTask('finance', 'risk_note')?.samples[0]?.input ?? {}
let world: World
let other: World
let app: FastifyInstance
let key: string

beforeAll(async () => {
  world = await openWorld(urls)
  key = await world.secret()
  app = await openApp({ redisUrl: urls.redisUrl, publicUrl: 'http://localhost', ratePerMinute: 10_000 })
})

afterAll(async () => {
  await app.close()
  await world.close()
})

type Answer = {
  status: number
  headers: Record<string, unknown>
  body: Record<string, unknown> & { errors?: { location: string; fix: string }[] }
}

async function call(
  method: 'GET' | 'POST',
  url: string,
  options: { body?: unknown; key?: string | null; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const secret = options.key === undefined ? key : options.key
  const answer = await app.inject({
    method,
    url,
    headers: {
      ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined
      ? {}
      : { payload: typeof options.body === 'string' ? options.body : JSON.stringify(options.body) }),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
}

const post = (input: unknown, rest: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  call('POST', '/v1/runs', { body: { template: 'consumer-risk-note', input, ...rest }, headers })

async function runCount(): Promise<number> {
  const { body } = await call('GET', '/v1/runs?limit=100')
  return (body.data as unknown[]).length
}

describe('POST /v1/runs', () => {
  test('202: stores the run and says where it is', async () => {
    const { status, headers, body } = await post(sample)
    expect(status).toBe(202)
    expect(body).toMatchObject({
      object: 'run',
      status: 'queued',
      vertical: 'finance',
      template: { slug: 'consumer-risk-note', version: 1 },
    })
    expect(headers.location).toBe(`/v1/runs/${body.id}`)
    expect((await call('GET', `/v1/runs/${body.id}`)).body).toMatchObject({ id: body.id, result: null })
  })

  test('200: a dry run validates and stores nothing', async () => {
    const before = await runCount()
    const { status, body } = await post(sample, { dry_run: true })
    expect([status, body.object, await runCount()]).toEqual([200, 'run_validation', before])
  })

  test.each([
    ['malformed JSON', '{"template":', 400, 'invalid_request', null],
    ['a body that is a list', '[1]', 422, 'input_invalid', null],
    ['NaN', '{"template":"consumer-risk-note","input":{"a":NaN}}', 400, 'invalid_request', null],
    ['2 MiB', `{"template":"${'x'.repeat(2_097_152)}"}`, 413, 'body_too_large', null],
  ])('%s is refused', async (_, body, status, code) => {
    const answer = await call('POST', '/v1/runs', { body })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body.request_id).toMatch(/^req_/)
  })

  const product = { ...Object(sample.product) }
  test.each([
    [
      'a rate in percent',
      { ...sample, product: { ...product, apr: 13.9 } },
      'body.input.product.apr',
      'Send 0.139',
      'input_out_of_range',
    ],
    [
      'a misspelt field',
      { ...sample, prodcut: {} },
      'body.input.prodcut',
      'Did you mean product? Else remove it',
      'input_invalid',
    ],
    [
      'a wrong type',
      { ...sample, product: { ...product, term_months: 'sixty' } },
      'body.input.product.term_months',
      'Send',
      'input_invalid',
    ],
    ['a missing field', { ...sample, as_of: undefined }, 'body.input.as_of', 'Add it', 'input_invalid'],
    [
      'a huge number',
      { ...sample, product: { ...product, amount: '9'.repeat(40) } },
      'body.input.product.amount',
      'See',
      'input_invalid',
    ],
    [
      'money as a number',
      { ...sample, product: { ...product, amount: 1e300 } },
      'body.input.product.amount',
      'Send',
      'input_invalid',
    ],
  ])('422: %s names the field and the fix; nothing is stored', async (_, input, location, fix, code) => {
    const before = await runCount()
    const { status, body } = await post(input)
    expect([status, body.code]).toEqual([422, code])
    expect(body.errors?.[0]?.location).toBe(location)
    expect(body.errors?.[0]?.fix).toContain(fix)
    expect(await runCount()).toBe(before)
  })

  test('404 for an unknown template, 422 for a version that is not published, 415 for another media type', async () => {
    expect((await call('POST', '/v1/runs', { body: { template: 'nope', input: {} } })).status).toBe(404)
    expect((await post(sample, { version: 9 })).body.code).toBe('template_not_published')
    const text = await call('POST', '/v1/runs', { body: 'x', headers: { 'content-type': 'text/plain' } })
    expect([text.status, text.body.code]).toEqual([415, 'unsupported_media_type'])
  })
})

describe('API keys', () => {
  test.each([
    ['no key', null],
    ['not a key', 'nonsense'],
    ['a well-formed key nobody has', `gh_live_${'A'.repeat(38)}`],
  ])('401 with the same text for %s', async (_, secret) => {
    const { status, body, headers } = await call('GET', '/v1/runs', { key: secret })
    expect([status, body.detail]).toEqual([401, 'Send a valid API key: Authorization: Bearer gh_live_…'])
    expect(headers['www-authenticate']).toBe('Bearer')
  })

  test('401 once it is disabled, 403 outside its scopes', async () => {
    const reader = await world.secret(['runs:read'])
    expect((await call('POST', '/v1/runs', { key: reader, body: { template: 'x', input: {} } })).body.code).toBe(
      'forbidden',
    )
    const { data } = await listKeys.call(world.actor, {})
    await disableKey.call(world.actor, { id: data[0]?.id })
    await expect.poll(async () => (await call('GET', '/v1/runs', { key: reader })).status).toBe(401)
  })

  test('the secret is shown once: a repeated idempotency key is refused, not answered from the store', async () => {
    const admin = await world.secret(['admin'])
    const headers = { 'idempotency-key': 'make-a-key' }
    const first = await call('POST', '/v1/keys', { key: admin, body: { name: 'k', scopes: ['runs:read'] }, headers })
    const again = await call('POST', '/v1/keys', { key: admin, body: { name: 'k', scopes: ['runs:read'] }, headers })
    expect([first.status, again.status, again.body.code]).toEqual([201, 409, 'conflict'])
  })
})

describe('idempotency', () => {
  test('a repeat answers the first response; another body is refused; nothing is done twice', async () => {
    const headers = { 'idempotency-key': 'app-1001' }
    const first = await post(sample, {}, headers)
    const before = await runCount()
    const again = await post(sample, {}, headers)
    expect(again.body).toEqual(first.body)
    expect(again.headers['idempotent-replayed']).toBe('true')
    const different = await post(sample, { metadata: { a: 'b' } }, headers)
    expect([different.status, different.body.code]).toEqual([422, 'idempotency_mismatch'])
    expect(await runCount()).toBe(before)
  })

  test('of ten at once with one key, one run comes to be', async () => {
    const before = await runCount()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(sample, {}, { 'idempotency-key': 'ten-at-once' })),
    )
    expect(answers.every((one) => one.status === 202 || one.body.code === 'idempotency_in_flight')).toBe(true)
    expect(await runCount()).toBe(before + 1)
  })
})

describe('another tenant', () => {
  beforeAll(async () => {
    other = await openWorld(urls)
  })

  test('404 for its runs and its templates, by every verb', async () => {
    const theirs = (await post(sample)).body.id
    const stranger = await other.secret(['admin'])
    for (const [method, url] of [
      ['GET', `/v1/runs/${theirs}`],
      ['POST', `/v1/runs/${theirs}/cancel`],
    ] as const)
      expect((await call(method, url, { key: stranger })).body.code).toBe('not_found')
    expect((await call('GET', '/v1/runs', { key: stranger })).body.data).toEqual([])
    const { body } = await call('GET', '/v1/templates')
    const [template] = body.data as { id: string }[]
    expect((await call('GET', `/v1/templates/${template?.id}`, { key: stranger })).status).toBe(404)
  })
})

describe('lists, cancel, documents', () => {
  test('pages by keyset without gaps or repeats', async () => {
    const all = (await call('GET', '/v1/runs?limit=100')).body.data as { id: string }[]
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await call('GET', `/v1/runs?limit=3${cursor}`)
      seen.push(...(body.data as { id: string }[]).map((one) => one.id))
      cursor = body.has_more ? `&cursor=${body.next_cursor}` : ''
    } while (cursor)
    expect(seen).toEqual(all.map((one) => one.id))
  })

  test('a queued run can be canceled once and for all', async () => {
    const { id } = (await post(sample)).body
    expect((await call('POST', `/v1/runs/${id}/cancel`)).body.status).toBe('canceled')
    expect((await call('POST', `/v1/runs/${id}/cancel`)).body.status).toBe('canceled')
    expect((await call('GET', `/v1/runs?status=canceled`)).body.data).toHaveLength(1)
  })

  test('OpenAPI lists every route and the input of every task; unknown paths are named', async () => {
    const { body } = await call('GET', '/v1/openapi.json', { key: null })
    expect(Object.keys(Object(body.paths))).toEqual(
      expect.arrayContaining(['/v1/runs', '/v1/runs/{id}', '/v1/keys', '/v1/templates']),
    )
    expect(Object(Object(body.components).schemas)).toHaveProperty('finance_risk_note_input')
    expect((await call('GET', '/v1/nothing')).body.code).toBe('not_found')
  })

  test('readiness tells of Postgres, Redis and the work', async () => {
    const { body } = await call('GET', '/health/ready', { key: null })
    expect(body.checks).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'postgres', ok: true })]))
  })
})

describe('limits', () => {
  test('429 past the quota of a key, with headers and Retry-After; another key is not touched', async () => {
    const small = await openApp({ redisUrl: urls.redisUrl, publicUrl: 'http://localhost', ratePerMinute: 3 })
    const [noisy, quiet] = [await world.secret(), await world.secret()]
    const ask = (secret: string) => small.inject({ url: '/v1/runs', headers: { authorization: `Bearer ${secret}` } })
    await expect.poll(async () => (await ask(quiet)).headers['ratelimit-policy']).toBe('"req";q=3;w=60')
    const answers = [await ask(noisy), await ask(noisy), await ask(noisy), await ask(noisy)]
    expect(answers.map((one) => one.statusCode)).toEqual([200, 200, 200, 429])
    expect(answers[3]?.json()).toMatchObject({ code: 'rate_limited', retryable: true })
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask(quiet)).statusCode).toBe(200)
    await small.close()
  })
})

test('the job carries ids only', () => {
  expect(Object.keys(runExecute.payload.shape)).toEqual(['runId'])
})
