// The graph of a recommender in onnxruntime against the trainer's own arithmetic, in all its forms.
import { multiplyInLoops } from '@guildhall/learn/multiply'
import { type Precision, quantiseRows } from '@guildhall/learn/quantise'
import { openRandom } from '@guildhall/learn/random'
import { fitIals, linearOf } from '@guildhall/learn/retail/ials'
import { interactionsOf, userRows } from '@guildhall/learn/retail/interactions'
import { influence } from '@guildhall/learn/retail/linear'
import { orderFigures } from '@guildhall/learn/retail/orders'
import { fitRecommender, type Recommender } from '@guildhall/learn/retail/recommender'
import { writeRecommender } from '@guildhall/learn/retail/recommender-onnx'
import { rhythmsOf } from '@guildhall/learn/retail/rhythm'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'

const random = openRandom(8)
const count = 12
const rows = Array.from({ length: 300 }, (_, at) => ({
  user: `u${at % 40}`,
  item: `i${Math.floor(random() * count)}`,
  time: at,
}))
const events = interactionsOf({
  user: rows.map((row) => row.user),
  item: rows.map((row) => row.item),
  time: rows.map((row) => row.time),
})
const popularity = Float32Array.from({ length: count }, (_, at) => at / count)
const context = { multiply: multiplyInLoops, seed: 1 }
const settings = { ridge: 5, halfLife: null, ownWeight: 0.3, transition: { weight: 0.5, ridge: 2, decay: 0.6 } }

const slots = 4
// Two users: one with three items, one unknown; the count of items pads.
const history = [
  [1, 5, 7, count],
  [count, count, count, count],
]
const weights = [
  [1, 0.5, 1, 0],
  [0, 0, 0, 0],
]
const recent = [
  [0, 0.3, 0.5, 0],
  [0, 0, 0, 0],
]
const own = [
  [0.2, 0, 0.4, 0],
  [0, 0, 0, 0],
]
const popular = [0.001, 1]
const barred = 3

async function answer(model: Recommender, precision: Precision) {
  const session = await InferenceSession.create(writeRecommender(model, popularity, precision))
  const whole = (values: readonly number[], dims: number[]) =>
    new Tensor(
      'int64',
      BigInt64Array.from(values, (value) => BigInt(value)),
      dims,
    )
  const real = (values: readonly number[], dims: number[]) => new Tensor('float32', Float32Array.from(values), dims)
  const outputs = await session.run({
    history: whole(history.flat(), [2, slots]),
    weights: real(weights.flat(), [2, slots]),
    recent: real(recent.flat(), [2, slots]),
    own: real(own.flat(), [2, slots]),
    popular: real(popular, [2, 1]),
    excluded: whole([barred, count, count, count], [2, 2]),
    k: whole([count - 1], [1]),
  })
  const read = (name: string) => Array.from(outputs[name]?.data ?? [], Number)
  return {
    item: read('item'),
    score: read('score'),
    evidence: read('evidence'),
    pairs: read('pairs'),
    rhythm: read('rhythm'),
  }
}

function expected(model: Recommender, row: number, item: number): number {
  let score = (popular[row] ?? 0) * (popularity[item] ?? 0)
  for (let slot = 0; slot < slots; slot++) {
    const from = history[row]?.[slot] ?? count
    if (from === count) continue
    score += (weights[row]?.[slot] ?? 0) * influence(model.linear, from, item)
    if (model.transition) score += (recent[row]?.[slot] ?? 0) * influence(model.transition, from, item)
    if (from === item) score += own[row]?.[slot] ?? 0
  }
  return score
}

async function check(model: Recommender, precision: Precision = 'fp32'): Promise<void> {
  const given = await answer(model, precision)
  const k = count - 1
  for (const row of [0, 1]) {
    const shown = given.item.slice(row * k, (row + 1) * k)
    const bar = row === 0 ? barred : -1
    const want = Array.from({ length: count }, (_, item) => item)
      .filter((item) => item !== bar)
      .sort((a, b) => expected(model, row, b) - expected(model, row, a))
    expect(shown).toEqual(want.slice(0, k))
    for (const [place, item] of shown.entries()) {
      const score = given.score[row * k + place] ?? Number.NaN
      expect(Math.abs(score - expected(model, row, item))).toBeLessThan(1e-5)
      let sum = (popular[row] ?? 0) * (popularity[item] ?? 0)
      for (let slot = 0; slot < slots; slot++) sum += given.evidence[(row * slots + slot) * k + place] ?? 0
      expect(Math.abs(sum - score)).toBeLessThan(1e-5)
    }
  }
}

test('an item-by-item matrix with transitions', async () => {
  await check(await fitRecommender(events, settings, context))
})

test('EASE in its dual form', async () => {
  const few = interactionsOf({
    user: ['a', 'a', 'b', 'b', 'b', ...Array(7).fill('c')],
    item: Array.from({ length: 12 }, (_, at) => `i${at}`),
  })
  const model = await fitRecommender(few, { ...settings, transition: null }, context)
  expect(model.linear.kind).toBe('factored')
  await check(model)
})

test('ALS factors', async () => {
  const factors = fitIals(userRows(events), { rank: 5, alpha: 0.1, reg: 0.01, sweeps: 5, seed: 2 })
  await check({ settings: { ...settings, transition: null }, linear: linearOf(factors, 5), transition: null })
})

test.each(['fp16', 'int8'] as const)(
  'stored as %s, the graph says what the trainer says of the rounded matrix',
  async (precision) => {
    const full = await fitRecommender(events, settings, context)
    const rounded = (part: Recommender['linear']) =>
      part.kind === 'dense' ? { ...part, weights: quantiseRows(part.weights, part.items, precision) } : part
    await check(
      { ...full, linear: rounded(full.linear), transition: full.transition && rounded(full.transition) },
      precision,
    )
  },
)

test('what orders say of the history comes out as it was counted, and of the padding nothing', async () => {
  const orders = orderFigures(events, { gap: 40, floor: 1 })
  const rhythms = rhythmsOf(events)
  const model = { ...(await fitRecommender(events, settings, context)), shelf: { orders, rhythms } }
  await check(model)
  const given = await answer(model, 'fp32')
  for (const [slot, item] of history.flat().entries()) {
    expect(given.rhythm.slice(slot * 2, slot * 2 + 2)).toEqual([orders.orders[item] ?? 0, rhythms[item] ?? 0])
    for (let place = 0; place < orders.partners; place++) {
      const cell = (slot * orders.partners + place) * 3
      const partner = orders.partner[item * orders.partners + place] ?? count
      const both = orders.both[item * orders.partners + place] ?? 0
      expect(given.pairs.slice(cell, cell + 3)).toEqual([partner, both, orders.orders[partner] ?? 0])
    }
  }
  expect(given.pairs.some((value) => value > 0 && value < count)).toBe(true)
})
