// The worked figures of the contract, and the bounds of the finance arithmetic.
import { expect, test } from 'vitest'
import { affordabilityOf, expectedLossOf, paymentOf } from './affordability.ts'
import { largestAmount } from './decide.ts'
import { riskFeatures } from './features.ts'
import { figuresOf } from './figures.ts'
import { riskNoteInput } from './input.ts'
import { applyRules } from './policy.ts'
import { samples } from './samples.ts'
import { bandOf, pointsOf, scaleOf } from './score.ts'
import { defaultContent } from './starters.ts'

test('USD 25,000 over 60 months at 13.9 % is 580.41 a month', () => {
  expect(paymentOf({ amount: '25000', currency: 'USD', apr: 0.139, termMonths: 60 }).toFixed(2)).toBe('580.41')
})

test('without interest the payment is the amount over the months', () => {
  expect(paymentOf({ amount: '1000', currency: 'USD', apr: 0, termMonths: 12 }).toFixed(2)).toBe('83.33')
})

test('PD 8.4 %, LGD 65 %, 25,000 lose 1,365 as expected', () => {
  expect(expectedLossOf({ pd: 0.084, lgd: 0.65, amount: '25000.00', currency: 'USD' }).el).toBe('1365.00')
})

test('base 600 at 50:1 with PDO 20: factor 28.854, offset 487.12, PD 8.4 % scores 556', () => {
  const scale = scaleOf(defaultContent.scale)
  expect(scale.factor).toBeCloseTo(28.854, 3)
  expect(scale.offset).toBeCloseTo(487.12, 2)
  expect(Math.round(pointsOf(scale, Math.log(0.084 / 0.916)))).toBe(556)
  expect(bandOf(defaultContent.bands, 556)).toBe('B')
  expect(bandOf(defaultContent.bands, -1e9)).toBe('E')
})

test('the largest amount within the limit brings debt service exactly to it', () => {
  const input = riskNoteInput.parse(samples[0]?.input)
  const figures = figuresOf(input, { affordability: affordabilityOf(input, []), features: riskFeatures(input) })
  const rules = defaultContent.rules.filter((rule) => rule.id === 'max_dti_after')
  const amount = largestAmount(input, rules, figures) ?? ''
  const payment = paymentOf({ amount, currency: 'USD', apr: 0.139, termMonths: 60 }).toNumber()
  expect((2480 + payment) / 8000).toBeCloseTo(0.43, 4)
})

test('an unknown metric is referred, never declined', () => {
  const results = applyRules(defaultContent.rules, { pd: null, dti_after: null, prior_derogatory: null })
  expect(results.map((result) => result.outcome)).toEqual(['refer', 'refer', 'refer', 'refer', 'refer'])
})

test('protected attributes change no feature', () => {
  const sample = samples[0]?.input
  const plain = riskNoteInput.parse(sample)
  const household = { ...plain.household, age: 71, marital: 'widowed' }
  const same = riskNoteInput.parse({ ...sample, household, protected: { sex: 'female', nationality: 'XX' } })
  expect(riskFeatures(same)).toEqual(riskFeatures(plain))
})

test('13.9 sent for a fraction is told to be 0.139', () => {
  const parsed = riskNoteInput.safeParse({
    ...samples[0]?.input,
    product: { ...Object(samples[0]?.input.product), apr: 13.9 },
  })
  expect(parsed.error?.issues[0]).toMatchObject({
    path: ['product', 'apr'],
    message: '13.9 is above 1',
    params: { fix: 'Send 0.139' },
  })
})
