// The model of a task whose champion is additive: `features` [batch, F] in, `contributions` [batch, F], `logit` [batch, 1] and, where it was
// bagged, `bag_logits` [batch, B] out. Any pack can use it; packages/learn writes such graphs.
import { type AdditiveCard, additiveCard } from '@guildhall/contracts/model-card'
import { realsOf } from './tensors.ts'
import type { Features, FeatureValue, Prediction, Tensor, Tensors } from './vertical.ts'

// The graph sums in float32, we sum its contributions in double; further apart than this, the graph is not the card's.
const maxLogitGap = 1e-3

/** `turnsAt` is the probability at which a shadow's answer counts as another decision; thresholds proper are the template's. */
export function additiveModel({ name, turnsAt }: { name: string; turnsAt: number }) {
  const compare = (champion: Prediction, candidate: Prediction) => ({
    isFlipped: champion.probability >= turnsAt !== candidate.probability >= turnsAt,
    overlap: 1,
  })
  return { name, builtin: './builtin', card: additiveCard, encode, decode, compare }
}

function encode(rows: readonly Features[], card: AdditiveCard): Record<string, Tensor> {
  const width = card.features.length
  const data = new Float32Array(rows.length * width)
  for (const [row, features] of rows.entries()) {
    for (const [at, feature] of card.features.entries())
      data[row * width + at] = codeOf(features[feature.name] ?? null, feature.levels)
  }
  return { features: { data, dims: [rows.length, width] } }
}

function codeOf(value: FeatureValue, levels: readonly string[]): number {
  if (value === null) return Number.NaN
  if (typeof value === 'number') return value
  const code = levels.indexOf(value)
  return code < 0 ? Number.NaN : code
}

/** The logit is summed again in double from the contributions, so that reasons sum to the score exactly. */
function decode(outputs: Tensors, rows: number, card: AdditiveCard): Prediction[] {
  const contributions = realsOf(outputs, 'contributions')
  const logit = realsOf(outputs, 'logit')
  const bags = card.interval ? realsOf(outputs, 'bag_logits') : null
  const width = card.features.length
  if (contributions.length !== rows * width || logit.length !== rows)
    throw new Error(`the graph of ${card.name} does not have the shape of its card`)
  return Array.from({ length: rows }, (_, row) => {
    const own = card.features.map(
      (feature, at) => [feature.name, contributions[row * width + at] ?? Number.NaN] as const,
    )
    const sum = own.reduce((total, [, contribution]) => total + contribution, card.bias)
    if (!(Math.abs(sum - (logit[row] ?? Number.NaN)) < maxLogitGap))
      throw new Error(`the contributions of ${card.name} do not sum to its logit`)
    const prediction = { contributions: Object.fromEntries(own), logit: sum, probability: 1 / (1 + Math.exp(-sum)) }
    if (!bags) return prediction
    const each = bags.length / rows
    return { ...prediction, spread: spreadOf(bags.subarray(row * each, (row + 1) * each)) }
  })
}

/** Standard deviation of the bags' logits. */
function spreadOf(logits: Float32Array): number {
  const mean = logits.reduce((sum, one) => sum + one, 0) / logits.length
  return Math.sqrt(logits.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, logits.length - 1))
}

// Of the normal distribution, for nine in ten.
const z90 = 1.6449

/** Low and high of the probability: logit ± z · scale · spread, the scale being what held-out coverage asked for; null without bags. */
export function intervalOf(prediction: Prediction, card: AdditiveCard): [low: number, high: number] | null {
  if (!card.interval || prediction.spread === undefined) return null
  const half = z90 * card.interval.scale * prediction.spread
  const at = (logit: number) => 1 / (1 + Math.exp(-logit))
  return [at(prediction.logit - half), at(prediction.logit + half)]
}
