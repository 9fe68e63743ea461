// Inputs at the edges of a note: figures that read alike, ratios far above one, refs that coincide. A true note must never be refused.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { additiveCard, modelCardSchema } from '@guildhall/contracts/model-card'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '../../kit/localized.ts'
import { verifyNote } from '../../kit/verify.ts'
import { composeRiskNote } from './compose.ts'
import { riskNoteContent } from './content.ts'
import { riskFeatures } from './features.ts'
import { employmentTypes, housingTypes, productTypes, refText, riskNoteInput } from './input.ts'
import { sealInput } from './seal.ts'
import { defaultContent } from './starters.ts'

const card = additiveCard(
  modelCardSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'builtin/card.json'), 'utf8'))),
)

const plain = {
  application_id: 'APP-1',
  applicant_ref: 'cust-1',
  as_of: '2026-11-02',
  jurisdiction: 'US',
  product: { type: 'personal', amount: '25000.00', currency: 'USD', term_months: 60, apr: 0.139 },
  income: { gross_monthly: '8000.00', verified: true },
  debts: { monthly_service: '2480.00' },
}

function noteOf(change: Record<string, unknown>, content: Record<string, unknown> = {}) {
  const input = riskNoteInput.parse({ ...plain, ...change })
  const contributions = Object.fromEntries(card.features.map((one, at) => [one.name, (at - 4) * 0.1]))
  const logit = Object.values(contributions).reduce((sum, one) => sum + one, card.bias)
  return composeRiskNote({
    input,
    content: riskNoteContent.parse({ ...defaultContent, ...content }),
    card,
    features: riskFeatures(input),
    prediction: { contributions, logit, probability: 1 / (1 + Math.exp(-logit)) },
    records: {},
    probed: [],
    run: { id: 'run_test', seed: 42, asOf: '2026-11-02T00:00:00Z' },
    languages,
  })
}

const problemsOf = (change: Record<string, unknown>) => verifyNote(noteOf(change), languages).problems

test('a small loan, whose debt service reads alike before and after, still passes', () => {
  const product = { ...plain.product, amount: '50.00' }
  expect(problemsOf({ product })).toEqual([])
})

test('the same reference for application and applicant still passes', () => {
  expect(problemsOf({ applicant_ref: 'APP-1' })).toEqual([])
})

test('an income equal to the debts still passes', () => {
  expect(problemsOf({ income: { gross_monthly: '2480.00' } })).toEqual([])
})

test('debt service of many times the income is stated in percent, like its limit', () => {
  const note = noteOf({ income: { gross_monthly: '100.00' } })
  const policy = note.text.en?.sections.find((section) => section.id === 'policy')
  expect(policy?.sentences.map((sentence) => sentence.text)).toContain(
    'Debt service to income after the loan: refer; 3,060.4% is in breach of the limit of 43.0%.',
  )
  expect(verifyNote(note, languages).problems).toEqual([])
})

// Texts a caller may send, chosen to look like what the note says itself.
const anyText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }).filter((text) => refText.safeParse(text).success),
  fc.constantFrom(
    'of',
    'a',
    '5',
    '60 months',
    '-5%',
    'USD',
    'USD 25,000.00',
    '{value}',
    '$&',
    '一',
    'f1',
    '.5',
    '%',
    '３',
  ),
)
const anyMoney = fc
  .tuple(fc.integer({ min: 1, max: 2_000_000 }), fc.constantFrom('', '.5', '.05', '.99'))
  .map(([whole, rest]) => `${whole}${rest}`)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const anyApplication = fc.record({
  application_id: anyText,
  applicant_ref: anyText,
  product: fc.record({
    type: fc.constantFrom(...productTypes),
    amount: anyMoney,
    currency: fc.constantFrom('USD', 'EUR', 'CNY', 'JPY', 'KWD'),
    term_months: fc.integer({ min: 1, max: 480 }),
    apr: fc.constantFrom(0, 0.001, 0.05, 0.139, 1),
    purpose: maybe(anyText),
  }),
  income: fc.record({
    gross_monthly: maybe(anyMoney),
    employment_type: maybe(fc.constantFrom(...employmentTypes)),
    tenure_months: maybe(fc.integer({ min: 0, max: 900 })),
  }),
  debts: fc.record({ monthly_service: maybe(anyMoney) }),
  bureau: fc.record({
    score: maybe(fc.integer({ min: 0, max: 1000 })),
    utilization: maybe(fc.double({ min: 0, max: 10, noNaN: true })),
    inquiries_12m: maybe(fc.integer({ min: 0, max: 20 })),
    oldest_trade_months: maybe(fc.integer({ min: 0, max: 400 })),
    open_trades: maybe(fc.integer({ min: 0, max: 20 })),
    delinq_30p_24m: maybe(fc.integer({ min: 0, max: 20 })),
  }),
  collateral: maybe(fc.record({ type: anyText, value: anyMoney })),
  household: fc.record({
    housing: maybe(fc.constantFrom(...housingTypes)),
    assets: maybe(anyMoney),
    expenses_monthly: maybe(anyMoney),
  }),
})

test('whatever an application holds, its note passes verification: a true note is never refused', () => {
  fc.assert(
    fc.property(anyApplication, (application) => {
      expect(problemsOf(application)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('protected attributes leave no trace: not in the output, the facts or the text', () => {
  const household = { age: 67, marital: 'widowed', dependants: 3 }
  const plainHousehold = { dependants: 3 }
  const { open, sealed } = sealInput({ ...plain, household, protected: { sex: 'female', nationality: 'XX' } })
  expect(sealed).toEqual({ sex: 'female', nationality: 'XX', age: 67, marital: 'widowed' })
  expect(open).toEqual({ ...plain, household: plainHousehold })
  expect(noteOf({ household, protected: { sex: 'female', nationality: 'XX' } })).toEqual(noteOf({}))
})

test('control and invisible characters are refused where a text reaches the note', () => {
  for (const hidden of ['line\nbreak', 'right\u202eleft', 'zero\u200bwidth'])
    expect(riskNoteInput.safeParse({ ...plain, applicant_ref: hidden }).success).toBe(false)
})

test('money is paid in the smallest unit its currency has', () => {
  const yen = { ...plain.product, currency: 'JPY', amount: '3000000' }
  const sentences = noteOf({ product: yen }).text.en?.sections.flatMap((section) => section.sentences) ?? []
  expect(sentences.map((sentence) => sentence.text)).toContain('The payment is JPY 69,649 a month.')
})
