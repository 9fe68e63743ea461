// The model card of an additive model: the figures a reader needs to trust it and a worker to feed it.
import type { AdditiveCard, CardMetrics } from '@guildhall/contracts/model-card'
import { type AdditiveModel, bestContribution, meanContributions } from './additive.ts'
import { encodeRows, type Table } from './table.ts'

type CardSource = Pick<AdditiveCard, 'name' | 'vertical' | 'task' | 'excluded' | 'seed' | 'onnx_sha256'> & {
  family?: AdditiveCard['family']
  precision?: AdditiveCard['precision']
  model: AdditiveModel
  table: Table
  labels: Uint8Array
  metrics: CardMetrics
  interval?: AdditiveCard['interval'] | undefined
  data: { source: string; licence: string; sha256: string; window?: { from: string; to: string } | null }
}

export function cardOf(from: CardSource): AdditiveCard {
  const encoded = encodeRows(from.table)
  const means = meanContributions(from.model, encoded)
  const width = from.model.terms.length
  return {
    name: from.name,
    vertical: from.vertical,
    task: from.task,
    family: from.family ?? 'additive-logit',
    precision: from.precision ?? 'fp32',
    data: {
      window: null,
      ...from.data,
      rows: from.table.rows,
      positives: from.labels.reduce((sum, label) => sum + label, 0),
    },
    features: from.model.terms.map((term, at) => ({
      name: term.name,
      kind: term.kind,
      levels: term.kind === 'category' ? term.levels : [],
      mean_contribution: means[at] ?? 0,
      best_contribution: bestContribution(term),
      missing_share: missingShare(encoded, { at, width }),
    })),
    bias: from.model.bias,
    excluded: from.excluded,
    metrics: from.metrics,
    ...(from.interval ? { interval: from.interval } : {}),
    seed: from.seed,
    onnx_sha256: from.onnx_sha256,
  }
}

function missingShare(encoded: Float32Array, { at, width }: { at: number; width: number }): number {
  let missing = 0
  for (let cell = at; cell < encoded.length; cell += width) if (Number.isNaN(encoded[cell])) missing++
  return (missing * width) / encoded.length
}
