// The graph says what the trainer's own arithmetic says: contributions, logit and probability, with missing values and unknown levels.
import { contributionsOf, logitsOf, trainAdditive } from '@guildhall/learn/additive'
import { writeAdditive } from '@guildhall/learn/additive-onnx'
import { trainBags } from '@guildhall/learn/bags'
import { sigmoid } from '@guildhall/learn/metrics'
import { openRandom } from '@guildhall/learn/random'
import { encodeRows, type Table } from '@guildhall/learn/table'
import * as ort from 'onnxruntime-node'
import { beforeAll, expect, test } from 'vitest'

const rows = 600
const random = openRandom(7)
const income = Float64Array.from({ length: rows }, () => (random() < 0.1 ? Number.NaN : Math.exp(8 + random() * 4)))
const term = Float64Array.from({ length: rows }, () => 6 + Math.floor(random() * 10) * 6)
const housing = Int32Array.from({ length: rows }, () => Math.floor(random() * 4) - 1)
const table: Table = {
  rows,
  columns: [
    { name: 'income', kind: 'number', values: income },
    { name: 'term', kind: 'number', values: term },
    { name: 'housing', kind: 'category', levels: ['own', 'parents', 'rent'], codes: housing },
  ],
}
const labels = Uint8Array.from({ length: rows }, (_, row) => {
  const logit = (term[row] ?? 0) / 30 - (income[row] || 20_000) / 40_000 + (housing[row] === 2 ? 0.8 : 0) - 0.5
  return random() < sigmoid(logit) ? 1 : 0
})
const model = trainAdditive(table, labels, { seed: 3 })
let session: ort.InferenceSession

beforeAll(async () => {
  session = await ort.InferenceSession.create(writeAdditive(model))
})

async function run(features: Float32Array) {
  const dims = [features.length / 3, 3]
  const { contributions, logit, probability } = await session.run({
    features: new ort.Tensor('float32', features, dims),
  })
  const numbers = (tensor: ort.Tensor | undefined) => Array.from(tensor?.data ?? [], Number)
  return { contributions: numbers(contributions), logit: numbers(logit), probability: numbers(probability) }
}

// Outside the range seen, between the cuts, missing, a level nobody knows.
const strange = Float32Array.from([-5, 1e9, Number.NaN, Number.NaN, Number.NaN, 9, 1e30, -1e30, 0, 20_000.5, 33, 1])

test.each([
  ['one row', encodeRows(table).slice(0, 3)],
  ['64 rows', encodeRows(table).slice(0, 192)],
  ['every row', encodeRows(table)],
  ['strange values', strange],
])('%s: graph and trainer agree to 1e-5', async (_, features) => {
  const graph = await run(features)
  const contributions = contributionsOf(model, features)
  const logits = logitsOf(model, features)
  expect(graph.contributions).toHaveLength(contributions.length)
  for (const [at, value] of contributions.entries()) expect(graph.contributions[at]).toBeCloseTo(value, 5)
  for (const [row, logit] of logits.entries()) {
    expect(Math.abs((graph.logit[row] ?? Number.NaN) - logit)).toBeLessThan(1e-5)
    expect(graph.probability[row]).toBeCloseTo(sigmoid(logit), 6)
  }
})

test('the contributions and the bias sum to the logit the graph gives', async () => {
  const graph = await run(encodeRows(table))
  for (const [row, logit] of graph.logit.entries()) {
    const sum = graph.contributions.slice(row * 3, row * 3 + 3).reduce((total, one) => total + one, model.bias)
    expect(Math.abs(sum - logit)).toBeLessThan(1e-5)
  }
})

test('with bags the contributions stay what they were, and every bag says its own logit', async () => {
  const bags = trainBags(model, { table, labels }, { seed: 3, count: 5 })
  const bagged = await ort.InferenceSession.create(writeAdditive(model, bags))
  for (const features of [encodeRows(table), strange]) {
    const plain = await run(features)
    const dims = [features.length / 3, 3]
    const answer = await bagged.run({ features: new ort.Tensor('float32', features, dims) })
    const contributions = Array.from(answer.contributions?.data ?? [], Number)
    expect(contributions).toHaveLength(plain.contributions.length)
    for (const [at, value] of plain.contributions.entries()) expect(contributions[at]).toBeCloseTo(value, 5)
    const said = Array.from(answer.bag_logits?.data ?? [], Number)
    for (const [bag, one] of bags.entries())
      for (const [row, logit] of logitsOf(one, features).entries())
        expect(said[row * bags.length + bag]).toBeCloseTo(logit, 4)
  }
})
