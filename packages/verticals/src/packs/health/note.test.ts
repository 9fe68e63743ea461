// Whatever is measured, the note is true: it verifies, its reasons sum to the estimate, it always disclaims, and it is silent where it must be.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '../../kit/localized.ts'
import { verifyNote } from '../../kit/verify.ts'
import type { Prediction } from '../../kit/vertical.ts'
import { composeTriageNote } from './compose.ts'
import { levels, triageNoteContent } from './content.ts'
import { examples } from './example.ts'
import { triageFeatures } from './features.ts'
import { triageNoteInput } from './input.ts'
import { disclaimers } from './labels.ts'
import { measurementNames, measurements } from './measurements.ts'
import { malignancyModel } from './model.ts'
import { redecide } from './redecide.ts'
import { starters } from './starters.ts'

const card = examples.triage_note?.card
if (!card) throw new Error('the example has lost its card')
const additive = malignancyModel.card(card)
const run = { id: 'run_test', seed: 1, asOf: '2026-11-02T00:00:00.000Z' }
const starter = triageNoteContent.parse(starters[0].content)

const anyInput = fc
  .record({
    case_ref: fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ''),
    values: fc.tuple(
      ...measurementNames.map((name) =>
        fc.option(fc.double({ min: 0, max: measurements[name].high * 1.1, noNaN: true }), { freq: 12 }),
      ),
    ),
  })
  .map(({ case_ref, values }) =>
    triageNoteInput.parse({
      case_ref,
      as_of: '2026-11-02',
      measurements: Object.fromEntries(measurementNames.map((name, at) => [name, values[at] ?? null])),
    }),
  )
const anyPrediction = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 10, maxLength: 10 })
  .map((terms): Prediction => {
    const contributions = Object.fromEntries(measurementNames.map((name, at) => [name, terms[at] ?? 0]))
    const logit = Object.values(contributions).reduce((sum, one) => sum + one, additive.bias)
    return { contributions, logit, probability: 1 / (1 + Math.exp(-logit)), spread: 0.5 }
  })
const anyContent = fc
  .record({
    moderate_from: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
    high_from: fc.double({ min: 0.41, max: 0.99, noNaN: true }),
    decided_on: fc.constantFrom('upper' as const, 'probability' as const),
    most_missing: fc.integer({ min: 0, max: 10 }),
    on_outside: fc.constantFrom('undetermined' as const, 'note' as const),
    max_reasons: fc.integer({ min: 1, max: 10 }),
  })
  .map((content) => ({ ...starter, ...content }))

test('every note verifies in both languages, disclaims, and is silent where no level may be given', () => {
  fc.assert(
    fc.property(anyInput, anyPrediction, anyContent, (input, prediction, content) => {
      const features = triageFeatures(input)
      const given = { input, content, card: additive, features, prediction, records: {}, probed: [], run, languages }
      const note = composeTriageNote(given)
      expect(verifyNote(note, languages).problems).toEqual([])
      const { score, triage, factors } = note.output as Output
      for (const language of languages) {
        const [first] = note.text[language]?.sections ?? []
        const said = first?.sentences.map((sentence) => sentence.text)
        expect(said?.slice(0, disclaimers.length)).toEqual(disclaimers.map((one) => one[language]))
      }
      expect(levels).toContain(triage.level)
      if (triage.level === 'undetermined') {
        expect([score.probability, score.logit, factors]).toEqual([null, null, []])
        return
      }
      const sum = factors.reduce((total, one) => total + one.log_odds, score.starts_at ?? Number.NaN)
      expect(Math.abs(sum - (score.logit ?? Number.NaN))).toBeLessThan(1e-9)
      expect(redecide({ output: note.output }, content)?.decision).toBe(triage.level)
    }),
    { numRuns: 150 },
  )
}, 60_000)

type Output = {
  score: { probability: number | null; logit: number | null; starts_at: number | null }
  triage: { level: string }
  factors: { log_odds: number }[]
}

test('no probability is stated that so few cases cannot show', () => {
  const sure: Prediction = { contributions: {}, logit: 20, probability: 1 / (1 + Math.exp(-20)), spread: 0 }
  const input = triageNoteInput.parse({
    case_ref: 'C',
    as_of: '2026-11-02',
    measurements: Object.fromEntries(measurementNames.map((name) => [name, measurements[name].low])),
  })
  const features = triageFeatures(input)
  const given = {
    input,
    content: starter,
    card: additive,
    features,
    prediction: sure,
    records: {},
    probed: [],
    run,
    languages,
  }
  const { output } = composeTriageNote(given)
  expect(output).toMatchObject({ score: { probability: 570 / 571, is_bounded: true } })
})

test('thresholds that do not rise are refused', () => {
  expect(triageNoteContent.safeParse({ ...starter, high_from: starter.moderate_from }).success).toBe(false)
})
