// Intervals on data whose true probabilities are known: nine in ten must hold the truth, and sampling alone must not make them wider.
import { expect, test } from 'vitest'
import { logitsOf, trainAdditive } from './additive.ts'
import { calibrateInterval, heldOutSpreads, trainBags } from './bags.ts'
import { sigmoid } from './metrics.ts'
import { openRandom } from './random.ts'
import { encodeRows, type Table } from './table.ts'

function drawn(rows: number, seed: number): { table: Table; labels: Uint8Array; truth: Float64Array } {
  const random = openRandom(seed)
  const [a, b] = [0, 1].map(() => Float64Array.from({ length: rows }, () => random() * 4 - 2))
  const [x = new Float64Array(), y = new Float64Array()] = [a, b]
  const truth = Float64Array.from({ length: rows }, (_, row) => (x[row] ?? 0) - 0.6 * (y[row] ?? 0) - 0.7)
  const labels = Uint8Array.from(truth, (logit) => (random() < sigmoid(logit) ? 1 : 0))
  const columns = [
    { name: 'x', kind: 'number' as const, values: x },
    { name: 'y', kind: 'number' as const, values: y },
  ]
  return { table: { rows, columns }, labels, truth }
}

test('on data of a known truth the calibrated interval holds it for about nine rows in ten', () => {
  const { table, labels } = drawn(1500, 1)
  const fresh = drawn(800, 2)
  const interval = calibrateInterval(heldOutSpreads(table, labels, { seed: 1, folds: 5 }), labels)
  expect(interval.coverage).toBeGreaterThanOrEqual(0.9)
  const model = trainAdditive(table, labels, { seed: 1 })
  const bags = trainBags(model, { table, labels }, { seed: 1 })
  const encoded = encodeRows(fresh.table)
  const own = logitsOf(model, encoded)
  const each = bags.map((bag) => logitsOf(bag, encoded))
  let inside = 0
  for (const [row, logit] of own.entries()) {
    const values = each.map((logits) => logits[row] ?? 0)
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length
    const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1))
    if (Math.abs(logit - (fresh.truth[row] ?? 0)) <= 1.6449 * interval.scale * spread) inside++
  }
  expect(inside / own.length).toBeGreaterThan(0.75)
  expect(interval.scale).toBeLessThan(3)
})

test('bags are the same for the same seed and differ among themselves', () => {
  const { table, labels } = drawn(400, 3)
  const model = trainAdditive(table, labels, { seed: 1 })
  const once = trainBags(model, { table, labels }, { seed: 5, count: 3 })
  expect(trainBags(model, { table, labels }, { seed: 5, count: 3 })).toEqual(once)
  expect(once[0]?.bias).not.toBe(once[1]?.bias)
})
