// The additive model: the mean of the logits of ridge logistic regression and boosted one-feature stumps. Both are sums over features,
// so their mean is one: logit = bias + one contribution per feature. Contributions are centred on the training mean, so they read as
// the distance from the average applicant.
import { binOf, binTable, fitBins } from './bins.ts'
import { fitRidge, type RidgeTerm } from './ridge.ts'
import { fitStumps } from './stumps.ts'
import { encodeRows, type Table } from './table.ts'

/** A number between `low` and `high` (beyond them the edge speaks) adds scores[bin] + slope * (x - centre). Bin 0 is missing. */
export type AdditiveTerm =
  | {
      name: string
      kind: 'number'
      cuts: Float64Array
      scores: Float64Array
      slope: number
      centre: number
      low: number
      high: number
    }
  | { name: string; kind: 'category'; levels: string[]; scores: Float64Array }
export type AdditiveModel = { bias: number; terms: AdditiveTerm[]; rounds: number; strength: number }

export type TrainOptions = {
  seed: number
  /** +1: the logit may not fall as the feature rises; -1: may not rise. Numbers only. */
  monotone?: Readonly<Record<string, -1 | 1>> | undefined
  signal?: AbortSignal | undefined
  /** One bag of a model: drawn rows, and the settings that were chosen on all of them. */
  fixed?: { rows: Int32Array; rounds: number; strength: number } | undefined
}

/** `labels` holds 1 for the event. Throws when a class is absent or too small for the inner folds, and when aborted. */
export function trainAdditive(table: Table, labels: Uint8Array, options: TrainOptions): AdditiveModel {
  const bins = table.columns.map((column) => fitBins(column))
  const binned = binTable(table, bins)
  const columns = table.columns.map((column, at) => ({
    bins: binned[at] ?? new Uint8Array(),
    count: bins[at]?.count ?? 1,
    isNominal: column.kind === 'category',
    monotone: options.monotone?.[column.name] ?? (0 as const),
  }))
  const stumps = fitStumps({ columns, labels }, options)
  const ridge = fitRidge(table, labels, options)
  const terms = table.columns.map((column, at): AdditiveTerm => {
    const scores = Float64Array.from(stumps.tables[at] ?? [], (score) => score / 2)
    const linear = ridge.terms[at]
    if (column.kind === 'category') {
      return { name: column.name, kind: 'category', levels: column.levels, scores: addLevels(scores, linear) }
    }
    const slope = linear?.kind === 'number' ? monotoneSlope(linear.slope, options.monotone?.[column.name]) / 2 : 0
    scores[0] = (scores[0] ?? 0) + (linear?.missing ?? 0) / 2
    const { centre, low, high } = linear?.kind === 'number' ? linear : { centre: 0, low: 0, high: 0 }
    return {
      name: column.name,
      kind: 'number',
      cuts: bins[at]?.cuts ?? new Float64Array(),
      scores,
      slope,
      centre,
      low,
      high,
    }
  })
  const model = {
    bias: (stumps.base + ridge.intercept) / 2,
    terms,
    rounds: stumps.rounds,
    strength: ridge.strength,
  }
  return centred(model, table)
}

/** A slope against the promised direction becomes flat. */
const monotoneSlope = (slope: number, direction: -1 | 1 | undefined): number =>
  direction !== undefined && slope * direction < 0 ? 0 : slope

function addLevels(scores: Float64Array, linear: RidgeTerm | undefined): Float64Array {
  if (linear?.kind !== 'category') return scores
  return scores.map((score, bin) => score + ((bin === 0 ? linear.missing : linear.weights[bin - 1]) ?? 0) / 2)
}

/** Shifts every term by its training mean. A feature that never missed in training says nothing when it misses: its mean, 0. */
export function centred(model: AdditiveModel, table: Table): AdditiveModel {
  const encoded = encodeRows(table)
  const means = meanContributions(model, encoded)
  const width = model.terms.length
  const terms = model.terms.map((term, at) => {
    const scores = term.scores.map((score) => score - (means[at] ?? 0))
    const isEverMissing = encoded.some((value, cell) => cell % width === at && Number.isNaN(value))
    if (!isEverMissing) scores[0] = 0
    return { ...term, scores }
  })
  return { ...model, terms, bias: model.bias + means.reduce((sum, mean) => sum + mean, 0) }
}

/** `encoded` is rows x features as of encodeRows(). */
export function meanContributions(model: AdditiveModel, encoded: Float32Array): Float64Array {
  const width = model.terms.length
  const contributions = contributionsOf(model, encoded)
  const means = new Float64Array(width)
  for (let at = 0; at < contributions.length; at++)
    means[at % width] = (means[at % width] ?? 0) + ((contributions[at] ?? 0) * width) / contributions.length
  return means
}

/** rows x features, in logits. */
export function contributionsOf(model: AdditiveModel, encoded: Float32Array): Float64Array {
  const width = model.terms.length
  const found = new Float64Array(encoded.length)
  for (const [at, term] of model.terms.entries()) {
    for (let cell = at; cell < encoded.length; cell += width)
      found[cell] = contributionOf(term, encoded[cell] ?? Number.NaN)
  }
  return found
}

/** One feature's contribution, in logits. NaN is missing; a category comes as the index of its level. */
export function contributionOf(term: AdditiveTerm, value: number): number {
  if (term.kind === 'category') {
    const isKnown = Number.isInteger(value) && value >= 0 && value < term.levels.length
    return term.scores[isKnown ? value + 1 : 0] ?? 0
  }
  const bin = binOf({ kind: 'number', count: term.scores.length, cuts: term.cuts }, value)
  const score = term.scores[bin] ?? 0
  return bin === 0 ? score : score + term.slope * (Math.min(Math.max(value, term.low), term.high) - term.centre)
}

/** One logit per row. */
export function logitsOf(model: AdditiveModel, encoded: Float32Array): Float64Array {
  const width = model.terms.length
  const contributions = contributionsOf(model, encoded)
  return Float64Array.from({ length: encoded.length / width }, (_, row) => {
    let logit = model.bias
    for (let at = row * width; at < (row + 1) * width; at++) logit += contributions[at] ?? 0
    return logit
  })
}

/** The smallest contribution the term can make for a present value: the best attainable. */
export function bestContribution(term: AdditiveTerm): number {
  if (term.kind === 'category') return Math.min(...term.scores.subarray(1))
  const values = [term.low, term.high]
  // Each step is linear, so its least value is at one of its two ends; just above a cut belongs to the next step.
  for (const cut of term.cuts) values.push(cut, cut + Math.max(Math.abs(cut), 1) * 1e-6)
  return Math.min(...values.map((value) => contributionOf(term, value)))
}
