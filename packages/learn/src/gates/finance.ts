// The gates of a probability model, all on the same held-out rows: quality against the champion, calibration, stability, fairness, parity.
import type { Gate } from '@guildhall/contracts/gate'
import { auc, calibrationSlope, sigmoid } from '../metrics.ts'
import { fairnessGates } from './fairness.ts'
import { judged, notRun } from './gate.ts'
import { bootstrap, populationStability, rankCorrelation } from './measures.ts'

const leastAuc = 0.55
const worstLoss = -0.01
const slopes: [number, number] = [0.8, 1.25]
const maxShift = 0.25
const maxGraphGap = 1e-5
const maxVariantShift = 0.01
const maxFlips = 0.001
const leastCorrelation = 0.999
const leastAgreement = 0.95

/** Logits of the same held-out rows; contributions are [rows, features]. */
export type HeldOut = {
  labels: Uint8Array
  /** Of the graph that would serve, and of the trainer's own arithmetic. */
  served: Float64Array
  trained: Float64Array
  champion: Float64Array | null
  /** Set for a smaller variant: what the fp32 model says, and the first reason of every row by both. */
  full: { logits: Float64Array; firstReason: Int32Array } | null
  firstReason: Int32Array
}

/** Quality, calibration, stability and parity of any model of a probability. */
export function probabilityGates(held: Omit<HeldOut, 'full' | 'firstReason'>, seed: number): Gate[] {
  const plain = { ...held, full: null, firstReason: new Int32Array() }
  return [
    qualityGate(plain, seed),
    calibrationGate(plain, seed),
    stabilityGate(plain),
    graphGate(largestGap(held.served.map(sigmoid), held.trained.map(sigmoid)), 'in probability'),
  ]
}

export type FinanceGateOptions = {
  operatingPd: number
  attributes: ReadonlyMap<string, readonly string[]>
  jurisdiction: string
  seed: number
}

export function financeGates(held: HeldOut, options: FinanceGateOptions): Gate[] {
  const { labels, served } = held
  const isSelected = Uint8Array.from(served, (logit) => (sigmoid(logit) < options.operatingPd ? 1 : 0))
  return [
    qualityGate(held, options.seed),
    calibrationGate(held, options.seed),
    stabilityGate(held),
    ...fairnessGates({ ...options, isSelected, isGood: labels.map((label) => 1 - label) }),
    ...parityGates(held, options.operatingPd),
  ]
}

function qualityGate({ labels, served, champion }: HeldOut, seed: number): Gate {
  const draws = labels.length > 20_000 ? 100 : 300
  const pick = (values: Float64Array, drawn: Int32Array) => Float64Array.from(drawn, (row) => values[row] ?? 0)
  const outcomes = (drawn: Int32Array) => Uint8Array.from(drawn, (row) => labels[row] ?? 0)
  const ownAuc = (drawn: Int32Array) => auc(outcomes(drawn), pick(served, drawn))
  if (!champion) {
    return judged({
      name: 'quality',
      measure: 'auc',
      passes: 'at_least',
      figure: bootstrap(labels.length, ownAuc, { seed, draws }),
      threshold: leastAuc,
      detail: 'There is no champion to compare with; the ranking must at least be better than chance.',
    })
  }
  const difference = (drawn: Int32Array) => ownAuc(drawn) - auc(outcomes(drawn), pick(champion, drawn))
  const figure = bootstrap(labels.length, difference, { seed, draws })
  const own = auc(labels, served)
  return judged({
    name: 'quality',
    measure: 'auc_difference',
    passes: 'at_least',
    figure,
    threshold: worstLoss,
    // Not worse than a hundredth with 95 % confidence; and a champion no better than chance is no excuse.
    decides: own >= leastAuc ? figure.interval[0] : Number.NEGATIVE_INFINITY,
    detail: `AUC ${own.toFixed(4)} against ${auc(labels, champion).toFixed(4)} of the champion on the same ${labels.length} held-out rows; the lower end of the interval decides.`,
  })
}

function calibrationGate({ labels, served }: HeldOut, seed: number): Gate {
  const slopeOf = (drawn: Int32Array) =>
    calibrationSlope(
      Uint8Array.from(drawn, (row) => labels[row] ?? 0),
      Float64Array.from(drawn, (row) => served[row] ?? 0),
    )
  const { figure, interval } = bootstrap(labels.length, slopeOf, { seed: seed + 7, draws: 100 })
  // A small sample may miss the band by chance: it fails when the whole interval does.
  const isInside = interval[1] >= slopes[0] && interval[0] <= slopes[1]
  return {
    name: 'calibration',
    measure: 'calibration_slope',
    passes: 'between',
    figure,
    interval,
    threshold: slopes[0],
    verdict: isInside ? 'pass' : 'fail',
    detail: `A slope of 1 is calibrated; the interval must touch ${slopes[0]} to ${slopes[1]}.`,
  }
}

function stabilityGate({ served, champion }: HeldOut): Gate {
  const head = { name: 'stability', measure: 'psi', passes: 'at_most', threshold: maxShift } as const
  if (!champion) return notRun({ ...head, detail: 'Could not run: there is no champion.' })
  const { index } = populationStability(champion.map(sigmoid), served.map(sigmoid))
  const detail =
    'Population stability index of the scores against the champion’s on the same rows; above .25 your cut-offs mean something else.'
  return judged({ ...head, figure: index, detail })
}

function parityGates(held: HeldOut, operatingPd: number): Gate[] {
  const graph = graphGate(largestGap(held.served, held.trained), 'in logits')
  return held.full ? [graph, ...variantGates(held, held.full, operatingPd)] : [graph]
}

function graphGate(gap: number, unit: string): Gate {
  const detail = `Largest distance, ${unit}, of the ONNX graph’s output to the trainer’s own arithmetic.`
  const head = { name: 'parity', measure: 'graph_difference', passes: 'at_most' } as const
  return judged({ ...head, figure: gap, threshold: maxGraphGap, detail })
}

function variantGates(held: HeldOut, full: NonNullable<HeldOut['full']>, operatingPd: number): Gate[] {
  const rows = held.served.length
  const declines = (logits: Float64Array) => logits.map((logit) => (sigmoid(logit) >= operatingPd ? 1 : 0))
  const [before, after] = [declines(full.logits), declines(held.served)]
  const flips = after.reduce((sum, one, row) => sum + (one === before[row] ? 0 : 1), 0) / rows
  const agreed = held.firstReason.reduce((sum, one, row) => sum + (one === full.firstReason[row] ? 1 : 0), 0)
  const parity = (
    measure: string,
    figure: number,
    [passes, threshold]: ['at_least' | 'at_most', number],
    detail: string,
  ) => judged({ name: 'parity', measure, passes, figure, threshold, detail })
  return [
    parity(
      'decision_flips',
      flips,
      ['at_most', maxFlips],
      `${Math.round(flips * rows)} of ${rows} held-out decisions change at a probability of ${operatingPd}.`,
    ),
    parity(
      'probability_shift',
      largestGap(held.served.map(sigmoid), full.logits.map(sigmoid)),
      ['at_most', maxVariantShift],
      'Largest change of a probability against the fp32 model.',
    ),
    parity(
      'rank_correlation',
      rankCorrelation(held.served, full.logits),
      ['at_least', leastCorrelation],
      'Spearman correlation of the scores with the fp32 model’s.',
    ),
    parity(
      'reason_agreement',
      agreed / rows,
      ['at_least', leastAgreement],
      'Share of rows whose first reason is the same.',
    ),
  ]
}

function largestGap(a: Float64Array, b: Float64Array): number {
  let largest = 0
  for (const [at, value] of a.entries()) largest = Math.max(largest, Math.abs(value - (b[at] ?? Number.NaN)))
  return largest
}
