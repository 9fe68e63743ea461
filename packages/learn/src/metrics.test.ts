// Figures by hand, and their invariants.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stratifiedFolds } from './folds.ts'
import { auc, brier, calibrationSlope, ks, logLoss, sigmoid } from './metrics.ts'
import { openRandom } from './random.ts'

const labels = Uint8Array.of(0, 0, 1, 1)

test('AUC counts pairs in order, ties half', () => {
  expect(auc(labels, Float64Array.of(1, 2, 3, 4))).toBe(1)
  expect(auc(labels, Float64Array.of(4, 3, 2, 1))).toBe(0)
  expect(auc(labels, Float64Array.of(0, 0, 0, 0))).toBe(0.5)
  expect(auc(labels, Float64Array.of(1, 3, 2, 4))).toBe(0.75)
})

test('KS, Brier and log loss of known cases', () => {
  expect(ks(labels, Float64Array.of(1, 2, 3, 4))).toBe(1)
  expect(ks(labels, Float64Array.of(1, 3, 2, 4))).toBe(0.5)
  expect(brier(labels, new Float64Array(4))).toBe(0.25)
  expect(logLoss(labels, new Float64Array(4))).toBeCloseTo(Math.LN2, 12)
})

test('outcomes drawn from the logits have slope 1, from halved logits slope 2', () => {
  const random = openRandom(5)
  const logits = Float64Array.from({ length: 40_000 }, () => random() * 6 - 3)
  const drawn = Uint8Array.from(logits, (logit) => (random() < sigmoid(logit) ? 1 : 0))
  expect(calibrationSlope(drawn, logits)).toBeCloseTo(1, 1)
  expect(
    calibrationSlope(
      drawn,
      logits.map((logit) => logit / 2),
    ),
  ).toBeCloseTo(2, 0)
})

test('logits five times too large have a slope of a fifth: overconfidence is told, however great', () => {
  const random = openRandom(6)
  const logits = Float64Array.from({ length: 4000 }, () => random() * 6 - 3)
  const drawn = Uint8Array.from(logits, (logit) => (random() < sigmoid(logit) ? 1 : 0))
  expect(
    calibrationSlope(
      drawn,
      logits.map((logit) => logit * 5),
    ),
  ).toBeCloseTo(0.2, 1)
})

test('AUC does not change under a rising transformation', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 60 }), (scores) => {
      const own = Uint8Array.from(scores.keys(), (row) => row % 2)
      const plain = Float64Array.from(scores)
      expect(
        auc(
          own,
          plain.map((score) => score * 3 + 1),
        ),
      ).toBeCloseTo(auc(own, plain), 12)
    }),
  )
})

test('folds part the rows, keep the share of both classes, and repeat under one seed', () => {
  const many = Uint8Array.from({ length: 103 }, (_, row) => (row % 4 === 0 ? 1 : 0))
  const folds = stratifiedFolds(many, { folds: 5, seed: 9 })
  expect(folds.flatMap((fold) => [...fold.test]).sort((a, b) => a - b)).toEqual([...many.keys()])
  for (const fold of folds) expect(fold.test.filter((row) => many[row] === 1).length).toBeGreaterThanOrEqual(5)
  expect(stratifiedFolds(many, { folds: 5, seed: 9 })).toEqual(folds)
  expect(() => stratifiedFolds(Uint8Array.of(0, 1, 0), { folds: 2, seed: 1 })).toThrow('cannot fill')
})
