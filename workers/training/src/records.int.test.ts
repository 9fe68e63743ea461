// Recommenders and tutors from a tenant's records, on real Postgres, Redis and onnxruntime; and data that no model can be made of.
import { getVersion } from '@guildhall/domain/model/get'
import { promoteVersion, shadowVersion } from '@guildhall/domain/model/promote'
import { createRun } from '@guildhall/domain/run/create'
import { getRun } from '@guildhall/domain/run/get'
import { createTraining } from '@guildhall/domain/training/create'
import { openRandom } from '@guildhall/learn/random'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { championOf, gatesOf, loans, secondMember, send, shop, train } from '../../../tools/test/training.ts'
import { openWorld, type World } from '../../../tools/test/world.ts'
import { executeRuns } from '../../inference/src/pipeline.ts'
import { openSessionPool } from '../../inference/src/session-pool.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
const newWorld = () => openWorld(urls)
let world: World

beforeAll(async () => {
  world = await newWorld()
})
afterAll(async () => {
  await pool.close()
  await world.close()
})

const catalogue = Array.from({ length: 31 }, (_, at) => ({
  id: `i${at}`,
  title: { en: `Thing ${at}`, 'zh-CN': `物品${at}` },
  category_path: [at < 15 ? 'left' : 'right'],
  in_stock: at !== 3,
}))

test('events become recommendations with reasons; a candidate runs in the shadow; what is sold out is left out', async () => {
  const { actor } = await newWorld()
  await send(actor, 'items', catalogue)
  await send(actor, 'events', shop(200))
  const training = await train(actor, 'retail.recommend', { precision: 'int8' })
  const gates = await gatesOf(actor, training)
  expect(gates.get('ndcg_at_10_difference')).toMatchObject({ verdict: 'pass' })
  expect(gates.get('graph_difference')).toMatchObject({ verdict: 'pass' })
  expect(gates.get('top_ten_overlap')?.figure).toBeGreaterThan(0.8)
  await promoteVersion.call(actor, { id: training.model, version: training.version })
  const next = await train(actor, 'retail.recommend')
  await shadowVersion.call(actor, { id: next.model, version: next.version, share: 1 })
  const run = await createRun.call(actor, {
    template: 'recommendations',
    input: { scenario: 'similar', context: { item_ids: ['i1', 'i2'] }, limit: 5 },
  })
  const home = await createRun.call(actor, {
    template: 'recommendations',
    input: { scenario: 'home', user_ref: 'u1', limit: 30 },
  })
  await executeRuns(pool, [run.id, home.id])
  const found = await getRun.call(actor, { id: run.id })
  expect(found.status).toBe('succeeded')
  const items = found.result?.output.items as { item_id: string; reason: { evidence: { item_id: string } } }[]
  expect(items).toHaveLength(5)
  expect(items.map((one) => one.item_id)).not.toContain('i3')
  expect(items.slice(0, 3).every((one) => Number(one.item_id.slice(1)) < 15)).toBe(true)
  expect(['i1', 'i2']).toContain(items[0]?.reason.evidence.item_id)
  const { result } = await getRun.call(actor, { id: home.id })
  expect(result?.verification.status).toBe('passed')
  const shadowed = await getVersion.call(actor, { id: next.model, version: next.version })
  expect(shadowed.shadow).toMatchObject({ runs: 2, flips: expect.any(Number), overlap: expect.any(Number) })
})

test('attempts become a tutor by the family that wins on held-out learners; the next one is judged against it', async () => {
  const { actor } = await newWorld()
  const random = openRandom(8)
  const attempts: unknown[] = []
  for (let learner = 0; learner < 150; learner++) {
    const known = [random() < 0.3, random() < 0.5]
    for (let step = 0; step < 20; step++) {
      const skill = step % 2
      const correct = random() < (known[skill] ? 0.9 : 0.25)
      if (random() < 0.15) known[skill] = true
      const ts = new Date(Date.UTC(2026, 2, 1, 8, step, learner % 60)).toISOString()
      attempts.push({ learner_ref: `p${learner}`, item_id: `e${skill}-${step % 5}`, skill: `s${skill}`, correct, ts })
    }
  }
  // A class whose consent says no: always wrong, so that it would show.
  const barred = Array.from({ length: 400 }, (_, at) => ({
    learner_ref: `n${at % 20}`,
    item_id: 'e0-0',
    skill: 's0',
    correct: false,
    ts: new Date(Date.UTC(2026, 2, 2, 8, at)).toISOString(),
    training_allowed: false,
  }))
  // And learners who are known, without a word that training is allowed.
  const registered = Array.from({ length: 10 }, (_, at) => ({ id: `q${at}`, consent: { basis: 'school' } }))
  const theirs = registered.map(({ id }) => ({ ...barred[0], learner_ref: id, training_allowed: null }))
  await send(actor, 'learners', [...registered, { id: 'p1', consent: { basis: 'parent', training_allowed: true } }])
  await send(actor, 'attempts', [...attempts, ...barred, ...theirs])
  const training = await train(actor, 'education.tutor')
  const gates = await gatesOf(actor, training)
  expect(gates.get('auc')).toMatchObject({ verdict: 'pass' })
  expect(gates.get('graph_difference')).toMatchObject({ verdict: 'pass' })
  const { card } = await getVersion.call(actor, { id: training.model, version: training.version })
  expect(card).toMatchObject({ family: 'tutor', chosen: expect.any(String), data: { learners: 150, rows: 3000 } })
  await promoteVersion.call(actor, { id: training.model, version: training.version })
  const next = await gatesOf(actor, await train(actor, 'education.tutor', { seed: 2 }))
  expect(next.get('auc_difference')).toMatchObject({ figure: expect.any(Number), interval: expect.any(Array) })
  expect(next.get('psi')?.figure).toBeGreaterThanOrEqual(0)
})

test('data that cannot be trained on fails with its cure and leaves no candidate', async () => {
  const { actor } = await newWorld()
  await expect(createTraining.call(actor, { id: 'retail.recommend' })).rejects.toMatchObject({ code: 'input_invalid' })
  await send(
    actor,
    'loans',
    loans(400).map((loan) => ({ ...loan, defaulted: false })),
  )
  const oneClass = await train(actor, 'finance.risk_note')
  expect(oneClass).toMatchObject({
    status: 'failed',
    version: null,
    error: { code: 'input_invalid', detail: expect.stringContaining('of each kind') },
  })
  await send(
    actor,
    'loans',
    loans(400).map((loan) => ({ ...loan, features: { shoe_size: 40 } })),
  )
  const unknown = await train(actor, 'finance.risk_note')
  expect(unknown.error).toMatchObject({ detail: expect.stringContaining('tenure_years') })
  expect(await championOf(actor, 'finance.risk_note')).toBe(1)
})

const sample = {
  application_id: 'T-1',
  applicant_ref: 'x',
  as_of: '2026-11-02',
  jurisdiction: 'US',
  product: { type: 'personal', amount: '9000.00', currency: 'USD', term_months: 36, apr: 0.1 },
  income: { gross_monthly: '4000.00', verified: true },
}

test('constant columns, unseen levels, out-of-order and repeated events, an empty catalogue and one event each are no crash', async () => {
  const { actor } = await newWorld()
  const flat = loans(600).map((loan) => ({ ...loan, features: { ...loan.features, term_months: 36, housing: 'rent' } }))
  await send(actor, 'loans', flat)
  const training = await train(actor, 'finance.risk_note')
  expect(training.log.map((line) => line.text)).toContain('term_months never varies: it will say nothing')
  await promoteVersion.call(actor, { id: training.model, version: training.version, reason: 'A test of unseen levels' })
  const second = await secondMember({ ...world, actor })
  await promoteVersion
    .call(second, { id: training.model, version: training.version, reason: 'Agreed, a test of levels' })
    .catch(() => null)
  const run = await createRun.call(actor, {
    template: 'consumer-risk-note',
    input: { ...sample, household: { housing: 'parents' } },
  })
  await executeRuns(pool, [run.id])
  expect((await getRun.call(actor, { id: run.id })).status).toBe('succeeded')

  const shuffled = [...shop(60), ...shop(60)].toReversed()
  await send(actor, 'events', shuffled)
  expect((await train(actor, 'retail.recommend')).status).toBe('succeeded')

  const single = await newWorld()
  const once = Array.from({ length: 150 }, (_, at) => ({
    user_ref: `u${at}`,
    item_id: `i${at % 9}`,
    ts: new Date(Date.UTC(2026, 1, 1, at)).toISOString(),
  }))
  await send(single.actor, 'events', once)
  const refused = await train(single.actor, 'retail.recommend')
  expect(refused).toMatchObject({
    status: 'failed',
    error: { code: 'input_invalid', detail: expect.stringContaining('came back') },
  })
})
