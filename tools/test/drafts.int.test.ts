// Drafts through the API: simulated, saved, published and used; and notes to take away.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { applicationsOf } from './applications.ts'
import { type Lender, openLender, plain } from './lender.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
let lender: Lender

beforeAll(async () => {
  lender = await openLender(urls)
})
afterAll(() => lender.close())

describe('drafts', () => {
  const limitTo = (content: Record<string, unknown>, limit: number) => ({
    ...content,
    rules: Object(content).rules.map((rule: { id: string }) =>
      rule.id === 'max_dti_after' ? { ...rule, limit } : rule,
    ),
  })

  test('a change is simulated, saved, published, and runs say which version they used', async () => {
    const rows = applicationsOf(80, 300).map(({ input }) => input)
    await lender.workOff(await lender.batchOf(rows))
    const id = 'consumer-risk-note'
    const draft = (await lender.ask('GET', `/v1/templates/${id}/draft`)).body
    expect(draft).toMatchObject({ live_version: 1, is_changed: false })
    const content = limitTo(draft.content, 0.01)
    const same = (await lender.ask('POST', `/v1/templates/${id}/simulate`, { body: { content: draft.content } })).body
    expect(same).toMatchObject({ flips: 0 })
    const what = (await lender.ask('POST', `/v1/templates/${id}/simulate`, { body: { content } })).body
    expect(what.runs).toBeGreaterThanOrEqual(80)
    expect(what.flips).toBeGreaterThan(10)
    expect(what.moved.every((one: { to: string }) => one.to === 'refer')).toBe(true)
    // Its golden case would hold the old limit; golden-cases.int.test.ts has that.
    const change = { content, goldens: [], digest: draft.digest }
    const saved = await lender.ask('POST', `/v1/templates/${id}/draft`, { body: change })
    expect(saved.body).toMatchObject({ is_changed: true, edited_by: 'test' })
    // Somebody who still looks at the old draft is told, and nothing of theirs is lost or swept over.
    const late = await lender.ask('POST', `/v1/templates/${id}/draft`, {
      body: { content: draft.content, digest: draft.digest },
    })
    expect(late.status).toBe(409)
    expect((await lender.ask('POST', `/v1/templates/${id}/publish`, { body: { digest: draft.digest } })).status).toBe(
      409,
    )
    const live = await lender.ask('POST', `/v1/templates/${id}/publish`, { body: { digest: saved.body.digest } })
    expect(live.body).toMatchObject({ live_version: 2 })
    const run = await lender.oneRun({ ...plain, debts: { monthly_service: '500.00' } })
    expect(run.template).toMatchObject({ version: 2, digest: saved.body.digest })
    expect(run.result.output.recommendation).toMatchObject({ action: 'refer', decided_by: 'max_dti_after' })
  })

  test('422: a rule that gives no answer on the golden cases, a wording that states a figure, a figure nobody knows', async () => {
    const id = 'sme-risk-note'
    const draft = (await lender.ask('GET', `/v1/templates/${id}/draft`)).body
    const [rule, ...rules] = draft.content.rules
    const save = (content: object) =>
      lender.ask('POST', `/v1/templates/${id}/draft`, {
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
    const editor = await lender.world.secret(['templates:read', 'templates:write'])
    const { body } = await lender.ask('GET', '/v1/templates/mortgage-risk-note/draft', { secret: editor })
    const answer = await lender.ask('POST', '/v1/templates/mortgage-risk-note/publish', {
      secret: editor,
      body: { digest: body.digest },
    })
    expect(answer.status).toBe(403)
  })
})

describe('notes', () => {
  test('PDF on both papers and Markdown in both languages, with the AI label and one content id', async () => {
    const run = await lender.oneRun({ ...plain, applicant_ref: '*star*_ref' })
    for (const paper of ['A4', 'LETTER']) {
      const pdf = await lender.ask('GET', `/v1/runs/${run.id}/note?format=pdf&paper=${paper}&language=zh-CN`)
      expect(pdf.headers['content-type']).toBe('application/pdf')
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
    const markdown = (await lender.ask('GET', `/v1/runs/${run.id}/note?format=markdown`)).text
    expect(markdown).toContain('ai_generated: true')
    expect(markdown).toMatch(/content_id: sha256:[0-9a-f]{64}/)
    expect(markdown).toContain('> AI-generated.')
    // A reference that looks like markup stays text.
    expect(markdown).toContain('\\*star\\*\\_ref')
    expect((await lender.ask('GET', `/v1/runs/${run.id}/note?format=word`)).status).toBe(422)
  })
})
