// The gates of a probability model, all on the same held-out rows: quality against the champion, calibration, stability, fairness, parity.
import type { Gate } from '@guildhall/contracts/gate'
import { auc, calibrationSlope, sigmoid } from '../metrics.ts'
import { fairnessGates } from './fairness.ts'
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
    const { figure, interval } = bootstrap(labels.length, ownAuc, { seed, draws })
    return {
      ...gate('quality', 'auc', 'at_least'),
      figure,
      interval,
      threshold: leastAuc,
      verdict: figure >= leastAuc ? 'pass' : 'fail',
      detail: 'There is no champion to compare with; the ranking must at least be better than chance.',
    }
  }
  const { figure, interval } = bootstrap(
    labels.length,
    (drawn) => ownAuc(drawn) - auc(outcomes(drawn), pick(champion, drawn)),
    { seed, draws },
  )
  // Not worse than a hundredth with 95 % confidence, and better than chance by itself.
  const isGood = interval[0] >= worstLoss && auc(labels, served) >= leastAuc
  return {
    ...gate('quality', 'auc_difference', 'at_least'),
    figure,
    interval,
    threshold: worstLoss,
    verdict: isGood ? 'pass' : 'fail',
    detail: `AUC ${auc(labels, served).toFixed(4)} against ${auc(labels, champion).toFixed(4)} of the champion on the same ${labels.length} held-out rows; the lower end of the interval decides.`,
  }
}

function calibrationGate({ labels, served }: HeldOut, seed: number): Gate {
  const { figure, interval } = bootstrap(
    labels.length,
    (drawn) =>
      calibrationSlope(
        Uint8Array.from(drawn, (row) => labels[row] ?? 0),
        Float64Array.from(drawn, (row) => served[row] ?? 0),
      ),
    { seed: seed + 7, draws: 100 },
  )
  // A small sample may miss the band by chance: it fails when the whole interval does.
  const isInside = interval[1] >= slopes[0] && interval[0] <= slopes[1]
  return {
    ...gate('calibration', 'calibration_slope', 'between'),
    figure,
    interval,
    threshold: slopes[0],
    verdict: isInside ? 'pass' : 'fail',
    detail: `A slope of 1 is calibrated; the interval must touch ${slopes[0]} to ${slopes[1]}.`,
  }
}

function stabilityGate({ served, champion }: HeldOut): Gate {
  if (!champion)
    return {
      ...gate('stability', 'psi', 'at_most'),
      threshold: maxShift,
      detail: 'Could not run: there is no champion.',
    }
  const { index } = populationStability(champion.map(sigmoid), served.map(sigmoid))
  return {
    ...gate('stability', 'psi', 'at_most'),
    figure: index,
    threshold: maxShift,
    verdict: index <= maxShift ? 'pass' : 'fail',
    detail:
      'Population stability index of the scores against the champion’s on the same rows; above .25 your cut-offs mean something else.',
  }
}

function parityGates(held: HeldOut, operatingPd: number): Gate[] {
  const graph = graphGate(largestGap(held.served, held.trained), 'in logits')
  return held.full ? [graph, ...variantGates(held, held.full, operatingPd)] : [graph]
}

function graphGate(gap: number, unit: string): Gate {
  return {
    ...gate('parity', 'graph_difference', 'at_most'),
    figure: gap,
    threshold: maxGraphGap,
    verdict: gap <= maxGraphGap ? 'pass' : 'fail',
    detail: `Largest distance, ${unit}, of the ONNX graph’s output to the trainer’s own arithmetic.`,
  }
}

function variantGates(held: HeldOut, full: NonNullable<HeldOut['full']>, operatingPd: number): Gate[] {
  const rows = held.served.length
  const declines = (logits: Float64Array) => logits.map((logit) => (sigmoid(logit) >= operatingPd ? 1 : 0))
  const [before, after] = [declines(full.logits), declines(held.served)]
  const flips = after.reduce((sum, one, row) => sum + (one === before[row] ? 0 : 1), 0) / rows
  const shift = largestGap(held.served.map(sigmoid), full.logits.map(sigmoid))
  const correlation = rankCorrelation(held.served, full.logits)
  const agreement = held.firstReason.reduce((sum, one, row) => sum + (one === full.firstReason[row] ? 1 : 0), 0) / rows
  const most = (measure: string, figure: number, threshold: number, detail: string): Gate => ({
    ...gate('parity', measure, 'at_most'),
    figure,
    threshold,
    verdict: figure <= threshold ? 'pass' : 'fail',
    detail,
  })
  const least = (measure: string, figure: number, threshold: number, detail: string): Gate => ({
    ...most(measure, figure, threshold, detail),
    passes: 'at_least',
    verdict: figure >= threshold ? 'pass' : 'fail',
  })
  return [
    most(
      'decision_flips',
      flips,
      maxFlips,
      `${Math.round(flips * rows)} of ${rows} held-out decisions change at a probability of ${operatingPd}.`,
    ),
    most('probability_shift', shift, maxVariantShift, 'Largest change of a probability against the fp32 model.'),
    least(
      'rank_correlation',
      correlation,
      leastCorrelation,
      'Spearman correlation of the scores with the fp32 model’s.',
    ),
    least('reason_agreement', agreement, leastAgreement, 'Share of rows whose first reason is the same.'),
  ]
}

function largestGap(a: Float64Array, b: Float64Array): number {
  let largest = 0
  for (const [at, value] of a.entries()) largest = Math.max(largest, Math.abs(value - (b[at] ?? Number.NaN)))
  return largest
}

export function gate(name: Gate['name'], measure: string, passes: Gate['passes']): Gate {
  return { name, measure, figure: null, threshold: null, passes, interval: null, verdict: 'not_run', detail: '' }
}
