// Golden cases: run by the worker's own rooms, in nobody's figures, and in the way of publishing until they pass or two members agree.
import { newId } from '@guildhall/contracts/ids'
import { scopesOfRole } from '@guildhall/contracts/scopes'
import { publishTemplate } from '@guildhall/domain/template/publish'
import { findTask } from '@guildhall/verticals/registry'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Lender, openLender, plain } from './lender.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const starter = { vertical: 'finance', task: 'risk_note', slug: 'consumer-risk-note' }
const content = Object(findTask('finance', 'risk_note')?.starters[0].content)
const title = { en: 'A case', 'zh-CN': '一个用例' }
let lender: Lender

beforeAll(async () => {
  lender = await openLender(urls)
})
afterAll(() => lender.close())

const get = (path: string) => lender.ask('GET', `/v1${path}`)
const post = (path: string, body: object = {}) => lender.ask('POST', `/v1${path}`, { body })
const newTemplate = async (name: string) => (await post('/templates', { name, starter })).body.slug
const draftOf = async (slug: string) => (await get(`/templates/${slug}/draft`)).body
const save = async (slug: string, change: object) =>
  (await post(`/templates/${slug}/draft`, { ...change, digest: (await draftOf(slug)).digest })).body
const publish = async (slug: string) => post(`/templates/${slug}/publish`, { digest: (await draftOf(slug)).digest })

type Standing = { slug: string; state: string; run: string | null; problems: { message: string }[] }

/** Starts them, works on what waits as a worker would, and reads how they stand. */
async function runAll(slug: string, version?: number) {
  const started = await post(`/templates/${slug}/test`, version === undefined ? {} : { version })
  expect(started.status).toBe(202)
  const cases: Standing[] = started.body.cases
  await lender.execute(cases.flatMap((one) => (one.state === 'pending' && one.run ? [one.run] : [])))
  return (await get(`/templates/${slug}/goldens${version === undefined ? '' : `?version=${version}`}`)).body
}

const withDti = (limit: number) => ({
  ...content,
  rules: content.rules.map((rule: { id: string }) => (rule.id === 'max_dti_after' ? { ...rule, limit } : rule)),
})

test('409 goldens_failing until the cases have passed on this very content and settings', async () => {
  const slug = await newTemplate('Held to its cases')
  const unrun = await publish(slug)
  expect(unrun.body).toMatchObject({ status: 409, code: 'goldens_failing', details: { kind: 'goldens_failing' } })
  expect(unrun.body.details.failing[0]).toMatchObject({ slug: 'worked-figures', state: 'not_run' })
  const report = await runAll(slug)
  expect(report).toMatchObject({ is_passed: true, counts: { failed: 0, pending: 0, not_run: 0 }, version: 0 })
  expect(report.cases[0].model).toMatch(/ v\d+$/)
  // Another case says nothing about those that passed; another threshold says something about all.
  const golden = { slug: 'mine', title, input: plain, expect: [{ path: 'recommendation.action', one_of: ['approve'] }] }
  await post(`/templates/${slug}/goldens`, { golden })
  const one = (await get(`/templates/${slug}/goldens`)).body
  expect(one.counts).toMatchObject({ not_run: 1, passed: report.cases.length })
  await lender.ask('POST', `/v1/templates/${slug}/goldens`, {
    body: { golden: { ...golden, slug: 'other' }, replaces: 'mine' },
  })
  expect((await draftOf(slug)).goldens.at(-1).slug).toBe('other')
  await save(slug, { goldens: (await draftOf(slug)).goldens.slice(0, -1) })
  expect((await publish(slug)).body).toMatchObject({ state: 'published', live_version: 1 })
  await save(slug, { content: withDti(0.1) })
  expect((await get(`/templates/${slug}/goldens`)).body.counts.not_run).toBe(report.cases.length)
  // A published version can be asked again.
  expect(await runAll(slug, 1)).toMatchObject({ version: 1, is_passed: true })
})

test('property: a document through Postgres, out as a file and in as another template keeps its bytes and digest', async () => {
  const slug = await newTemplate('Whatever a case holds')
  const json = fc
    .jsonValue({ maxDepth: 4 })
    .filter((one) => !/\\u0000|__proto__|\\ud[89a-f]/i.test(JSON.stringify(one)))
  let imports = 0
  const check = async (value: unknown) => {
    const golden = { slug: 'any', title, input: { value }, expect: [{ path: 'a', equals: value }] }
    const saved = await post(`/templates/${slug}/goldens`, { golden })
    const file = await get(`/templates/${slug}/export`)
    expect(file.headers.etag).toBe(`"${saved.body.digest}"`)
    const into = { document: JSON.parse(file.text), name: `Import ${imports++}` }
    const made = (await post('/templates/import', into)).body
    expect(made.draft.digest).toBe(saved.body.digest)
    expect((await get(`/templates/${made.template.slug}/export`)).text).toBe(file.text)
  }
  await fc.assert(fc.asyncProperty(json, check), { numRuns: 12 })
})

test('a failing case says what differs, and is overridden by two members with a reason each, never by a key', async () => {
  const slug = await newTemplate('Two members')
  await save(slug, { content: withDti(0.1) })
  const report = await runAll(slug)
  expect(report.is_passed).toBe(false)
  const failed = report.cases.find((one: Standing) => one.slug === 'worked-figures')
  expect(failed).toMatchObject({
    state: 'failed',
    problems: [{ path: 'policy.0.outcome', message: 'policy.0.outcome is "refer", not "pass"', actual: 'refer' }],
  })
  const { digest } = await draftOf(slug)
  const refused = await publish(slug)
  expect(refused.body.details.failing[0].problems[0].message).toContain('not "pass"')
  const byKey = await post(`/templates/${slug}/publish`, { digest, reason: 'the new policy of the board' })
  expect(byKey.status).toBe(403)
  const [first, second] = [newId('artifact'), newId('artifact')].map((id) => ({
    ...lender.world.actor,
    name: `user:${id}`,
  }))
  if (!first || !second) throw new Error('two members are needed')
  const asked = (actor: typeof first, reason?: string) =>
    publishTemplate.call(actor, { id: slug, digest, ...(reason ? { reason } : {}) })
  expect(await asked(first, 'the new policy of the board')).toMatchObject({
    state: 'requested',
    live_version: null,
    request: { by: first.name, failing: expect.arrayContaining(['worked-figures']) },
  })
  expect(await asked(first, 'I still think so, very much')).toMatchObject({ state: 'requested' })
  await expect(asked(second)).rejects.toMatchObject({ code: 'goldens_failing' })
  expect(await draftOf(slug)).toMatchObject({ request: { by: first.name, digest } })
  expect(await asked(second, 'agreed with the board')).toMatchObject({ state: 'published', live_version: 1 })
  const [version] = (await get(`/templates/${slug}/versions`)).body.data
  expect(version.overridden).toMatchObject({ by: first.name, failing: expect.arrayContaining(['worked-figures']) })
})

test('whoever publishes may run the cases and publish, and writes nothing; whoever edits publishes nothing', async () => {
  const slug = await newTemplate('Apart')
  const [editor, publisher] = [
    await lender.world.secret([...scopesOfRole.editor]),
    await lender.world.secret([...scopesOfRole.publisher]),
  ]
  const ask = (secret: string, path: string, body: object) =>
    lender.ask('POST', `/v1/templates/${slug}${path}`, { secret, body })
  const { digest } = await draftOf(slug)
  expect((await ask(publisher, '/draft', { digest, goldens: [] })).status).toBe(403)
  const saved = (await ask(editor, '/draft', { digest, content: { ...content, lgd: 0.6 } })).body
  expect((await ask(editor, '/publish', { digest: saved.digest })).status).toBe(403)
  const started = await ask(publisher, '/test', {})
  expect(started.status).toBe(202)
  await lender.execute(started.body.cases.map((one: Standing) => one.run))
  expect((await ask(publisher, '/publish', { digest: saved.digest })).body).toMatchObject({ live_version: 1 })
})

test('a hundred cases are asked and judged together', async () => {
  const slug = await newTemplate('A hundred cases')
  const golden = (at: number) => ({
    slug: `case-${at}`,
    title,
    input: plain,
    expect: [{ path: 'affordability.payment_monthly', min: 1 }],
  })
  const goldens = Array.from({ length: 100 }, (_, at) => golden(at))
  const draft = await save(slug, { goldens })
  expect(draft.goldens).toHaveLength(100)
  expect(await runAll(slug)).toMatchObject({ is_passed: true, counts: { passed: 100 } })
  expect((await publish(slug)).body).toMatchObject({ live_version: 1 })
  const over = await post(`/templates/${slug}/draft`, {
    digest: (await draftOf(slug)).digest,
    goldens: Array.from({ length: 201 }, (_, at) => golden(at)),
  })
  expect(over.status).toBe(422)
})

test('a request to override means the draft it was made for: after a change it is gone', async () => {
  const slug = await newTemplate('Moved on')
  await save(slug, { content: withDti(0.1) })
  await runAll(slug)
  const member = { ...lender.world.actor, name: `user:${newId('artifact')}` }
  await publishTemplate.call(member, { id: slug, digest: (await draftOf(slug)).digest, reason: 'because I want it' })
  await save(slug, { content: withDti(0.11) })
  expect(await draftOf(slug)).toMatchObject({ request: null })
})

test('an input that the draft refuses fails its case with what is wrong', async () => {
  const slug = await newTemplate('Refused input')
  const golden = { slug: 'broken', title, input: { product: {} }, expect: [{ path: 'score', equals: null }] }
  expect((await post(`/templates/${slug}/goldens`, { golden })).status).toBe(200)
  const started = (await post(`/templates/${slug}/test`, { only: ['broken'] })).body
  expect(started.cases.at(-1)).toMatchObject({ slug: 'broken', state: 'failed', run: null })
  expect(started.cases.at(-1).problems[0].message).toContain('Refused')
  expect((await post(`/templates/${slug}/test`, { only: ['nobody'] })).status).toBe(404)
})

test('golden, preview and their likes are in no list, worklist, portfolio or simulation, and no one decides them', async () => {
  const slug = await newTemplate('In nobody’s figures')
  await save(slug, { content: withDti(0.01), goldens: (await draftOf(slug)).goldens })
  const report = await runAll(slug)
  const runs: string[] = report.cases.map((one: Standing) => one.run)
  const preview = await post(`/templates/${slug}/preview`, { input: plain, content: { ...content, lgd: 0.11 } })
  expect(preview.body).toMatchObject({ status: 'queued', lane: 'interactive', template: { version: 0 } })
  await lender.execute([preview.body.id])
  const previewed = (await get(`/runs/${preview.body.id}`)).body
  expect(previewed.result.output.expected_loss.lgd).toBe(0.11)
  expect((await draftOf(slug)).content.lgd).toBe(0.65)
  const one = (await get(`/runs/${runs[0]}`)).body
  expect(one).toMatchObject({ lane: 'batch', status: 'succeeded', template: { version: 0, digest: report.digest } })
  expect(one.result.output.recommendation.action).toBe('refer')
  const listed = (await get(`/runs?template=${slug}`)).body.data
  expect(listed).toEqual([])
  expect((await get('/worklist?limit=100')).body.data).toEqual([])
  expect((await get(`/portfolio?template=${slug}`)).body.runs).toBe(0)
  const simulated = await post(`/templates/${await newTemplate('Simulated')}/simulate`, {})
  expect(simulated.body.code).toBe('template_not_published')
  const decided = await post(`/runs/${runs[0]}/decision`, { decision: 'approve', reason_code: 'other' })
  expect(decided.status).toBe(404)
})

test('201: a past run becomes a golden case, by the pack’s choice of values or by the caller’s', async () => {
  const slug = 'consumer-risk-note'
  const run = await lender.oneRun(plain)
  const kept = await post(`/runs/${run.id}/golden`, { slug: 'from-a-run', title })
  expect(kept.status).toBe(201)
  expect(kept.body.golden.expect).toContainEqual({
    path: 'recommendation.action',
    equals: run.result.output.recommendation.action,
  })
  expect(kept.body.golden.input).toEqual(run.input)
  expect((await post(`/runs/${run.id}/golden`, { slug: 'from-a-run', title })).status).toBe(409)
  const expectation = { path: 'note.en', contains: 'Recommended action', lacks: 'guarantee' }
  const more = { slug: 'own-words', title, expect: [expectation] }
  expect((await post(`/runs/${run.id}/golden`, more)).body.golden.expect).toEqual([expectation])
  expect((await post(`/runs/${newId('run')}/golden`, more)).status).toBe(404)
  expect((await post(`/runs/${run.id}/golden`, { ...more, id: 'recommendations' })).status).toBe(409)
  const waiting = (await post('/runs', { template: slug, input: plain })).body
  expect((await post(`/runs/${waiting.id}/golden`, { ...more, slug: 'too-early' })).status).toBe(409)
  const bad = { ...more, slug: 'bad', expect: [{ path: 'note', schema: { pattern: '(a+)+$' } }] }
  expect((await post(`/runs/${run.id}/golden`, bad)).status).toBe(422)
  expect((await runAll(slug)).is_passed).toBe(true)
  expect((await lender.ask('DELETE', `/v1/templates/${slug}/goldens/own-words`)).body.golden).toBeNull()
  expect((await lender.ask('DELETE', `/v1/templates/${slug}/goldens/own-words`)).status).toBe(404)
})
