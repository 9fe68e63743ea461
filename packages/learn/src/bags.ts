// How sure an additive model is: the same model on bootstrap samples. Their spread, scaled by what held-out groups of applications asked for,
// is the interval of a probability.
import { type AdditiveModel, logitsOf, type TrainOptions, trainAdditive } from './additive.ts'
import { stratifiedFolds } from './folds.ts'
import { sigmoid } from './metrics.ts'
import { openRandom } from './random.ts'
import { encodeRows, selectLabels, selectRows, type Table } from './table.ts'

const bagCount = 20
const intervalLevel = 0.9
/** Of the normal distribution, for nine in ten. */
const z90 = 1.6449
// A group must be large enough for its default rate to mean something.
const groupRows = 60
const largestScale = 6
const scaleStep = 0.05

/** Bootstrap refits of a trained model (Efron 1979), with its rounds and ridge strength; cuts and scales are of all rows. */
export function trainBags(
  model: AdditiveModel,
  { table, labels }: { table: Table; labels: Uint8Array },
  options: TrainOptions & { count?: number },
): AdditiveModel[] {
  return Array.from({ length: options.count ?? bagCount }, (_, bag) => {
    options.signal?.throwIfAborted()
    const seed = options.seed + 1000 + bag
    const random = openRandom(seed)
    const rows = Int32Array.from({ length: table.rows }, () => Math.floor(random() * table.rows))
    const fixed = { rows, rounds: model.rounds, strength: model.strength }
    return trainAdditive(table, labels, { seed, monotone: options.monotone, fixed })
  })
}

/** Standard deviation of the bags' logits, by row. */
function spreadsOf(bags: readonly AdditiveModel[], encoded: Float32Array): Float64Array {
  const each = bags.map((bag) => logitsOf(bag, encoded))
  return Float64Array.from({ length: each[0]?.length ?? 0 }, (_, row) => {
    const own = each.map((logits) => logits[row] ?? 0)
    const mean = own.reduce((sum, one) => sum + one, 0) / own.length
    return Math.sqrt(own.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, own.length - 1))
  })
}

/** What a model said of rows it had not seen; one entry per row of the table. */
export type HeldOutSpread = { logits: Float64Array; spreads: Float64Array; fold: Int32Array }

export function heldOutSpreads(
  table: Table,
  labels: Uint8Array,
  options: TrainOptions & { folds: number; onProgress?: (fraction: number) => void },
): HeldOutSpread {
  const held: HeldOutSpread = {
    logits: new Float64Array(table.rows),
    spreads: new Float64Array(table.rows),
    fold: new Int32Array(table.rows),
  }
  const folds = stratifiedFolds(labels, { folds: options.folds, seed: options.seed })
  for (const [fold, { train, test }] of folds.entries()) {
    const data = { table: selectRows(table, train), labels: selectLabels(labels, train) }
    const model = trainAdditive(data.table, data.labels, { ...options, seed: options.seed + fold })
    const encoded = encodeRows(selectRows(table, test))
    const logits = logitsOf(model, encoded)
    const spreads = spreadsOf(trainBags(model, data, { ...options, seed: options.seed + fold }), encoded)
    for (const [at, row] of test.entries()) {
      held.logits[row] = logits[at] ?? 0
      held.spreads[row] = spreads[at] ?? 0
      held.fold[row] = fold
    }
    options.onProgress?.((fold + 1) / folds.length)
  }
  return held
}

type Group = { rate: number; predicted: number; rows: number; members: readonly number[] }

/** Groups of like scores within a fold: a single applicant defaults or does not, a group has a rate. */
function groupsOf(held: HeldOutSpread, labels: Uint8Array, among: readonly number[]): Group[] {
  const byFold = new Map<number, number[]>()
  for (const row of among) byFold.set(held.fold[row] ?? 0, [...(byFold.get(held.fold[row] ?? 0) ?? []), row])
  return [...byFold.values()].flatMap((rows) => {
    const order = rows.toSorted((a, b) => (held.logits[a] ?? 0) - (held.logits[b] ?? 0))
    const count = Math.max(1, Math.floor(order.length / groupRows))
    return Array.from({ length: count }, (_, at) => {
      const members = order.slice(
        Math.floor((at * order.length) / count),
        Math.floor(((at + 1) * order.length) / count),
      )
      const mean = (read: (row: number) => number) => members.reduce((sum, row) => sum + read(row), 0) / members.length
      return {
        members,
        rows: members.length,
        rate: mean((row) => labels[row] ?? 0),
        predicted: mean((row) => sigmoid(held.logits[row] ?? 0)),
      }
    })
  })
}

/**
 * Share of groups whose default rate lies inside their interval: the mean interval of the members, widened in quadrature by the
 * sampling error of a rate of so few, z * sqrt(p (1 - p) / n).
 */
function coverageOf(groups: readonly Group[], held: HeldOutSpread, scale: number): number {
  const inside = groups.filter(({ members, rows, rate, predicted }) => {
    const bound = (side: -1 | 1) =>
      members.reduce(
        (sum, row) => sum + sigmoid((held.logits[row] ?? 0) + side * z90 * scale * (held.spreads[row] ?? 0)),
        0,
      ) / rows
    const own = rate < predicted ? predicted - bound(-1) : bound(1) - predicted
    const sampling = z90 * Math.sqrt((predicted * (1 - predicted)) / rows)
    return Math.abs(rate - predicted) <= Math.hypot(own, sampling)
  })
  return inside.length / groups.length
}

/** Coverage, calibration and size of some of the rows: all of them, or one group of people. */
export function coverageAmong(
  held: HeldOutSpread,
  labels: Uint8Array,
  { rows, scale }: { rows: readonly number[]; scale: number },
): { rows: number; observed: number; predicted: number; coverage: number } {
  const mean = (read: (row: number) => number) => rows.reduce((sum, row) => sum + read(row), 0) / rows.length
  return {
    rows: rows.length,
    observed: mean((row) => labels[row] ?? 0),
    predicted: mean((row) => sigmoid(held.logits[row] ?? 0)),
    coverage: coverageOf(groupsOf(held, labels, rows), held, scale),
  }
}

/** The smallest scale, never below 1, at which nine in ten held-out groups are covered. */
export function calibrateInterval(held: HeldOutSpread, labels: Uint8Array) {
  const groups = groupsOf(held, labels, [...labels.keys()])
  let scale = 1
  while (coverageOf(groups, held, scale) < intervalLevel && scale < largestScale) scale += scaleStep
  scale = Math.round(scale * 100) / 100
  return {
    level: intervalLevel,
    bags: bagCount,
    scale,
    coverage: coverageOf(groups, held, scale),
    unscaled_coverage: coverageOf(groups, held, 1),
  }
}
