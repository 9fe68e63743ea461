// Batches through the API: one block per status, lanes, CSV, canceling, and another tenant's.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { applicationsOf } from './applications.ts'
import { type Lender, lenderScopes, openLender, plain } from './lender.ts'
import { openWorld } from './world.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
let lender: Lender

beforeAll(async () => {
  lender = await openLender(urls)
})
afterAll(() => lender.close())

describe('batches', () => {
  test('202: good rows run in their own lane, bad ones come back with line, field and fix', async () => {
    const [first, second] = applicationsOf(2)
    const batch = await lender.batchOf([
      { input: first?.input, custom_id: 'mine-1' },
      { ...second?.input, product: { ...Object(second?.input.product), apr: 13.9 } },
      { ...second?.input, product: { ...Object(second?.input.product), type: 'mortgage' } },
      { ...second?.input },
    ])
    const before = (await lender.ask('GET', `/v1/batches/${batch}`)).body
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
    const lines = await lender.workOff(batch)
    expect(lines.map((line) => [line.line, line.status])).toEqual([
      [1, 'succeeded'],
      [4, 'succeeded'],
    ])
    expect(lines[0]?.metadata).toEqual({ custom_id: 'mine-1' })
    const after = (await lender.ask('GET', `/v1/batches/${batch}`)).body
    expect(after).toMatchObject({ status: 'completed', progress: 1, request_counts: { succeeded: 2 } })
    const run = (await lender.ask('GET', `/v1/runs/${lines[0]?.run}`)).body
    expect(run.lane).toBe('batch')
  })

  test('202: a CSV of dotted paths, with quotes and an empty cell that is unknown', async () => {
    const csv = [
      'application_id,applicant_ref,as_of,jurisdiction,product.type,product.amount,product.currency,product.term_months,product.apr,product.purpose,income.gross_monthly,income.verified',
      'C-1,ref-1,2026-11-02,US,personal,"25,000.00",USD,60,13.9%,"Kitchen, new",8000,yes',
      'C-2,ref-2,2026-11-02,US,personal,abc,USD,60,0.1,,,no',
    ].join('\n')
    const { status, body } = await lender.ask('POST', '/v1/batches?template=consumer-risk-note&language=en', {
      type: 'text/csv',
      body: csv,
    })
    expect(status).toBe(202)
    expect(body).toMatchObject({ received: 2, refused: 1, language: ['en'] })
    expect(body.errors[0]).toMatchObject({ line: 2, location: 'input.product.amount', message: '"abc" is not a money' })
    const [line] = await lender.workOff(body.id)
    expect(Object(line?.output).affordability.payment_monthly).toBe('580.41')
    expect(Object(line?.output).missing).toContain('debts.monthly_service')
  })

  test('canceling ends what has not run', async () => {
    const batch = await lender.batchOf([plain, plain])
    const { body } = await lender.ask('POST', `/v1/batches/${batch}/cancel`)
    expect(body).toMatchObject({ status: 'canceled', request_counts: { canceled: 2, queued: 0 } })
  })

  test('415, 404 and 403', async () => {
    expect(
      (await lender.ask('POST', '/v1/batches?template=consumer-risk-note', { type: 'text/plain', body: 'x' })).status,
    ).toBe(415)
    expect((await lender.ask('POST', '/v1/batches?template=nobody', { type: 'text/csv', body: 'a\n1' })).status).toBe(
      404,
    )
    const reader = await lender.world.secret(['runs:read'])
    expect(
      (
        await lender.ask('POST', '/v1/batches?template=consumer-risk-note', {
          secret: reader,
          type: 'text/csv',
          body: 'a\n1',
        })
      ).status,
    ).toBe(403)
  })

  test('404: another tenant’s batch and its results', async () => {
    const batch = await lender.batchOf([plain])
    const other = await openWorld(urls)
    const secret = await other.secret(lenderScopes)
    expect((await lender.ask('GET', `/v1/batches/${batch}`, { secret })).status).toBe(404)
    expect((await lender.ask('GET', `/v1/batches/${batch}/results`, { secret })).status).toBe(404)
  })
})
