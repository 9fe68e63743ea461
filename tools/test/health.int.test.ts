// A vertical that is off by default, by the API: refused while it is off, whole once an admin has switched it on. Health stands for any.
import { checkGolden } from '@guildhall/verticals/kit/golden'
import { findTask } from '@guildhall/verticals/registry'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Lender, openLender } from './lender.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const template = 'breast-triage-note'
const task = findTask('health', 'triage_note')
const sample = (slug: string) => task?.samples.find((one) => one.slug === slug)?.input ?? {}
let lender: Lender
let admin: string

beforeAll(async () => {
  lender = await openLender(urls)
  admin = await lender.world.secret(['admin', 'templates:read'])
})
afterAll(() => lender.close())

const choose = (verticals: unknown, secret = admin) =>
  lender.ask('POST', '/v1/verticals', { secret, body: { verticals } })
/** As a spreadsheet would give it: a column is named as its path. */
const csvOf = (inputs: Record<string, unknown>[]) => {
  const rows = inputs.map(({ measurements, ...head }) => ({
    ...head,
    ...Object.fromEntries(Object.entries(Object(measurements)).map(([name, value]) => [`measurements.${name}`, value])),
  }))
  const names = Object.keys(rows[0] ?? {})
  return [names.join(','), ...rows.map((row) => names.map((name) => String(Object(row)[name] ?? '')).join(','))].join(
    '\n',
  )
}
const isOn = async () => {
  const { body } = await lender.ask('GET', '/v1/verticals')
  return body.data.find((one: { id: string }) => one.id === 'health').is_on
}
const slugs = async () => (await lender.ask('GET', '/v1/templates')).body.data.map((one: { slug: string }) => one.slug)
const models = async () => (await lender.ask('GET', '/v1/models')).body.data.map((one: { id: string }) => one.id)

test('409 while it is off: no starter, no model, and a run says who can change that', async () => {
  expect([await isOn(), (await slugs()).includes(template), (await models()).includes('health.triage_note')]).toEqual([
    false,
    false,
    false,
  ])
  const run = await lender.ask('POST', '/v1/runs', { body: { template, input: sample('low') } })
  expect([run.status, run.body.code]).toEqual([409, 'vertical_off'])
  expect(run.body.detail).toContain('An admin can switch it on')
  expect((await lender.ask('POST', `/v1/batches?template=${template}`, { body: [] })).body.code).toBe('vertical_off')
  expect((await lender.ask('POST', '/v1/runs', { body: { template: 'nothing', input: {} } })).status).toBe(404)
})

test('403 for who is no admin, 422 for what cannot be switched, and nothing has changed', async () => {
  const key = await lender.world.secret(['templates:read', 'templates:publish'])
  expect((await choose(['health'], key)).status).toBe(403)
  const refused = await choose(['finance', 'games'])
  expect(refused.status).toBe(422)
  expect(refused.body.errors).toMatchObject([
    { location: 'body.verticals.0', message: 'finance is always on' },
    { location: 'body.verticals.1', message: 'games is unknown' },
  ])
  expect(await isOn()).toBe(false)
})

test('200: switched on, it answers with a verified note whose factors sum to the estimate', async () => {
  expect((await choose(['health'])).status).toBe(200)
  expect([await isOn(), (await slugs()).filter((one: string) => one === template)]).toEqual([true, [template]])
  expect(await models()).toContain('health.triage_note')
  const levels: Record<string, string> = {}
  for (const one of task?.samples ?? []) {
    const { status, result } = await lender.oneRun(one.input, template)
    expect([status, result.vertical, result.model.name]).toEqual(['succeeded', 'health', 'breast-malignancy'])
    expect(result.verification).toMatchObject({ status: 'passed', failed: 0 })
    expect(result.output.note.en.sections[0].sentences[0].text).toContain('This is not a diagnosis')
    expect(result.output.note['zh-CN'].sections[0].sentences[0].text).toContain('不是诊断')
    const { score, factors, triage } = result.output
    levels[one.slug] = triage.level
    if (triage.level === 'undetermined') continue
    const sum = factors.reduce(
      (total: number, factor: { log_odds: number }) => total + factor.log_odds,
      score.starts_at,
    )
    expect(Math.abs(sum - score.logit)).toBeLessThan(1e-6)
    const [low, high] = score.interval_90
    expect([low <= score.probability, score.probability <= high]).toEqual([true, true])
  }
  expect(levels).toMatchObject({ low: 'low', high: 'high', unit: 'undetermined' })
})

test('its goldens hold with the real champion, not only with the example', async () => {
  const plain = task?.goldens.filter((golden) => !golden.content) ?? []
  expect(plain.length).toBeGreaterThan(3)
  for (const golden of plain)
    expect(checkGolden(golden, (await lender.oneRun(golden.input, template)).result.output)).toEqual([])
})

test('form, OpenAPI, batch and documents need nothing of their own', async () => {
  const { components } = (await lender.ask('GET', '/v1/openapi.json')).body
  expect(Object.keys(components.schemas.health_triage_note_input.properties.measurements.properties)).toHaveLength(10)
  const lines = await lender.workOff(await lender.batchOf([sample('low'), sample('high')], template))
  expect(new Set(lines.map((line) => Object(line.output).triage.level))).toEqual(new Set(['high', 'low']))
  const csv = csvOf([
    sample('low'),
    sample('high'),
    { ...sample('high'), case_ref: 'C-3', measurements: { radius_error: 'x' } },
  ])
  const sent = await lender.ask('POST', `/v1/batches?template=${template}`, { type: 'text/csv', body: csv })
  expect(sent.body.errors).toMatchObject([
    { line: 3, location: 'input.measurements.radius_error', message: 'is not a number' },
  ])
  const rows = await lender.workOff(sent.body.id)
  expect(new Set(rows.map((line) => Object(line.output).triage?.level))).toEqual(new Set(['high', 'low']))
  const run = await lender.oneRun(sample('doubtful'), template)
  const markdown = (await lender.ask('GET', `/v1/runs/${run.id}/note?format=markdown&language=zh-CN`)).text
  expect(markdown).toContain('title: 分诊说明')
  expect(markdown).toContain('不是医疗器械')
  expect((await lender.ask('GET', `/v1/runs/${run.id}/note?format=pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const wrong = await lender.ask('POST', '/v1/runs', {
    body: { template, input: { ...sample('low'), patient_name: 'x' } },
  })
  expect(wrong.status).toBe(422)
})

test('a threshold is moved in the draft, seen to flip runs, published and used', async () => {
  const draft = (await lender.ask('GET', `/v1/templates/${template}/draft`)).body
  const content = { ...draft.content, moderate_from: 1e-6, high_from: 0.000_01 }
  const what = (await lender.ask('POST', `/v1/templates/${template}/simulate`, { body: { content } })).body
  expect(what.losses).toEqual([])
  expect(what.moved.some((one: { from: string; to: string }) => one.from === 'low' && one.to === 'high')).toBe(true)
  const crossed = { content: { ...content, high_from: 1e-7 }, digest: draft.digest }
  expect((await lender.ask('POST', `/v1/templates/${template}/draft`, { body: crossed })).status).toBe(422)
  const body = { content, digest: draft.digest }
  const saved = (await lender.ask('POST', `/v1/templates/${template}/draft`, { body })).body
  // Its golden cases are run by the same worker, and stand in the way until they have passed.
  const publish = () => lender.ask('POST', `/v1/templates/${template}/publish`, { body: { digest: saved.digest } })
  expect((await publish()).body.code).toBe('goldens_failing')
  const { cases } = (await lender.ask('POST', `/v1/templates/${template}/test`, { body: {} })).body
  await lender.execute(cases.map((one: { run: string }) => one.run))
  const report = (await lender.ask('GET', `/v1/templates/${template}/goldens`)).body
  expect(report).toMatchObject({ is_passed: true, counts: { failed: 0, pending: 0, not_run: 0 } })
  expect(report.cases.length).toBeGreaterThan(3)
  const titles = (await lender.ask('GET', `/v1/templates/${template}/diff`)).body
  expect(JSON.stringify(titles)).toContain('高等级起点')
  expect((await publish()).body.state).toBe('published')
  const run = await lender.oneRun(sample('low'), template)
  expect([run.template.version, run.result.output.triage.level]).toEqual([2, 'high'])
})

test('switched off it keeps its templates and results and refuses new runs; switched on again nothing is there twice', async () => {
  const before = (await slugs()).length
  await choose([])
  const run = await lender.ask('POST', '/v1/runs', { body: { template, input: sample('low') } })
  expect([run.status, run.body.code, await isOn()]).toEqual([409, 'vertical_off', false])
  const starter = { vertical: 'health', task: 'triage_note', slug: template }
  const made = await lender.ask('POST', '/v1/templates', { body: { name: 'Another', starter } })
  expect([made.status, made.body.code]).toEqual([409, 'vertical_off'])
  const { text } = await lender.ask('GET', `/v1/templates/${template}/export`)
  const imported = await lender.ask('POST', '/v1/templates/import', { body: { document: JSON.parse(text) } })
  expect([imported.status, imported.body.code]).toEqual([409, 'vertical_off'])
  const tested = await lender.ask('POST', `/v1/templates/${template}/test`, { body: {} })
  expect([tested.status, tested.body.code]).toEqual([409, 'vertical_off'])
  await choose(['health', 'health'])
  expect((await slugs()).length).toBe(before)
  expect((await lender.oneRun(sample('low'), template)).template.version).toBe(2)
  const { body } = await lender.ask('GET', '/v1/audit_events?limit=100', { secret: admin })
  const changes = body.data.filter((one: { verb: string }) => one.verb === 'tenant.set_verticals')
  expect(changes.map((one: { detail: unknown }) => one.detail)).toEqual([
    { before: [], after: ['health'] },
    { before: ['health'], after: [] },
    { before: [], after: ['health'] },
  ])
})
