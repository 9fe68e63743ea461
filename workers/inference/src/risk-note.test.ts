// The risk note with the champion that ships, in a real ONNX session: golden cases, exact reasons, intervals, and recourse that holds.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { additiveCard, modelCardSchema } from '@guildhall/contracts/model-card'
import { openRandom } from '@guildhall/learn/random'
import { checkGolden } from '@guildhall/verticals/kit/golden'
import { languages } from '@guildhall/verticals/kit/localized'
import { verifyNote } from '@guildhall/verticals/kit/verify'
import { findTask } from '@guildhall/verticals/registry'
import * as ort from 'onnxruntime-node'
import { beforeAll, expect, test } from 'vitest'
import { applicationsOf } from '../../../tools/test/applications.ts'

const found = findTask('finance', 'risk_note')
if (!found?.model) throw new Error('the finance pack has lost its task')
const task = found
const { model } = found
const folder = join(import.meta.dirname, '../../../packages/verticals/src/packs/finance/builtin')
const card = additiveCard(modelCardSchema.parse(JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8'))))
const run = { id: 'run_test', seed: 42, asOf: '2026-11-02T00:00:00Z' }
let session: ort.InferenceSession

beforeAll(async () => {
  session = await ort.InferenceSession.create(readFileSync(join(folder, 'model.onnx')))
})

async function predict(inputs: readonly unknown[], content: unknown) {
  const features = inputs.map((input) => task.features({ input, content, records: {}, asOf: run.asOf, run }))
  const feeds = Object.entries(model.encode(features, card)).map(
    ([name, { data, dims }]) =>
      [
        name,
        data instanceof Float32Array ? new ort.Tensor('float32', data, dims) : new ort.Tensor('int64', data, dims),
      ] as const,
  )
  const answer = await session.run(Object.fromEntries(feeds))
  const outputs = Object.fromEntries(
    Object.entries(answer).map(([name, { data, dims }]) => [
      name,
      { data: data instanceof Float32Array ? data : new Float32Array(), dims: [...dims] },
    ]),
  )
  const predictions = model.decode(outputs, inputs.length, card, features)
  return inputs.map((input, at) => ({ input, features: features[at], prediction: predictions[at] }))
}

/** As the worker does it: the model, what it is asked besides, and the note. */
async function noteOf(raw: unknown, content: unknown) {
  const { input, faults } = task.arrange(raw, content)
  expect(faults).toEqual([])
  const [own] = await predict([task.input.parse(input)], content)
  if (!own) throw new Error('no prediction')
  const given = { ...own, content, card }
  const asked = task.probes(given)
  const probed = asked.length === 0 ? [] : await predict(asked, content)
  return task.compose({ ...given, records: {}, probed, run, languages })
}

const contentOf = (slug?: string, change: object = {}) =>
  task.content.parse({
    ...(task.starters.find((one) => one.slug === slug) ?? task.starters[0]).content,
    ...change,
  })

test.each(task.goldens.map((golden) => golden.slug))('golden case %s, by the real model', async (slug) => {
  const golden = task.goldens.find((one) => one.slug === slug)
  if (!golden) throw new Error(`no golden case ${slug}`)
  const note = await noteOf(golden.input, contentOf(golden.template, golden.content))
  expect(verifyNote(note, languages).problems).toEqual([])
  expect(checkGolden(golden, { ...note.output, note: note.text })).toEqual([])
})

type Output = {
  score: { pd_12m: number; pd_interval_90: [number, number] }
  factors: { points: number }[]
  reason_method: { difference_points: number; score_points: number; reference_points: number }
  reasons: { points: number }[]
  recommendation: { action: string }
  recourse: { changes: { path: string; to: unknown }[]; rescored_points: number }[]
}

/** Guarantee: the finance pack composed it. */
const outputOf = (note: { output: Record<string, unknown> }) => note.output as Output

test.each(['population', 'best'])(
  'on 1,000 random applications the factors sum to the score difference to 1e-6 (reference: %s)',
  async (reference) => {
    const random = openRandom(11)
    const content = contentOf(undefined, {
      reference,
      recourse: { is_offered: false, paths: [], largest_cut: 0, longest_term_months: 1 },
    })
    const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]
    const money = (most: number) => (random() < 0.15 ? null : (random() * most + 1).toFixed(2))
    const inputs = Array.from({ length: 1000 }, (_, at) =>
      task.input.parse({
        application_id: `R-${at}`,
        applicant_ref: 'random',
        as_of: '2026-11-02',
        jurisdiction: 'US',
        product: {
          type: 'personal',
          amount: (random() * 90_000 + 100).toFixed(2),
          currency: 'USD',
          term_months: Math.ceil(random() * 120),
          apr: random() * 0.4,
        },
        income: {
          gross_monthly: money(20_000),
          employment_type: pick(['permanent', 'part_time', 'self_employed', 'other', null]),
          tenure_months: pick([null, 0, 3, 40, 300, 900]),
        },
        debts: { monthly_service: money(4000) },
        bureau: { delinq_30p_24m: pick([null, 0, 1, 7]) },
        collateral: random() < 0.4 ? null : { type: 'thing', value: (random() * 90_000 + 1).toFixed(2) },
        household: {
          housing: pick(['own', 'rent', 'parents', 'other', null]),
          assets: money(200_000),
          expenses_monthly: money(6000),
        },
      }),
    )
    let widest = 0
    for (const one of await predict(inputs, content)) {
      const note = task.compose({ ...one, content, card, records: {}, probed: [], run, languages: ['en'] })
      const { factors, reason_method: method, reasons, score } = outputOf(note)
      const sum = factors.reduce((total, factor) => total + factor.points, 0)
      widest = Math.max(widest, Math.abs(sum - method.difference_points))
      expect(method.difference_points).toBeCloseTo(method.score_points - method.reference_points, 9)
      expect(reasons.every((reason) => reason.points < 0)).toBe(true)
      expect(score.pd_interval_90[0]).toBeLessThan(score.pd_12m)
      expect(score.pd_interval_90[1]).toBeGreaterThan(score.pd_12m)
    }
    expect(widest).toBeLessThan(1e-6)
  },
)

test('recourse of 200 declined applications: every path named is approved when the changed application is sent', {
  timeout: 60_000,
}, async () => {
  const content = contentOf()
  let [declined, withPath, paths] = [0, 0, 0]
  for (const { input } of applicationsOf(1500)) {
    if (declined === 200) break
    const note = outputOf(await noteOf(input, content))
    if (note.recommendation.action !== 'decline') continue
    declined++
    if (note.recourse.length > 0) withPath++
    for (const path of note.recourse) {
      paths++
      const again = outputOf(await noteOf(changed(input, path.changes), content))
      expect(['approve', 'approve_with_conditions']).toContain(again.recommendation.action)
      expect(again.reason_method.score_points).toBeCloseTo(path.rescored_points, 6)
      for (const change of path.changes) expect(mutable).toContain(change.path)
    }
  }
  expect(declined).toBe(200)
  expect(withPath).toBeGreaterThan(20)
  expect(paths).toBeGreaterThanOrEqual(withPath)
})

const mutable = ['product.amount', 'product.term_months', 'debts.monthly_service', 'income.verified']

function changed(input: Record<string, unknown>, changes: readonly { path: string; to: unknown }[]) {
  const copy = structuredClone(input)
  for (const { path, to } of changes) {
    const [head = '', tail = ''] = path.split('.')
    copy[head] = { ...Object(copy[head]), [tail]: to }
  }
  return copy
}
