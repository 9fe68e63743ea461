// Ways to record the facts of a note, each with its unit, and what the facts are taken from.
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import { type Fact, type FactRef, openFactBook } from '../../kit/facts.ts'
import type { Localized } from '../../kit/localized.ts'
import type { FeatureValue } from '../../kit/vertical.ts'
import type { Assessment } from './assess.ts'
import type { RiskNoteContent } from './content.ts'
import { type FeatureName, featureUnits } from './features.ts'
import type { RiskNoteInput } from './input.ts'
import { levelLabels } from './labels.ts'

export type NoteSource = { input: RiskNoteInput; found: Assessment; card: AdditiveCard; content: RiskNoteContent }
export type Recorder = ReturnType<typeof openRecorder>

/** Ways to record a fact, each with its unit. */
export function openRecorder(currency: string) {
  const book = openFactBook()
  const number =
    (unit: NonNullable<Fact['unit']>) =>
    (path: string, value: number | null): FactRef =>
      book.record({ path, value, unit })
  return {
    book,
    money: (path: string, value: string | null, per?: 'month' | 'year') =>
      book.record({ path, value, unit: 'currency', currency, ...(per ? { per } : {}) }),
    share: number('fraction'),
    points: number('points'),
    months: number('months'),
    ratio: number('ratio'),
    count: number('count'),
    text: (path: string, value: string, label?: Localized) =>
      book.record({ path, value, unit: 'text', ...(label ? { label } : {}) }),
    /** A sentence, or part of one, that holds as a whole: what it denies or compares is not put together from words. */
    state: (path: string, label: Localized) => book.record({ path, value: true, label }),
    feature: (name: string, value: FeatureValue) => book.record(featureFact(name, value)),
    of: (unit: NonNullable<Fact['unit']>, path: string, value: number | null) =>
      unit === 'currency'
        ? book.record({ path, value: value === null ? null : String(value), unit, currency })
        : book.record({ path, value, unit }),
  }
}

function featureFact(name: string, value: FeatureValue): Fact {
  const unit = isFeature(name) ? featureUnits[name] : typeof value === 'number' ? 'ratio' : 'text'
  const label = typeof value === 'string' ? levelLabels[value] : undefined
  return { path: `features.${name}`, value, unit, ...(label ? { label } : {}) }
}

function isFeature(name: string): name is FeatureName {
  return name in featureUnits
}
