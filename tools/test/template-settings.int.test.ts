// What a template settles besides its content: the model version it is bound to, its languages, its deadline and the length of its text.
import { newId } from '@guildhall/contracts/ids'
import { withTenant } from '@guildhall/db/scope'
import { findTask } from '@guildhall/verticals/registry'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { type Lender, openLender, plain } from './lender.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const starter = { vertical: 'finance', task: 'risk_note', slug: 'consumer-risk-note' }
const usual = {
  model: { binding: 'champion' },
  generation: { mode: 'deterministic' },
  output: { languages: ['en', 'zh-CN'] },
  limits: { deadline_s: null, max_text_chars: null },
}
let lender: Lender

beforeAll(async () => {
  lender = await openLender(urls)
})
afterAll(() => lender.close())

const post = (path: string, body: object = {}) => lender.ask('POST', `/v1${path}`, { body })

async function publishedWith(name: string, settings: object) {
  const { slug } = (await post('/templates', { name, starter })).body
  const { digest } = (await lender.ask('GET', `/v1/templates/${slug}/draft`)).body
  const saved = await post(`/templates/${slug}/draft`, { digest, settings: { ...usual, ...settings }, goldens: [] })
  if (saved.status !== 200) return { slug, saved }
  await post(`/templates/${slug}/publish`, { digest: saved.body.digest })
  return { slug, saved }
}

/** A champion of the tenant's own: the graph that ships, as version 7. */
async function trainOwn(): Promise<void> {
  const { tenantId } = lender.world.actor
  await withTenant(tenantId, async (tx) => {
    const shipped = await tx.modelVersion.findFirstOrThrow({
      where: { tenantId: null, state: 'champion', model: { vertical: 'finance', task: 'risk_note' } },
    })
    const artifact = await tx.artifact.findFirstOrThrow({ where: { sha256: shipped.artifactSha256 } })
    const modelId = newId('model')
    await tx.model.create({ data: { id: modelId, tenantId, vertical: 'finance', task: 'risk_note', name: 'own-pd' } })
    await tx.artifact.create({
      data: { id: newId('artifact'), tenantId, sha256: artifact.sha256, bytes: artifact.bytes },
    })
    for (const [number, state] of [
      [1, 'archived'],
      [7, 'champion'],
    ] as const)
      await tx.modelVersion.create({
        data: {
          id: newId('modelVersion'),
          tenantId,
          modelId,
          number,
          state,
          artifactSha256: shipped.artifactSha256,
          card: z.json().parse(shipped.card) ?? {},
        },
      })
  })
}

test('a template bound to a version is answered by it, whatever becomes champion', async () => {
  const shipped = await publishedWith('Bound to what ships', { model: { binding: 'builtin@1' } })
  const following = await publishedWith('Follows the champion', {})
  const modelOf = async (slug: string) => (await lender.oneRun(plain, slug)).result.model
  expect(await modelOf(shipped.slug)).toMatchObject({ name: 'consumer-pd', version: 1 })
  await trainOwn()
  const own = await publishedWith('Bound to the first of ours', { model: { binding: 1 } })
  expect(await modelOf(following.slug)).toMatchObject({ name: 'own-pd', version: 7 })
  expect(await modelOf(shipped.slug)).toMatchObject({ name: 'consumer-pd', version: 1 })
  expect(await modelOf(own.slug)).toMatchObject({ name: 'own-pd', version: 1 })
  for (const binding of [2, 'builtin@99', 'newest'])
    expect((await publishedWith('Bound to nothing', { model: { binding } })).saved.status, String(binding)).toBe(422)
})

test('languages and deadline are the template’s where a run asks for none', async () => {
  const settings = { output: { languages: ['zh-CN'] }, limits: { deadline_s: 60, max_text_chars: null } }
  const { slug } = await publishedWith('In Chinese within a minute', settings)
  const run = (await post('/runs', { template: slug, input: plain })).body
  expect(run.language).toEqual(['zh-CN'])
  expect(Date.parse(run.deadline_at) - Date.parse(run.created_at)).toBeLessThanOrEqual(60_000)
  const asked = (await post('/runs', { template: slug, input: plain, language: ['en'], deadline_s: 600 })).body
  expect(asked.language).toEqual(['en'])
  expect(Date.parse(asked.deadline_at) - Date.parse(asked.created_at)).toBeGreaterThan(500_000)
})

test('a text too long loses whole sentences, never a section, and the result says how many', async () => {
  const { slug } = await publishedWith('Short', { limits: { deadline_s: null, max_text_chars: 1500 } })
  const whole = (await lender.oneRun(plain)).result
  const short = (await lender.oneRun(plain, slug)).result
  expect(whole.verification.cut).toBeUndefined()
  expect(short.verification).toMatchObject({ status: 'passed', cut: expect.any(Number) })
  for (const language of ['en', 'zh-CN']) {
    type Section = { id: string; sentences: { text: string }[] }
    const [all, kept]: Section[][] = [whole, short].map((result) => result.output.note[language].sections)
    expect(kept?.map((section) => section.id)).toEqual(all?.map((section) => section.id))
    const chars = kept?.flatMap((section) => section.sentences).reduce((sum, one) => sum + one.text.length, 0)
    expect(chars).toBeLessThanOrEqual(1500)
    const said = all?.flatMap((section) => section.sentences.map((one) => one.text))
    for (const section of kept ?? []) for (const { text } of section.sentences) expect(said).toContain(text)
  }
})

test('a wording that fails on an input fails its run with the section’s name, and touches no neighbour', async () => {
  const wording = Object(findTask('finance', 'risk_note')?.starters[0].content).wording
  const { slug } = (await post('/templates', { name: 'Failing wording', starter })).body
  const draft = (await lender.ask('GET', `/v1/templates/${slug}/draft`)).body
  const [first, ...rest] = wording
  const failing = { ...first, text: { en: '{{ policy.constructor }}', 'zh-CN': '{{ policy.constructor }}' } }
  const content = { ...draft.content, wording: [failing, ...rest] }
  const saved = await post(`/templates/${slug}/draft`, { digest: draft.digest, content, goldens: [] })
  expect(saved.body.errors ?? []).toEqual([])
  await post(`/templates/${slug}/publish`, { digest: saved.body.digest })
  const ids: string[] = []
  for (const template of [slug, 'consumer-risk-note'])
    ids.push((await post('/runs', { template, input: plain })).body.id)
  await lender.execute(ids)
  const [bad, good] = await Promise.all(ids.map((id) => lender.ask('GET', `/v1/runs/${id}`)))
  expect(bad?.body).toMatchObject({ status: 'failed', error: { code: 'wording_failing' } })
  expect(bad?.body.error.detail).toContain(`section ${first.id}`)
  expect(good?.body.status).toBe('succeeded')
})
