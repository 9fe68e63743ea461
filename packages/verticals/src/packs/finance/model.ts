// The champion's tensors: `features` [batch, F] in, `contributions` [batch, F] and `logit` [batch, 1] out.
import type { ModelCard } from '@guildhall/contracts/model-card'
import type { Features, FeatureValue, ModelSpec, Prediction, Tensor } from '../../kit/vertical.ts'

// The graph sums in float32, we sum its contributions in double; further apart than this, the graph is not the card's.
const maxLogitGap = 1e-3

export const creditModel: ModelSpec = { name: 'consumer-pd', builtin: './builtin', encode, decode }

function encode(rows: readonly Features[], card: ModelCard): Record<string, Tensor> {
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
function decode(outputs: Record<string, Tensor>, rows: number, card: ModelCard): Prediction[] {
  const { contributions, logit } = outputs
  const width = card.features.length
  if (contributions?.data.length !== rows * width || logit?.data.length !== rows)
    throw new Error(`the graph of ${card.name} does not have the shape of its card`)
  return Array.from({ length: rows }, (_, row) => {
    const own = card.features.map(
      (feature, at) => [feature.name, contributions.data[row * width + at] ?? Number.NaN] as const,
    )
    const sum = own.reduce((total, [, contribution]) => total + contribution, card.bias)
    if (!(Math.abs(sum - (logit.data[row] ?? Number.NaN)) < maxLogitGap))
      throw new Error(`the contributions of ${card.name} do not sum to its logit`)
    return { contributions: Object.fromEntries(own), logit: sum, probability: 1 / (1 + Math.exp(-sum)) }
  })
}
