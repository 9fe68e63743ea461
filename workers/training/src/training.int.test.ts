// From a tenant's records to a served champion, on real Postgres, Redis and onnxruntime: gates that pass, gates that block, two members, roll back.
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '@guildhall/contracts/actor'
import type { Gate } from '@guildhall/contracts/gate'
import { additiveCard } from '@guildhall/contracts/model-card'
import type { TrainingObject } from '@guildhall/contracts/training'
import { ingestRecords } from '@guildhall/domain/collection/ingest'
import { getVersion } from '@guildhall/domain/model/get'
import { listModels } from '@guildhall/domain/model/list'
import { promoteVersion, rollbackModel, shadowVersion } from '@guildhall/domain/model/promote'
import { createRun } from '@guildhall/domain/run/create'
import { getRun } from '@guildhall/domain/run/get'
import { createTraining } from '@guildhall/domain/training/create'
import { cancelTraining, getTraining, listTrainings } from '@guildhall/domain/training/read'
import { setSchedule, startDue } from '@guildhall/domain/training/schedule'
import { openRandom } from '@guildhall/learn/random'
import { trainingTable } from '@guildhall/verticals/packs/finance/training-columns'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openWorld, type World } from '../../../tools/test/world.ts'
import { executeRuns } from '../../inference/src/pipeline.ts'
import { openSessionPool } from '../../inference/src/session-pool.ts'
import { executeTraining } from './execute.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const execution = { workDir: tmpdir(), heapMib: 1024, signal: new AbortController().signal }
const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
const worlds: World[] = []
let world: World

beforeAll(async () => {
  world = await newWorld()
})
afterAll(async () => {
  await pool.close()
  await world.close()
})

async function newWorld(): Promise<World> {
  const made = await openWorld(urls)
  worlds.push(made)
  return made
}

async function send(actor: Actor, collection: string, records: readonly unknown[]): Promise<void> {
  const result = await ingestRecords(actor, {
    collection,
    records: records.map((value, at) => ({ line: at + 1, value })),
  })
  expect(result.errors).toEqual([])
}

async function train(actor: Actor, id: string, options: Record<string, unknown> = {}): Promise<TrainingObject> {
  const { id: trainingId } = await createTraining.call(actor, { id, options })
  await executeTraining(trainingId, execution)
  return getTraining.call(actor, { id: trainingId })
}

async function gatesOf(actor: Actor, training: TrainingObject): Promise<Map<string, Gate>> {
  expect(training).toMatchObject({ status: 'succeeded', error: null })
  const { gates } = await getVersion.call(actor, { id: training.model, version: training.version })
  return new Map(gates.map((gate) => [gate.measure, gate]))
}

const csv = readFileSync(join(import.meta.dirname, '../../../data/credit_data.csv'), 'utf8')
const { features, labels } = trainingTable(parse(csv, { columns: true }))

/** Real loans; `protectedOf` may bring an attribute that the model must not see. */
function loans(count: number, protectedOf?: (row: number) => Record<string, unknown>) {
  return features.slice(0, count).map((own, row) => ({
    id: `loan-${row}`,
    features: own,
    defaulted: labels[row] === 1,
    ...(protectedOf ? { protected: protectedOf(row) } : {}),
  }))
}

test('loans become a candidate with gates; it is promoted, serves, and is rolled back', async () => {
  const { actor } = world
  await send(actor, 'loans', loans(1500))
  const training = await train(actor, 'finance.risk_note')
  const gates = await gatesOf(actor, training)
  expect(gates.get('auc_difference')).toMatchObject({
    verdict: expect.stringMatching(/pass|fail/),
    interval: [expect.any(Number), expect.any(Number)],
  })
  expect(gates.get('graph_difference')?.figure).toBeLessThan(1e-5)
  expect(gates.get('selection_rate_ratio')).toMatchObject({
    verdict: 'not_run',
    detail: expect.stringContaining('no protected attribute'),
  })
  expect(training.log.map((line) => line.text).join('\n')).toContain('read 1500 records of loans')
  const detail = await getVersion.call(actor, { id: 'finance.risk_note', version: training.version })
  expect(detail.card).toMatchObject({
    family: 'additive-logit',
    data: { rows: 1199 },
    libraries: { onnxruntime: expect.any(String) },
  })
  expect(detail.curves.calibration?.length).toBeGreaterThan(3)
  const second = await secondMember(world)
  await promoteVersion.call(actor, {
    id: training.model,
    version: training.version,
    reason: 'Integration test of promotion',
  })
  await promoteVersion
    .call(second, { id: training.model, version: training.version, reason: 'Agreed by the second member' })
    .catch(() => null)
  expect(await championOf(actor, 'finance.risk_note')).toBe(training.version)
  const run = await createRun.call(actor, { template: 'consumer-risk-note', input: sample })
  await executeRuns(pool, [run.id])
  const { result } = await getRun.call(actor, { id: run.id })
  expect(result?.model).toMatchObject({ version: training.version })
  await rollbackModel.call(actor, { id: 'finance.risk_note' })
  expect((await listModels.call(actor, {})).data[0]?.champion).toMatchObject({ is_builtin: true })
})

const sample = {
  application_id: 'T-1',
  applicant_ref: 'x',
  as_of: '2026-11-02',
  jurisdiction: 'US',
  product: { type: 'personal', amount: '9000.00', currency: 'USD', term_months: 36, apr: 0.1 },
  income: { gross_monthly: '4000.00', verified: true },
}

async function championOf(actor: Actor, id: string): Promise<number | undefined> {
  return (await listModels.call(actor, {})).data.find((model) => model.id === id)?.champion?.version
}

const secondMember = async ({ actor }: World): Promise<Actor> => ({ ...actor, name: 'user:second' })

test('a model that turns one group away is blocked by the fairness gate, and needs a reason and a second member', async () => {
  const biased = await newWorld()
  // The group goes with the length of employment, which the model may see: short tenure is refused, and so is the group.
  const group = (row: number) => ({ sex: Number(features[row]?.tenure_years ?? 0) < 4 ? 'f' : 'm' })
  await send(biased.actor, 'loans', loans(2500, group))
  const training = await train(biased.actor, 'finance.risk_note', { jurisdiction: 'US', operating_pd: 0.3 })
  const gates = await gatesOf(biased.actor, training)
  const gate = gates.get('selection_rate_ratio:sex')
  expect(gate).toMatchObject({ name: 'fairness', verdict: 'fail', threshold: 0.8 })
  expect(gate?.figure).toBeLessThan(0.8)
  expect(gate?.detail).toMatch(/f is approved at [\d.]+ %, m at [\d.]+ %/)
  const card = (await getVersion.call(biased.actor, { id: training.model, version: training.version })).card
  expect(additiveCard(card).features.map((one) => one.name)).not.toContain('sex')
  const promotion = { id: training.model, version: training.version }
  await expect(promoteVersion.call(biased.actor, promotion)).rejects.toMatchObject({ code: 'gates_failing' })
  const reason = 'The attribute is a test fixture, not a person'
  expect(await promoteVersion.call(biased.actor, { ...promotion, reason })).toMatchObject({
    state: 'candidate',
    request: { reason },
  })
  expect(await promoteVersion.call(biased.actor, { ...promotion, reason })).toMatchObject({ state: 'candidate' })
  const second = await secondMember(biased)
  expect(await promoteVersion.call(second, { ...promotion, reason: 'I have read the gate and agree' })).toMatchObject({
    state: 'champion',
  })
})

test('an int8 variant that flips decisions is blocked by the parity gate; fp16 of the same loans passes it', async () => {
  const small = await newWorld()
  // Squatters nearly always default: one level so strong that int8 keeps few steps for all the others.
  const strong = loans(2500).map((loan, row) =>
    row % 9 === 0 ? { ...loan, features: { ...loan.features, housing: 'other' }, defaulted: row % 90 !== 0 } : loan,
  )
  await send(small.actor, 'loans', strong)
  const options = { operating_pd: 0.25 }
  const int8 = await gatesOf(
    small.actor,
    await train(small.actor, 'finance.risk_note', { ...options, precision: 'int8' }),
  )
  expect(int8.get('decision_flips')).toMatchObject({ name: 'parity', verdict: 'fail', threshold: 0.001 })
  expect(int8.get('decision_flips')?.figure).toBeGreaterThan(0.001)
  const fp16 = await gatesOf(
    small.actor,
    await train(small.actor, 'finance.risk_note', { ...options, precision: 'fp16' }),
  )
  expect(fp16.get('decision_flips')).toMatchObject({ verdict: 'pass' })
  expect(fp16.get('reason_agreement')).toMatchObject({ verdict: 'pass' })
})

/** Shoppers of two tastes who go through their half of the shop in order. */
function shop(users: number) {
  const random = openRandom(5)
  const events: unknown[] = []
  for (let user = 0; user < users; user++) {
    let pick = Math.floor(random() * 15)
    for (let step = 0; step < 12; step++) {
      const ts = new Date(Date.UTC(2026, 0, 1 + step * 8, user % 24, user % 60)).toISOString()
      events.push({ user_ref: `u${user}`, item_id: `i${(user % 2) * 15 + pick}`, type: 'purchase', ts })
      pick = random() < 0.6 ? (pick + 1) % 15 : Math.floor(random() * 15)
    }
  }
  return events
}
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
  await send(actor, 'attempts', attempts)
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

test('a canceled training makes nothing, and a schedule starts one after so many records', async () => {
  const { actor } = await newWorld()
  await setSchedule.call(actor, { id: 'finance.risk_note', after_records: 300 })
  expect(await startDue(new Date())).toBe(0)
  await send(actor, 'loans', loans(400))
  expect(await startDue(new Date())).toBe(1)
  expect(await startDue(new Date())).toBe(0)
  await expect(createTraining.call(actor, { id: 'finance.risk_note' })).rejects.toMatchObject({ code: 'conflict' })
  const running = (await listModels.call(actor, {})).data[0]
  expect(running?.schedule).toMatchObject({ after_records: 300 })
  const { id } = await firstTraining(actor)
  expect(await cancelTraining.call(actor, { id })).toMatchObject({ status: 'canceled' })
  await executeTraining(id, execution)
  expect(await getTraining.call(actor, { id })).toMatchObject({ status: 'canceled', version: null })
})

async function firstTraining(actor: Actor): Promise<{ id: string }> {
  const [first] = (await listTrainings.call(actor, {})).data
  if (!first) throw new Error('no training')
  return first
}
