// Experiments and attribution on real Postgres with simulated shoppers: who gets which version, what counts, the verdict, and whose it is.
import type { Actor } from '@guildhall/contracts/actor'
import type { Variant } from '@guildhall/contracts/experiment'
import { getAttribution } from '@guildhall/domain/attribution/get'
import { assign } from '@guildhall/domain/experiment/assign'
import { createExperiment } from '@guildhall/domain/experiment/create'
import { listExperiments } from '@guildhall/domain/experiment/list'
import { getExperimentResults } from '@guildhall/domain/experiment/results'
import { startExperiment, stopExperiment } from '@guildhall/domain/experiment/start'
import { createRun } from '@guildhall/domain/run/create'
import { createTenant } from '@guildhall/domain/tenant/create'
import { operatorActor } from '@guildhall/domain/tenant/operator'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { publishSecond, serveLists } from './shoppers.ts'
import { send } from './training.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({
    databaseUrl: inject('databaseUrl'),
    ownerUrl: inject('ownerUrl'),
    redisUrl: inject('redisUrl'),
  })
})
afterAll(() => world.close())

let shops = 0
/** A tenant of its own with two published versions of its template. */
async function newShop(): Promise<Actor> {
  const tenant = await createTenant({ userId: world.userId, name: `Shop ${++shops}`, requestId: 'req_test' })
  const actor = await operatorActor(tenant.slug)
  await publishSecond(actor)
  return actor
}

const plan = {
  template: 'recommendations',
  name: 'Sold-out items too',
  version_a: 1,
  version_b: 2,
  smallest_effect: 0.08,
}

async function started(actor: Actor, more: Record<string, unknown> = {}) {
  const experiment = await createExperiment.call(actor, { ...plan, ...more })
  return startExperiment.call(actor, { id: experiment.id })
}

const soon = () => new Date(Date.now() + 1000).toISOString()

test('a running experiment decides the version by the shopper, the run says so, and stopping ends it', async () => {
  const actor = await newShop()
  const { id } = await started(actor)
  const shoppers = Array.from({ length: 30 }, (_, at) => `u${at}`)
  const runs = await serveLists(
    actor,
    [...shoppers, ...shoppers].map((user_ref) => ({ input: { user_ref } })),
  )
  for (const [at, run] of runs.entries()) {
    const variant = assign({ salt: id, shopper: shoppers[at % 30] ?? '', shareB: 0.5 })
    expect(run.experiment).toEqual({ id, variant })
    expect(run.template.version).toBe(variant === 'b' ? 2 : 1)
  }
  const apart = await serveLists(actor, [{}, { input: { user_ref: 'u1' }, metadata: { preview: 'true' } }])
  expect(apart.map((run) => run.experiment)).toEqual([null, null])
  const pinned = await createRun.call(actor, { template: plan.template, version: 1, input: { user_ref: 'u1' } })
  expect(pinned.experiment).toBeNull()
  await stopExperiment.call(actor, { id })
  const [after] = await serveLists(actor, [{ input: { user_ref: 'u1' } }])
  expect(after).toMatchObject({ experiment: null, template: { version: 2 } })
})

test('one experiment of a template runs at a time, and a stopped one stays stopped', async () => {
  const actor = await newShop()
  const { id } = await started(actor)
  const second = await createExperiment.call(actor, plan)
  await expect(startExperiment.call(actor, { id: second.id })).rejects.toMatchObject({ code: 'conflict' })
  await stopExperiment.call(actor, { id })
  await expect(startExperiment.call(actor, { id })).rejects.toMatchObject({ code: 'conflict' })
  await expect(stopExperiment.call(actor, { id })).rejects.toMatchObject({ code: 'conflict' })
  expect((await startExperiment.call(actor, { id: second.id })).status).toBe('running')
  const both = Promise.allSettled([started(actor), started(actor)])
  expect((await both).map((one) => one.status)).toEqual(['rejected', 'rejected'])
  const listed = await listExperiments.call(actor, {})
  expect(listed.data.map((one) => one.status)).toEqual(['draft', 'draft', 'running', 'stopped'])
})

test('versions must be published and differ; starting takes the right to publish; another tenant finds nothing', async () => {
  const [actor, other] = [await newShop(), await newShop()]
  const refusal = (more: Record<string, unknown>) => createExperiment.call(actor, { ...plan, ...more })
  await expect(refusal({ version_b: 3 })).rejects.toMatchObject({ errors: [{ location: 'body.version_b' }] })
  await expect(refusal({ version_b: 1 })).rejects.toMatchObject({ code: 'input_invalid' })
  await expect(refusal({ template: 'nothing' })).rejects.toMatchObject({ code: 'not_found' })
  const { id } = await createExperiment.call(actor, plan)
  const editor: Actor = { ...actor, scopes: ['templates:write', 'templates:read'] }
  await expect(startExperiment.call(editor, { id })).rejects.toMatchObject({ code: 'forbidden' })
  for (const verb of [startExperiment, stopExperiment, getExperimentResults])
    await expect(verb.call(other, { id })).rejects.toMatchObject({ code: 'not_found' })
})

test('clicks, purchases and revenue are tied to the list that showed the item, and to no preview', async () => {
  const actor = await newShop()
  const [first, second] = await serveLists(actor, [
    { input: { user_ref: 'u1' } },
    { input: { user_ref: 'u1' }, items: ['i2', 'i3'] },
    { input: { user_ref: 'u2' } },
    { input: { user_ref: 'u3' }, metadata: { preview: 'true' } },
  ])
  await send(actor, 'events', [
    { user_ref: 'u1', item_id: 'i2', type: 'view', ts: soon(), recommendation_id: second?.id },
    { user_ref: 'u1', item_id: 'i2', type: 'purchase', ts: soon(), value: 7.5 },
    { user_ref: 'u1', item_id: 'i1', type: 'purchase', ts: soon(), recommendation_id: first?.id },
    { user_ref: 'u2', item_id: 'i9', type: 'purchase', ts: soon(), value: 100 },
    { user_ref: 'u3', item_id: 'i1', type: 'purchase', ts: soon(), value: 100 },
  ])
  const { rows, purchases, is_truncated } = await getAttribution.call(actor, { template: plan.template })
  expect({ purchases, is_truncated }).toEqual({ purchases: 4, is_truncated: false })
  expect(rows).toEqual([
    {
      template: plan.template,
      version: 2,
      experiment: null,
      variant: null,
      lists: 3,
      shoppers: 2,
      sessions: 2,
      clicked_lists: 1,
      click_rate: 1 / 3,
      purchases: 2,
      buyers: 1,
      conversion: 0.5,
      revenue: 7.5,
      unpriced: 1,
      revenue_per_session: 3.75,
    },
  ])
})

/** So many shoppers of each variant; of them every one whose turn it is buys, so that the shares are exactly what is asked for. */
function shoppersOf(id: string, { from, each, buys }: { from: number; each: number; buys: Record<Variant, number> }) {
  const chosen: { user_ref: string; isBuyer: boolean }[] = []
  const counts = { a: 0, b: 0 }
  for (let at = from; counts.a < each || counts.b < each; at++) {
    const variant = assign({ salt: id, shopper: `s${at}`, shareB: 0.5 })
    if (counts[variant] === each) continue
    const turn = counts[variant]++
    const isBuyer = Math.floor((turn + 1) * buys[variant]) > Math.floor(turn * buys[variant])
    chosen.push({ user_ref: `s${at}`, isBuyer })
  }
  return chosen
}

async function simulate(actor: Actor, id: string, shoppers: readonly { user_ref: string; isBuyer: boolean }[]) {
  await serveLists(
    actor,
    shoppers.map(({ user_ref }) => ({ input: { user_ref } })),
  )
  const bought = { item_id: 'i1', type: 'purchase', ts: soon(), value: 10 }
  const buyers = shoppers.filter((one) => one.isBuyer)
  await send(
    actor,
    'events',
    buyers.map(({ user_ref }) => ({ user_ref, ...bought })),
  )
  return getExperimentResults.call(actor, { id })
}

test('simulated shoppers: too few, not decided yet, then the better variant, with intervals around what was simulated', async () => {
  const actor = await newShop()
  const { id } = await started(actor, { name: 'Simulated' })
  const empty = await getExperimentResults.call(actor, { id })
  expect(empty).toMatchObject({ verdict: 'too_few', shoppers_needed: null, sample_ratio: { observed_b: null } })
  const early = await simulate(actor, id, shoppersOf(id, { from: 0, each: 110, buys: { a: 0.15, b: 0.22 } }))
  expect(early.verdict).toBe('not_decided')
  expect(early.shoppers_more).toBeGreaterThan(0)
  const late = await simulate(actor, id, shoppersOf(id, { from: 10_000, each: 250, buys: { a: 0.1, b: 0.4 } }))
  expect(late).toMatchObject({ verdict: 'b_better', is_truncated: false, sample_ratio: { is_mismatch: false } })
  expect(late.sample_ratio.p).toBeCloseTo(1, 6)
  const expected = { shoppers: 360, sessions: 360, lists: 360 }
  expect(late.variants).toMatchObject([
    { variant: 'a', version: 1, ...expected, buyers: 16 + 25, conversion: 41 / 360, revenue_per_session: 410 / 360 },
    { variant: 'b', version: 2, ...expected, buyers: 24 + 100, conversion: 124 / 360, revenue_per_session: 1240 / 360 },
  ])
  for (const { conversion, conversion_90: inner, conversion_95: outer } of late.variants) {
    expect(outer?.[0]).toBeLessThan(inner?.[0] ?? 0)
    expect(inner?.[0]).toBeLessThan(conversion ?? 0)
    expect(inner?.[1]).toBeGreaterThan(conversion ?? 1)
    expect(outer?.[1]).toBeGreaterThan(inner?.[1] ?? 1)
  }
  expect(late.conversion_difference.always_valid_95?.[0]).toBeGreaterThan(0)
}, 120_000)
