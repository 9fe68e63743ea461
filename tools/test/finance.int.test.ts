// What a lender does through the API, with the worker's own rooms behind it: batches, decisions, drafts and their simulation, notes to take
// away; and what stays sealed.

import type { Scope } from '@guildhall/contracts/scopes'
import { findTask } from '@guildhall/verticals/registry'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openApp } from '../../apps/api/src/app.ts'
import { executeRuns } from '../../workers/inference/src/pipeline.ts'
import { openSessionPool, type SessionPool } from '../../workers/inference/src/session-pool.ts'
import { applicationsOf } from './applications.ts'
import { openWorld, type World } from './world.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const lender: Scope[] = [
  'runs:write',
  'runs:read',
  'templates:read',
  'templates:write',
  'templates:publish',
  'decisions:write',
  'collections:write',
]
let world: World
let app: FastifyInstance
let pool: SessionPool
let key: string

beforeAll(async () => {
  world = await openWorld(urls)
  key = await world.secret(lender)
  pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
  app = await openApp({ redisUrl: urls.redisUrl, publicUrl: 'http://localhost', ratePerMinute: 10_000 })
})
afterAll(async () => {
  await app.close()
  await pool.close()
  await world.close()
})

type Asked = { secret?: string; type?: string; body?: string | object }

async function ask(method: 'GET' | 'POST', url: string, { secret = key, type, body }: Asked = {}) {
  const headers = {
    authorization: `Bearer ${secret}`,
    ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }),
  }
  const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
  const isJson =
    /json(;|$)/.test(String(answer.headers['content-type'])) && !/ndjson/.test(String(answer.headers['content-type']))
  return {
    status: answer.statusCode,
    text: answer.body,
    body: isJson ? answer.json() : null,
    bytes: answer.rawPayload,
    headers: answer.headers,
  }
}

async function batchOf(rows: readonly object[], template = 'consumer-risk-note'): Promise<string> {
  const body = rows.map((row) => JSON.stringify(row)).join('\n')
  const { status, body: batch } = await ask('POST', `/v1/batches?template=${template}`, {
    type: 'application/x-ndjson',
    body,
  })
  expect(status).toBe(202)
  return batch.id
}

/** Claims and works on what waits, as a worker would that got the messages. */
async function workOff(batch: string): Promise<Record<string, unknown>[]> {
  const { text } = await ask('GET', `/v1/batches/${batch}/results`)
  const ids = linesOf(text).map((line) => String(line.run))
  for (let at = 0; at < ids.length; at += 64) await executeRuns(pool, ids.slice(at, at + 64))
  return linesOf((await ask('GET', `/v1/batches/${batch}/results`)).text)
}

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const actionOf = (line: Record<string, unknown> | undefined): string => Object(line?.output).recommendation?.action

async function oneRun(input: object, template = 'consumer-risk-note') {
  const { status, body } = await ask('POST', '/v1/runs', { body: { template, input } })
  expect(status).toBe(202)
  await executeRuns(pool, [body.id])
  return (await ask('GET', `/v1/runs/${body.id}`)).body
}

const plain = findTask('finance', 'risk_note')?.samples[0]?.input ?? {}

describe('batches', () => {
  test('202: good rows run in their own lane, bad ones come back with line, field and fix', async () => {
    const [first, second] = applicationsOf(2)
    const batch = await batchOf([
      { input: first?.input, custom_id: 'mine-1' },
      { ...second?.input, product: { ...Object(second?.input.product), apr: 13.9 } },
      { ...second?.input, product: { ...Object(second?.input.product), type: 'mortgage' } },
      { ...second?.input },
    ])
    const before = (await ask('GET', `/v1/batches/${batch}`)).body
    expect(before).toMatchObject({
      status: 'in_progress',
      received: 4,
      refused: 2,
      request_counts: { total: 2, queued: 2 },
    })
    expect(before.errors).toEqual([
      { line: 2, location: 'input.product.apr', message: '13.9 is above 1', fix: 'Send 0.139' },
      expect.objectContaining({ line: 3, location: 'input.product.type' }),
    ])
    const lines = await workOff(batch)
    expect(lines.map((line) => [line.line, line.status])).toEqual([
      [1, 'succeeded'],
      [4, 'succeeded'],
    ])
    expect(lines[0]?.metadata).toEqual({ custom_id: 'mine-1' })
    const after = (await ask('GET', `/v1/batches/${batch}`)).body
    expect(after).toMatchObject({ status: 'completed', progress: 1, request_counts: { succeeded: 2 } })
    const run = (await ask('GET', `/v1/runs/${lines[0]?.run}`)).body
    expect(run.lane).toBe('batch')
  })

  test('202: a CSV of dotted paths, with quotes and an empty cell that is unknown', async () => {
    const csv = [
      'application_id,applicant_ref,as_of,jurisdiction,product.type,product.amount,product.currency,product.term_months,product.apr,product.purpose,income.gross_monthly,income.verified',
      'C-1,ref-1,2026-11-02,US,personal,"25,000.00",USD,60,13.9%,"Kitchen, new",8000,yes',
      'C-2,ref-2,2026-11-02,US,personal,abc,USD,60,0.1,,,no',
    ].join('\n')
    const { status, body } = await ask('POST', '/v1/batches?template=consumer-risk-note&language=en', {
      type: 'text/csv',
      body: csv,
    })
    expect(status).toBe(202)
    expect(body).toMatchObject({ received: 2, refused: 1, language: ['en'] })
    expect(body.errors[0]).toMatchObject({ line: 2, location: 'input.product.amount', message: '"abc" is not a money' })
    const [line] = await workOff(body.id)
    expect(Object(line?.output).affordability.payment_monthly).toBe('580.41')
    expect(Object(line?.output).missing).toContain('debts.monthly_service')
  })

  test('canceling ends what has not run', async () => {
    const batch = await batchOf([plain, plain])
    const { body } = await ask('POST', `/v1/batches/${batch}/cancel`)
    expect(body).toMatchObject({ status: 'canceled', request_counts: { canceled: 2, queued: 0 } })
  })

  test('415, 404 and 403', async () => {
    expect(
      (await ask('POST', '/v1/batches?template=consumer-risk-note', { type: 'text/plain', body: 'x' })).status,
    ).toBe(415)
    expect((await ask('POST', '/v1/batches?template=nobody', { type: 'text/csv', body: 'a\n1' })).status).toBe(404)
    const reader = await world.secret(['runs:read'])
    expect(
      (await ask('POST', '/v1/batches?template=consumer-risk-note', { secret: reader, type: 'text/csv', body: 'a\n1' }))
        .status,
    ).toBe(403)
  })

  test('404: another tenant’s batch and its results', async () => {
    const batch = await batchOf([plain])
    const other = await openWorld(urls)
    const secret = await other.secret(lender)
    expect((await ask('GET', `/v1/batches/${batch}`, { secret })).status).toBe(404)
    expect((await ask('GET', `/v1/batches/${batch}/results`, { secret })).status).toBe(404)
  })
})

describe('decisions', () => {
  test('a referred run waits on the worklist, is decided once, and becomes a label', async () => {
    const run = await oneRun({ ...plain, application_id: 'REFER-1', bureau: { delinq_30p_24m: 3 } })
    expect(run.result.output.recommendation).toMatchObject({ action: 'refer', decided_by: 'no_delinquency' })
    const waiting = (await ask('GET', '/v1/worklist?limit=100')).body
    expect(waiting.data.find((one: { id: string }) => one.id === run.id)).toMatchObject({
      application: 'REFER-1',
      decided_by: 'no_delinquency',
    })
    const decision = { decision: 'approve', reason_code: 'arrears_explained', comment: 'Paid in full since.' }
    const made = await ask('POST', `/v1/runs/${run.id}/decision`, { body: decision })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      recommended: 'refer',
      decision: 'approve',
      is_override: false,
      decided_by: 'test',
    })
    expect((await ask('POST', `/v1/runs/${run.id}/decision`, { body: decision })).status).toBe(409)
    const after = (await ask('GET', '/v1/worklist?limit=100')).body
    expect(after.data.map((one: { id: string }) => one.id)).not.toContain(run.id)
    const labels = (await ask('GET', '/v1/collections/applications/records')).body
    expect(labels.data.find((one: { id: string }) => one.id === run.id).body).toMatchObject({
      application_id: 'REFER-1',
      recommended: 'refer',
      decided: 'approve',
      is_override: false,
      reason_code: 'arrears_explained',
    })
  })

  test('approving what was to be declined is an override, and the portfolio counts it', async () => {
    const rows = applicationsOf(60)
    const lines = await workOff(await batchOf(rows.map(({ input }) => input)))
    const declined = lines.find((line) => actionOf(line) === 'decline')
    const made = await ask('POST', `/v1/runs/${declined?.run}/decision`, {
      body: { decision: 'approve', reason_code: 'relationship_known', amount: '5000.00' },
    })
    expect(made.body).toMatchObject({ is_override: true, amount: '5000.00' })
    const { body } = await ask('GET', '/v1/portfolio?days=7&template=consumer-risk-note')
    expect(body.runs).toBeGreaterThanOrEqual(60)
    expect(body.overrides).toContainEqual({ reason_code: 'relationship_known', runs: 1 })
    expect(body.override_rate).toBeGreaterThan(0)
    const counted = body.bands.reduce((sum: number, one: { runs: number }) => sum + one.runs, 0)
    expect(counted).toBe(body.runs)
  })

  test('422 without a reason, 403 without the scope, 404 for another tenant', async () => {
    const run = await oneRun(plain)
    const url = `/v1/runs/${run.id}/decision`
    expect((await ask('POST', url, { body: { decision: 'approve' } })).status).toBe(422)
    const reader = await world.secret(['runs:read', 'runs:write'])
    const body = { decision: 'decline', reason_code: 'other' }
    expect((await ask('POST', url, { secret: reader, body })).status).toBe(403)
    const other = await openWorld(urls)
    expect((await ask('POST', url, { secret: await other.secret(lender), body })).status).toBe(404)
  })
})

describe('protected attributes', () => {
  test('are in no run, no fact and no text; only the fairness figures read them, and only by scope', async () => {
    const run = await oneRun({ ...plain, household: { age: 71, marital: 'widowed-x' }, protected: { sex: 'sealed-f' } })
    const said = JSON.stringify(run)
    expect(said).not.toContain('widowed-x')
    expect(said).not.toContain('sealed-f')
    expect(run.input.household).not.toHaveProperty('age')
    expect((await ask('GET', '/v1/fairness')).status).toBe(403)
    const rows = applicationsOf(120, 100).map(({ input }, at) => ({
      ...input,
      protected: { sex: at % 2 === 0 ? 'f' : 'm' },
    }))
    await workOff(await batchOf(rows))
    const auditor = await world.secret(['fairness:read'])
    const { status, body } = await ask('GET', '/v1/fairness?days=7', { secret: auditor })
    expect(status).toBe(200)
    const sex = body.attributes.find((one: { attribute: string }) => one.attribute === 'sex')
    expect(sex.months[0].groups.map((one: { group: string }) => one.group)).toEqual(['f', 'm'])
    // One person is no group.
    expect(JSON.stringify(sex)).not.toContain('sealed-f')
    expect(sex.months[0].hidden).toBe(1)
  })
})

describe('drafts', () => {
  const limitTo = (content: Record<string, unknown>, limit: number) => ({
    ...content,
    rules: Object(content).rules.map((rule: { id: string }) =>
      rule.id === 'max_dti_after' ? { ...rule, limit } : rule,
    ),
  })

  test('a change is simulated, saved, published, and runs say which version they used', async () => {
    const rows = applicationsOf(80, 300).map(({ input }) => input)
    await workOff(await batchOf(rows))
    const id = 'consumer-risk-note'
    const draft = (await ask('GET', `/v1/templates/${id}/draft`)).body
    expect(draft).toMatchObject({ live_version: 1, is_changed: false })
    const content = limitTo(draft.content, 0.01)
    const same = (await ask('POST', `/v1/templates/${id}/simulate`, { body: { content: draft.content } })).body
    expect(same).toMatchObject({ flips: 0 })
    const what = (await ask('POST', `/v1/templates/${id}/simulate`, { body: { content } })).body
    expect(what.runs).toBeGreaterThanOrEqual(80)
    expect(what.flips).toBeGreaterThan(10)
    expect(what.moved.every((one: { to: string }) => one.to === 'refer')).toBe(true)
    const saved = await ask('POST', `/v1/templates/${id}/draft`, { body: { content, digest: draft.digest } })
    expect(saved.body).toMatchObject({ is_changed: true, edited_by: 'test' })
    // Somebody who still looks at the old draft is told, and nothing of theirs is lost or swept over.
    const late = await ask('POST', `/v1/templates/${id}/draft`, {
      body: { content: draft.content, digest: draft.digest },
    })
    expect(late.status).toBe(409)
    expect((await ask('POST', `/v1/templates/${id}/publish`, { body: { digest: draft.digest } })).status).toBe(409)
    const live = await ask('POST', `/v1/templates/${id}/publish`, { body: { digest: saved.body.digest } })
    expect(live.body).toMatchObject({ live_version: 2 })
    const run = await oneRun({ ...plain, debts: { monthly_service: '500.00' } })
    expect(run.template).toMatchObject({ version: 2, digest: saved.body.digest })
    expect(run.result.output.recommendation).toMatchObject({ action: 'refer', decided_by: 'max_dti_after' })
  })

  test('422: a rule that gives no answer on the golden cases, a wording that states a figure, a figure nobody knows', async () => {
    const id = 'sme-risk-note'
    const draft = (await ask('GET', `/v1/templates/${id}/draft`)).body
    const [rule, ...rules] = draft.content.rules
    const save = (content: object) =>
      ask('POST', `/v1/templates/${id}/draft`, {
        body: { content: { ...draft.content, ...content }, digest: draft.digest },
      })
    const dividing = { ...rule, logic: { '<=': [{ '/': [1, { var: 'delinq_30p_24m' }] }, 2] } }
    const divided = await save({ rules: [dividing, ...rules] })
    expect(divided.status).toBe(422)
    expect(divided.body.errors[0]).toMatchObject({ location: 'body.content.rules.0.logic' })
    expect(divided.body.errors[0].message).toContain('golden case')
    const [section, ...others] = draft.content.wording
    const stating = { ...section, text: { ...section.text, en: 'The limit is 43.' } }
    const stated = await save({ wording: [stating, ...others] })
    expect(stated.body.errors[0]).toMatchObject({
      location: 'body.content.wording.0.text.en',
      message: 'states "43", which no fact backs',
    })
    const unknown = await save({ rules: [{ ...rule, logic: { '<=': [{ var: 'age' }, 60] } }] })
    expect(unknown.status).toBe(422)
  })

  test('403: who may edit may not publish', async () => {
    const editor = await world.secret(['templates:read', 'templates:write'])
    const { body } = await ask('GET', '/v1/templates/mortgage-risk-note/draft', { secret: editor })
    const answer = await ask('POST', '/v1/templates/mortgage-risk-note/publish', {
      secret: editor,
      body: { digest: body.digest },
    })
    expect(answer.status).toBe(403)
  })
})

describe('notes', () => {
  test('PDF on both papers and Markdown in both languages, with the AI label and one content id', async () => {
    const run = await oneRun({ ...plain, applicant_ref: '*star*_ref' })
    for (const paper of ['A4', 'LETTER']) {
      const pdf = await ask('GET', `/v1/runs/${run.id}/note?format=pdf&paper=${paper}&language=zh-CN`)
      expect(pdf.headers['content-type']).toBe('application/pdf')
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
    const markdown = (await ask('GET', `/v1/runs/${run.id}/note?format=markdown`)).text
    expect(markdown).toContain('ai_generated: true')
    expect(markdown).toMatch(/content_id: sha256:[0-9a-f]{64}/)
    expect(markdown).toContain('> AI-generated.')
    // A reference that looks like markup stays text.
    expect(markdown).toContain('\\*star\\*\\_ref')
    expect((await ask('GET', `/v1/runs/${run.id}/note?format=word`)).status).toBe(422)
  })
})

test('a declined applicant’s recourse, sent as a new run, is approved', async () => {
  const lines = await workOff(
    await batchOf(
      applicationsOf(150, 500).map(({ input }) => input),
      // Its rules are those it began with, whatever was published above.
      'consumer-risk-note&version=1',
    ),
  )
  const hopeful = lines.filter((line) => actionOf(line) === 'decline' && Object(line.output).recourse.length > 0)
  expect(hopeful.length).toBeGreaterThan(0)
  for (const line of hopeful.slice(0, 5)) {
    const { input } = (await ask('GET', `/v1/runs/${line.run}`)).body
    for (const { changes } of Object(line.output).recourse) {
      const next = structuredClone(input)
      for (const { path, to } of changes) {
        const [head, tail] = path.split('.')
        next[head] = { ...next[head], [tail]: to }
      }
      const { status, body } = await ask('POST', '/v1/runs', {
        body: { template: 'consumer-risk-note', version: 1, input: next },
      })
      expect(status).toBe(202)
      await executeRuns(pool, [body.id])
      const again = (await ask('GET', `/v1/runs/${body.id}`)).body
      expect(again.result.output.recommendation.action).toMatch(/^approve/)
    }
  }
})
