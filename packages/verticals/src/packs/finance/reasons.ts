// Reasons from the model's own additive terms, in points. All terms together sum exactly to the distance from the stated reference.
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import type { Features, FeatureValue, Prediction } from '../../kit/vertical.ts'
import type { ReasonRow, RiskNoteContent } from './content.ts'
import { pointsOf, type Scale } from './score.ts'

const maxReasons = 4

/** `points` below 0 lowered the score against the reference. */
export type Factor = { factor: string; value: FeatureValue; contribution: number; points: number }
export type Reason = {
  rank: number
  code: string
  factor: string
  value: FeatureValue
  direction: 'lowers' | 'raises'
  points: number
}
export type ReasonMethod = {
  reference: 'population' | 'best'
  reference_points: number
  score_points: number
  /** score_points - reference_points = the sum of all factors' points. */
  difference_points: number
}

type Source = {
  card: AdditiveCard
  features: Features
  prediction: Prediction
  scale: Scale
  reference: RiskNoteContent['reference']
}

export function factorsOf(from: Source): { factors: Factor[]; method: ReasonMethod } {
  const { card, scale, prediction } = from
  const referenceOf = (feature: AdditiveCard['features'][number]) =>
    from.reference === 'population' ? feature.mean_contribution : feature.best_contribution
  const factors = card.features.map((feature) => {
    const contribution = prediction.contributions[feature.name] ?? 0
    return {
      factor: feature.name,
      value: from.features[feature.name] ?? null,
      contribution,
      // A contribution is in logits of default: more of it costs points.
      points: -scale.factor * (contribution - referenceOf(feature)),
    }
  })
  const referenceLogit = card.features.reduce((sum, feature) => sum + referenceOf(feature), card.bias)
  const referencePoints = pointsOf(scale, referenceLogit)
  const scorePoints = pointsOf(scale, prediction.logit)
  const method = {
    reference: from.reference,
    reference_points: referencePoints,
    score_points: scorePoints,
    difference_points: scorePoints - referencePoints,
  }
  return { factors, method }
}

// Less than this is noise of the model, not a reason anybody could act on.
const leastPoints = 0.5

/** At most four, the costliest first; factors of one code are summed. Only what lowered (or raised) the score is listed. */
export function rankReasons(
  factors: readonly Factor[],
  table: readonly ReasonRow[],
  direction: Reason['direction'],
): (Reason & { row: ReasonRow })[] {
  const sign = direction === 'lowers' ? -1 : 1
  return table
    .flatMap((row) => {
      const own = factors.filter((factor) => row.factors.includes(factor.factor))
      const points = own.reduce((sum, factor) => sum + factor.points, 0)
      const first = own.toSorted((a, b) => (a.points - b.points) * -sign)[0]
      return first && points * sign >= leastPoints ? [{ row, points, first }] : []
    })
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, maxReasons)
    .map(({ row, points, first }, at) => ({
      rank: at + 1,
      code: row.code,
      factor: first.factor,
      value: first.value,
      direction,
      points,
      row,
    }))
}
