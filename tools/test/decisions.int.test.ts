// Decisions through the API: the worklist, overrides and labels; protected attributes that nothing but the fairness figures reads; recourse that
// is approved when it is sent.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { applicationsOf } from './applications.ts'
import { actionOf, type Lender, lenderScopes, openLender, plain } from './lender.ts'
import { openWorld } from './world.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
let lender: Lender

beforeAll(async () => {
  lender = await openLender(urls)
})
afterAll(() => lender.close())

describe('decisions', () => {
  test('a referred run waits on the worklist, is decided once, and becomes a label', async () => {
    const run = await lender.oneRun({ ...plain, application_id: 'REFER-1', bureau: { delinq_30p_24m: 3 } })
    expect(run.result.output.recommendation).toMatchObject({ action: 'refer', decided_by: 'no_delinquency' })
    const waiting = (await lender.ask('GET', '/v1/worklist?limit=100')).body
    expect(waiting.data.find((one: { id: string }) => one.id === run.id)).toMatchObject({
      application: 'REFER-1',
      decided_by: 'no_delinquency',
    })
    const decision = { decision: 'approve', reason_code: 'arrears_explained', comment: 'Paid in full since.' }
    const made = await lender.ask('POST', `/v1/runs/${run.id}/decision`, { body: decision })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      recommended: 'refer',
      decision: 'approve',
      is_override: false,
      decided_by: 'test',
    })
    expect((await lender.ask('POST', `/v1/runs/${run.id}/decision`, { body: decision })).status).toBe(409)
    const after = (await lender.ask('GET', '/v1/worklist?limit=100')).body
    expect(after.data.map((one: { id: string }) => one.id)).not.toContain(run.id)
    const labels = (await lender.ask('GET', '/v1/collections/applications/records')).body
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
    const lines = await lender.workOff(await lender.batchOf(rows.map(({ input }) => input)))
    const declined = lines.find((line) => actionOf(line) === 'decline')
    const made = await lender.ask('POST', `/v1/runs/${declined?.run}/decision`, {
      body: { decision: 'approve', reason_code: 'relationship_known', amount: '5000.00' },
    })
    expect(made.body).toMatchObject({ is_override: true, amount: '5000.00' })
    const { body } = await lender.ask('GET', '/v1/portfolio?days=7&template=consumer-risk-note')
    expect(body.runs).toBeGreaterThanOrEqual(60)
    expect(body.overrides).toContainEqual({ reason_code: 'relationship_known', runs: 1 })
    expect(body.override_rate).toBeGreaterThan(0)
    const counted = body.bands.reduce((sum: number, one: { runs: number }) => sum + one.runs, 0)
    expect(counted).toBe(body.runs)
  })

  test('422 without a reason, 403 without the scope, 404 for another tenant', async () => {
    const run = await lender.oneRun(plain)
    const url = `/v1/runs/${run.id}/decision`
    expect((await lender.ask('POST', url, { body: { decision: 'approve' } })).status).toBe(422)
    const reader = await lender.world.secret(['runs:read', 'runs:write'])
    const body = { decision: 'decline', reason_code: 'other' }
    expect((await lender.ask('POST', url, { secret: reader, body })).status).toBe(403)
    const other = await openWorld(urls)
    expect((await lender.ask('POST', url, { secret: await other.secret(lenderScopes), body })).status).toBe(404)
  })
})

describe('protected attributes', () => {
  test('are in no run, no fact and no text; only the fairness figures read them, and only by scope', async () => {
    const run = await lender.oneRun({
      ...plain,
      household: { age: 71, marital: 'widowed-x' },
      protected: { sex: 'sealed-f' },
    })
    const said = JSON.stringify(run)
    expect(said).not.toContain('widowed-x')
    expect(said).not.toContain('sealed-f')
    expect(run.input.household).not.toHaveProperty('age')
    expect((await lender.ask('GET', '/v1/fairness')).status).toBe(403)
    const rows = applicationsOf(120, 100).map(({ input }, at) => ({
      ...input,
      protected: { sex: at % 2 === 0 ? 'f' : 'm' },
    }))
    await lender.workOff(await lender.batchOf(rows))
    const auditor = await lender.world.secret(['fairness:read'])
    const { status, body } = await lender.ask('GET', '/v1/fairness?days=7', { secret: auditor })
    expect(status).toBe(200)
    const sex = body.attributes.find((one: { attribute: string }) => one.attribute === 'sex')
    expect(sex.months[0].groups.map((one: { group: string }) => one.group)).toEqual(['f', 'm'])
    // One person is no group.
    expect(JSON.stringify(sex)).not.toContain('sealed-f')
    expect(sex.months[0].hidden).toBe(1)
  })
})

test('a declined applicant’s recourse, sent as a new run, is approved', async () => {
  const lines = await lender.workOff(
    await lender.batchOf(
      applicationsOf(150, 500).map(({ input }) => input),
      // Its rules are those it began with, whatever was published above.
      'consumer-risk-note&version=1',
    ),
  )
  const hopeful = lines.filter((line) => actionOf(line) === 'decline' && Object(line.output).recourse.length > 0)
  expect(hopeful.length).toBeGreaterThan(0)
  for (const line of hopeful.slice(0, 5)) {
    const { input } = (await lender.ask('GET', `/v1/runs/${line.run}`)).body
    for (const { changes } of Object(line.output).recourse) {
      const next = structuredClone(input)
      for (const { path, to } of changes) {
        const [head, tail] = path.split('.')
        next[head] = { ...next[head], [tail]: to }
      }
      const { status, body } = await lender.ask('POST', '/v1/runs', {
        body: { template: 'consumer-risk-note', version: 1, input: next },
      })
      expect(status).toBe(202)
      await lender.execute([body.id])
      const again = (await lender.ask('GET', `/v1/runs/${body.id}`)).body
      expect(again.result.output.recommendation.action).toMatch(/^approve/)
    }
  }
})
