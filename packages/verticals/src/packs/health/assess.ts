// Every figure of a triage note, worked out once; the note only words them. Also what a simulation asks again under another content.
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import { intervalOf } from '../../kit/additive.ts'
import type { Prediction } from '../../kit/vertical.ts'
import type { Level, TriageNoteContent } from './content.ts'
import { missingOf, type Outside, outsideOf, type TriageFeatures } from './features.ts'
import { type MeasurementName, measurementNames } from './measurements.ts'

/** `logOdds` above 0 raises the estimate. All factors and the card's bias sum to the logit, exactly. */
export type Factor = { measurement: MeasurementName; value: number | null; logOdds: number }
export type Assessment = {
  /** Null where no level may be given: then nothing the model said is passed on. */
  estimate: Estimate | null
  missing: MeasurementName[]
  outside: Outside[]
  triage: Triage
}
export type Estimate = {
  probability: number
  /** Whether the model said more than its data can show. */
  isBounded: boolean
  /** Null where the model has no bags. */
  interval: [low: number, high: number] | null
  logit: number
  factors: Factor[]
  reasons: Factor[]
}
export type Triage = {
  level: Level
  /** The figure the thresholds were held against. */
  decidedOn: 'upper' | 'probability'
  decided: number
  /** Why no level was given; null where one was. */
  because: 'missing' | 'outside' | null
}

type Source = { card: AdditiveCard; features: TriageFeatures; prediction: Prediction; content: TriageNoteContent }

// Less than this is noise of the model, not a reason.
const leastLogOdds = 0.05

export function assess(source: Source): Assessment {
  const { features, content } = source
  const estimate = estimateOf(source)
  const [missing, outside] = [missingOf(features), outsideOf(features)]
  const { probability, interval } = estimate
  const triage = triageOf(
    { probability, upper: interval?.[1] ?? null, missing: missing.length, outside: outside.length },
    content,
  )
  return { estimate: triage.because ? null : estimate, missing, outside, triage }
}

function estimateOf({ card, features, prediction, content }: Source): Estimate {
  const bounded = boundTo(card.data.rows)
  const raw = intervalOf(prediction, card)
  const probability = bounded(prediction.probability)
  const factors = measurementNames.map((measurement) => ({
    measurement,
    value: features[measurement],
    logOdds: prediction.contributions[measurement] ?? 0,
  }))
  return {
    probability,
    isBounded: probability !== prediction.probability,
    interval: raw && [bounded(raw[0]), bounded(raw[1])],
    logit: prediction.logit,
    factors,
    reasons: factors
      .filter((factor) => factor.value !== null && Math.abs(factor.logOdds) >= leastLogOdds)
      .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
      .slice(0, content.max_reasons),
  }
}

/** So many cases cannot show a probability nearer to 0 or 1 than one case among two more (Laplace's rule of succession). */
function boundTo(rows: number): (probability: number) => number {
  const least = 1 / (rows + 2)
  return (probability) => Math.min(Math.max(probability, least), 1 - least)
}

type Judged = { probability: number; upper: number | null; missing: number; outside: number }

/** Without an interval the probability itself decides. */
export function triageOf({ probability, upper, missing, outside }: Judged, content: TriageNoteContent): Triage {
  const isUpper = content.decided_on === 'upper' && upper !== null
  const decided = isUpper ? upper : probability
  const because =
    missing > content.most_missing ? 'missing' : outside > 0 && content.on_outside === 'undetermined' ? 'outside' : null
  const reached = decided >= content.high_from ? 'high' : decided >= content.moderate_from ? 'moderate' : 'low'
  return { level: because ? 'undetermined' : reached, decidedOn: isUpper ? 'upper' : 'probability', decided, because }
}
