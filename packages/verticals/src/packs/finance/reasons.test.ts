// Reasons are exact: all factors together are the distance from the reference, whatever the reference.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { additiveCard, modelCardSchema } from '@guildhall/contracts/model-card'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { riskFeatures } from './features.ts'
import { riskNoteInput } from './input.ts'
import { factorsOf, rankReasons } from './reasons.ts'
import { samples } from './samples.ts'
import { scaleOf } from './score.ts'
import { defaultContent } from './starters.ts'

const card = additiveCard(
  modelCardSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'builtin/card.json'), 'utf8'))),
)
const scale = scaleOf(defaultContent.scale)
const contributions = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), {
  minLength: card.features.length,
  maxLength: card.features.length,
})

function explain(values: readonly number[], reference: 'population' | 'best') {
  const own = Object.fromEntries(card.features.map((one, at) => [one.name, values[at] ?? 0]))
  const logit = Object.values(own).reduce((sum, one) => sum + one, card.bias)
  const prediction = { contributions: own, logit, probability: 1 / (1 + Math.exp(-logit)) }
  return factorsOf({ card, features: {}, prediction, scale, reference })
}

test.each(['population', 'best'] as const)(
  'from the %s reference the factors sum to the score difference to 1e-6',
  (reference) => {
    fc.assert(
      fc.property(contributions, (values) => {
        const { factors, method } = explain(values, reference)
        const sum = factors.reduce((total, factor) => total + factor.points, 0)
        expect(Math.abs(sum - method.difference_points)).toBeLessThan(1e-6)
      }),
    )
  },
)

test('a reason never raised the score, a strength never lowered it, and there are at most four', () => {
  fc.assert(
    fc.property(contributions, (values) => {
      const { factors } = explain(values, 'population')
      const reasons = rankReasons(factors, defaultContent.reason_table, 'lowers')
      const strengths = rankReasons(factors, defaultContent.reason_table, 'raises')
      expect(reasons.length).toBeLessThanOrEqual(4)
      expect(reasons.every((reason) => reason.points < 0)).toBe(true)
      expect(strengths.every((reason) => reason.points > 0)).toBe(true)
    }),
  )
})

test('the card names no protected attribute', () => {
  const names = card.features.map((one) => one.name).join(' ')
  expect(names).not.toMatch(/age|sex|gender|marital|nation/)
  expect(card.excluded).toEqual(expect.arrayContaining(['age', 'marital']))
})

test('a sample makes exactly the features of the card', () => {
  for (const sample of samples) {
    const features = riskFeatures(riskNoteInput.parse(sample.input))
    expect(Object.keys(features).sort()).toEqual(card.features.map((one) => one.name).sort())
  }
})
