// Impacts: the newest real runs answered by the live version and by the draft, compared as they end, canceled half way.
import { newId } from '@guildhall/contracts/ids'
import { withTenant } from '@guildhall/db/scope'
import { loadStarter } from '@guildhall/domain/collection/load-starter'
import { sweepImpacts } from '@guildhall/domain/impact/sweep'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { applicationsOf } from './applications.ts'
import { type Lender, openLender } from './lender.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const id = 'consumer-risk-note'
const applications = 24
let lender: Lender

beforeAll(async () => {
  lender = await openLender(urls)
  await lender.workOff(await lender.batchOf(applicationsOf(applications, 300).map(({ input }) => input)))
})
afterAll(() => lender.close())

const get = (path: string) => lender.ask('GET', `/v1${path}`)
const post = (path: string, body: object = {}) => lender.ask('POST', `/v1${path}`, { body })

async function saveDti(limit: number) {
  const draft = (await get(`/templates/${id}/draft`)).body
  const rules = draft.content.rules.map((rule: { id: string }) =>
    rule.id === 'max_dti_after' ? { ...rule, limit } : rule,
  )
  return (await post(`/templates/${id}/draft`, { digest: draft.digest, content: { ...draft.content, rules } })).body
}

/** The ids that wait, as the queue would have them. */
const waiting = async (): Promise<string[]> => {
  const { tenantId } = lender.world.actor
  const rows = await withTenant(tenantId, (tx) =>
    tx.run.findMany({ where: { tenantId, purpose: 'impact', status: 'queued' }, orderBy: { id: 'asc' } }),
  )
  expect(rows.every((row) => row.lane === 'batch')).toBe(true)
  return rows.map((row) => row.id)
}

test('409 where there is nothing to compare, 404 for what is not here', async () => {
  expect((await post(`/templates/${id}/impact`)).status).toBe(409)
  expect((await post('/templates/none/impact')).status).toBe(404)
  await saveDti(0.02)
  expect((await post(`/templates/${id}/impact`, { digest: 'sha256:0' })).status).toBe(409)
  expect((await post(`/templates/${id}/impact`, { last: 501 })).status).toBe(422)
  for (const path of ['', '/cases']) expect((await get(`/impacts/${newId('impact')}${path}`)).status).toBe(404)
  expect((await post(`/impacts/${newId('impact')}/cancel`)).status).toBe(404)
})

test('a stricter limit flips decisions: progress on the way, what differs at the end, and no run left behind', async () => {
  const draft = await saveDti(0.01)
  const started = await post(`/templates/${id}/impact`, { last: 20, digest: draft.digest })
  expect(started.status).toBe(202)
  expect(started.body).toMatchObject({ status: 'running', runs: 20, compared: 0, progress: 0, digest: draft.digest })
  expect((await post(`/templates/${id}/impact`)).status).toBe(409)
  const ids = await waiting()
  expect(ids).toHaveLength(40)
  // Half of one side alone compares nothing; then the other half of the same.
  await lender.execute(ids.slice(0, 10))
  expect((await get(`/impacts/${started.body.id}`)).body).toMatchObject({ compared: 0 })
  await lender.execute(ids.slice(20, 30))
  const half = (await get(`/impacts/${started.body.id}`)).body
  expect(half).toMatchObject({ status: 'running', compared: 10, progress: 0.5 })
  await lender.execute([...ids.slice(10, 20), ...ids.slice(30)])
  await sweepImpacts()
  const end = (await get(`/impacts/${started.body.id}`)).body
  expect(end).toMatchObject({ status: 'completed', compared: 20, failed: 0, progress: 1, overlap: null })
  expect(end.flipped).toBeGreaterThan(5)
  expect(end.changed).toBe(20)
  expect(end.decisions.reduce((sum: number, one: { runs: number }) => sum + one.runs, 0)).toBe(20)
  expect(end.decisions.every((one: { to: string }) => one.to !== 'approve')).toBe(true)
  expect(end.paths.map((one: { path: string }) => one.path)).toContain('policy.max_dti_after.limit')
  const flipped = (await get(`/impacts/${end.id}/cases?only=flipped&limit=100`)).body.data
  expect(flipped).toHaveLength(end.flipped)
  expect(flipped[0].decision.before).not.toBe(flipped[0].decision.after)
  expect(flipped[0].sentences.some((one: { language: string }) => one.language === 'zh-CN')).toBe(true)
  expect((await get(`/runs/${flipped[0].id}`)).body.status).toBe('succeeded')
  const page = (await get(`/impacts/${end.id}/cases?only=all&limit=15`)).body
  const rest = (await get(`/impacts/${end.id}/cases?only=all&limit=15&cursor=${page.next_cursor}`)).body
  expect([page.data.length, rest.data.length]).toEqual([15, 5])
  const { tenantId } = lender.world.actor
  const left = await withTenant(tenantId, (tx) => tx.run.count({ where: { tenantId, purpose: 'impact' } }))
  expect(left).toBe(0)
  expect((await get(`/runs?template=${id}&limit=100`)).body.data).toHaveLength(applications)
  expect((await post(`/impacts/${end.id}/cancel`)).status).toBe(409)
})

test('canceled half way: what was compared stays, what waits is taken back, and another may start', async () => {
  await saveDti(0.03)
  const started = (await post(`/templates/${id}/impact`, { last: 10 })).body
  const ids = await waiting()
  await lender.execute([...ids.slice(0, 4), ...ids.slice(10, 14)])
  const reader = await lender.world.secret(['templates:read'])
  const refused = await lender.ask('POST', `/v1/impacts/${started.id}/cancel`, { body: {}, secret: reader })
  expect(refused.status).toBe(403)
  const canceled = await post(`/impacts/${started.id}/cancel`)
  expect(canceled.body).toMatchObject({ status: 'canceled', compared: 4, progress: 0.4 })
  expect(await waiting()).toEqual([])
  await lender.execute(ids)
  expect((await get(`/impacts/${started.id}`)).body).toMatchObject({ status: 'canceled', compared: 4 })
  expect((await get(`/impacts/${started.id}/cases?only=all`)).body.data).toHaveLength(4)
  const again = (await post(`/templates/${id}/impact`, { last: 1 })).body
  expect((await get(`/templates/${id}/impact?limit=2`)).body.data.map((one: { id: string }) => one.id)).toEqual([
    again.id,
    started.id,
  ])
  await post(`/impacts/${again.id}/cancel`)
})

test('a side that gives no answer is a failed case with the reason, and the impact still ends', async () => {
  await saveDti(0.04)
  const started = (await post(`/templates/${id}/impact`, { last: 2 })).body
  const ids = await waiting()
  await lender.execute(ids.slice(1))
  await post(`/runs/${ids[0]}/cancel`)
  const end = (await get(`/impacts/${started.id}`)).body
  expect(end).toMatchObject({ status: 'completed', compared: 1, failed: 1, progress: 1 })
  const [failed] = (await get(`/impacts/${started.id}/cases?only=failed`)).body.data
  expect(failed).toMatchObject({ state: 'failed', error: 'live: canceled' })
})

test('lists: what the draft buries leaves the first ten, and the overlap says how far', async () => {
  const { actor } = lender.world
  await loadStarter.call(actor, { vertical: 'retail' })
  const shop = 'recommendations'
  const input = { scenario: 'trending', limit: 10, personalization: false }
  const runs = await Promise.all([1, 2].map(() => lender.oneRun(input, shop)))
  const items: string[] = runs[0].result.output.items.map((item: { item_id: string }) => item.item_id)
  expect(items).toHaveLength(10)
  const draft = (await get(`/templates/${shop}/draft`)).body
  const content = { ...draft.content, buried: items.slice(0, 4) }
  await post(`/templates/${shop}/draft`, { digest: draft.digest, content })
  const started = (await post(`/templates/${shop}/impact`, { last: 2 })).body
  await lender.execute(await waiting())
  const end = (await get(`/impacts/${started.id}`)).body
  expect(end).toMatchObject({ status: 'completed', compared: 2, changed: 2, flipped: 0, decisions: [], overlap: 0.6 })
  const [one] = (await get(`/impacts/${started.id}/cases`)).body.data
  expect(one).toMatchObject({ decision: null, overlap: 0.6 })
  expect(one.outputs.map((change: { path: string }) => change.path)).toContain(`items.${items[0]}`)
})

test('404: another tenant reads and cancels nothing', async () => {
  const started = (await post(`/templates/${id}/impact`, { last: 1 })).body
  const other = await openLender(urls)
  for (const path of ['', '/cases'])
    expect((await other.ask('GET', `/v1/impacts/${started.id}${path}`)).status).toBe(404)
  expect((await other.ask('POST', `/v1/impacts/${started.id}/cancel`, { body: {} })).status).toBe(404)
  await other.close()
})
