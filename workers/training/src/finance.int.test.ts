// Finance from a tenant's loans to a served champion, on real Postgres, Redis and onnxruntime: gates that pass, gates that block, two members, roll back.
import type { Actor } from '@guildhall/contracts/actor'
import { additiveCard } from '@guildhall/contracts/model-card'
import { getVersion } from '@guildhall/domain/model/get'
import { listModels } from '@guildhall/domain/model/list'
import { promoteVersion, rollbackModel } from '@guildhall/domain/model/promote'
import { createRun } from '@guildhall/domain/run/create'
import { getRun } from '@guildhall/domain/run/get'
import { createTraining } from '@guildhall/domain/training/create'
import { cancelTraining, getTraining, listTrainings } from '@guildhall/domain/training/read'
import { setSchedule, startDue } from '@guildhall/domain/training/schedule'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  championOf,
  execution,
  features,
  gatesOf,
  loans,
  secondMember,
  send,
  train,
} from '../../../tools/test/training.ts'
import { openWorld, type World } from '../../../tools/test/world.ts'
import { executeRuns } from '../../inference/src/pipeline.ts'
import { openSessionPool } from '../../inference/src/session-pool.ts'
import { executeTraining } from './execute.ts'

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
  const key = { ...biased.actor, name: 'key:key_1' }
  await expect(promoteVersion.call(key, { ...promotion, reason })).rejects.toMatchObject({ code: 'forbidden' })
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
