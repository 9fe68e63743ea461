// Greedy boosting with two-leaf trees on one feature each: the sum of all trees is one score table per feature.
// Newton steps on the log loss with L2 on the leaves (Friedman 2001; Chen and Guestrin 2016, eq. 6 and 7), row and column subsampling.
import { stratifiedFolds } from './folds.ts'
import { sigmoid, softplus } from './metrics.ts'
import { openRandom, type Random } from './random.ts'

const rate = 0.05
const maxRounds = 1500
const patience = 80
const minHessian = 1
const lambda = 2
const rowShare = 0.7
const columnShare = 0.7
const innerFolds = 5
const outerBags = 4
const minGain = 1e-9

/** `monotone`: +1 keeps the score from falling as the bin rises, -1 from rising; the missing bin is free. */
type BinnedColumn = { bins: Uint8Array; count: number; isNominal: boolean; monotone: -1 | 0 | 1 }
export type StumpModel = { base: number; tables: Float64Array[]; rounds: number }

type Data = { columns: readonly BinnedColumn[]; labels: Uint8Array }
type Run = { rounds: number; seed: number; base: number; held?: Data }

/** Rows to boost on, with repeats, and rounds that were chosen before: one bag of a model that is there already. */
type FixedStumps = { rows: Int32Array; rounds: number }
type StumpOptions = { seed: number; signal?: AbortSignal | undefined; fixed?: FixedStumps | undefined }

/** Rounds by 5-fold cross-validation on an inner split, times 1.1; then the mean of four seeded bags on all rows. */
export function fitStumps(data: Data, options: StumpOptions): StumpModel {
  const { seed, signal, fixed } = options
  if (fixed) {
    const drawn = pickRows(data, fixed.rows)
    const base = logOdds(drawn.labels)
    return { base, rounds: fixed.rounds, tables: boost(drawn, { rounds: fixed.rounds, seed, base }).tables }
  }
  const base = logOdds(data.labels)
  const total = new Float64Array(maxRounds + 1)
  for (const [fold, { train, test }] of stratifiedFolds(data.labels, { folds: innerFolds, seed }).entries()) {
    signal?.throwIfAborted()
    const held = pickRows(data, test)
    const { curve } = boost(pickRows(data, train), { rounds: maxRounds, seed: seed + fold, base, held })
    curve.forEach((loss, round) => {
      total[round] = (total[round] ?? 0) + loss
    })
  }
  const rounds = Math.floor(total.indexOf(total.reduce((least, loss) => Math.min(least, loss))) * 1.1)
  const tables = data.columns.map((column) => new Float64Array(column.count))
  for (let bag = 0; bag < outerBags; bag++) {
    signal?.throwIfAborted()
    const fitted = boost(data, { rounds, seed: seed + 100 + bag, base })
    for (const [at, table] of tables.entries())
      for (let bin = 0; bin < table.length; bin++)
        table[bin] = (table[bin] ?? 0) + (fitted.tables[at]?.[bin] ?? 0) / outerBags
  }
  return { base, tables, rounds }
}

export function logOdds(labels: Uint8Array): number {
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length
  return Math.log(share / (1 - share))
}

function pickRows(data: Data, rows: Int32Array): Data {
  const pick = (values: Uint8Array) => Uint8Array.from(rows, (row) => values[row] ?? 0)
  return {
    columns: data.columns.map((column) => ({ ...column, bins: pick(column.bins) })),
    labels: pick(data.labels),
  }
}

function boost(data: Data, run: Run): { tables: Float64Array[]; curve: Float64Array } {
  const { columns, labels } = data
  const random = openRandom(run.seed)
  const tables = columns.map((column) => new Float64Array(column.count))
  const logits = new Float64Array(labels.length).fill(run.base)
  const heldLogits = new Float64Array(run.held?.labels.length ?? 0).fill(run.base)
  const curve = new Float64Array(maxRounds + 1)
  const scratch = newScratch(columns, labels.length)
  let least = Number.POSITIVE_INFINITY
  let sinceLeast = 0
  let reached = 0
  if (run.held) curve[0] = heldLoss(run.held.labels, heldLogits)
  for (let round = 1; round <= run.rounds; round++) {
    const best = bestStump(data, { logits, tables, random, scratch })
    if (best) {
      addStump({ table: tables[best.at], bins: columns[best.at]?.bins, logits }, scratch.best)
      if (run.held) addStump({ bins: run.held.columns[best.at]?.bins, logits: heldLogits }, scratch.best)
    }
    if (!run.held) continue
    const loss = heldLoss(run.held.labels, heldLogits)
    curve[round] = loss
    reached = round
    if (loss < least) {
      least = loss
      sinceLeast = 0
    } else if (++sinceLeast >= patience) break
  }
  // Rounds nobody ran after the patience ended must not look better than they would be.
  const last = curve[reached] ?? 0
  for (let round = reached + 1; round <= maxRounds; round++) curve[round] = last + 1e-3 * (round - reached)
  return { tables, curve }
}

/** `sample` lists the rows of the round; gradient and hessian run along it. */
type Scratch = {
  sample: Int32Array
  gradient: Float64Array
  hessian: Float64Array
  g: Float64Array
  h: Float64Array
  value: Float64Array
  best: Float64Array
}

function newScratch(columns: readonly BinnedColumn[], rows: number): Scratch {
  const widest = Math.max(...columns.map((column) => column.count))
  const bins = () => new Float64Array(widest)
  return {
    sample: new Int32Array(rows),
    gradient: new Float64Array(rows),
    hessian: new Float64Array(rows),
    g: bins(),
    h: bins(),
    value: bins(),
    best: bins(),
  }
}

type RoundState = { logits: Float64Array; tables: readonly Float64Array[]; random: Random; scratch: Scratch }

/** The stump of the largest gain on this round's sample; its scaled leaf values are left in `scratch.best`. */
function bestStump({ columns, labels }: Data, { logits, tables, random, scratch }: RoundState): { at: number } | null {
  const { sample, gradient, hessian, g, h, value, best } = scratch
  let count = 0
  for (let row = 0; row < labels.length; row++) {
    if (random() >= rowShare) continue
    const p = sigmoid(logits[row] ?? 0)
    gradient[count] = (labels[row] ?? 0) - p
    hessian[count] = p * (1 - p)
    sample[count++] = row
  }
  let bestGain = minGain
  let found: { at: number } | null = null
  for (const [at, column] of columns.entries()) {
    if (random() > columnShare) continue
    g.fill(0, 0, column.count)
    h.fill(0, 0, column.count)
    const { bins } = column
    for (let at = 0; at < count; at++) {
      const bin = bins[sample[at] ?? 0] ?? 0
      g[bin] = (g[bin] ?? 0) + (gradient[at] ?? 0)
      h[bin] = (h[bin] ?? 0) + (hessian[at] ?? 0)
    }
    const gain = column.isNominal
      ? splitNominal(column.count, scratch)
      : splitNumeric(column, { scratch, table: tables[at] })
    if (gain <= bestGain) continue
    bestGain = gain
    found = { at }
    best.set(value)
  }
  return found
}

const leaf = (g: number, h: number): number => (g * g) / (h + lambda)

/** One level against the rest. */
function splitNominal(count: number, { g, h, value }: Scratch): number {
  const [sumG, sumH] = sums(count, g, h)
  let gain = 0
  let chosen = -1
  for (let bin = 0; bin < count; bin++) {
    const own = h[bin] ?? 0
    if (own < minHessian || sumH - own < minHessian) continue
    const score = leaf(g[bin] ?? 0, own) + leaf(sumG - (g[bin] ?? 0), sumH - own) - leaf(sumG, sumH)
    if (score <= gain) continue
    gain = score
    chosen = bin
  }
  if (chosen < 0) return 0
  const inside = ((g[chosen] ?? 0) / ((h[chosen] ?? 0) + lambda)) * rate
  const outside = ((sumG - (g[chosen] ?? 0)) / (sumH - (h[chosen] ?? 0) + lambda)) * rate
  for (let bin = 0; bin < count; bin++) value[bin] = bin === chosen ? inside : outside
  return gain
}

/** Bins below a cut against the bins above; missing (bin 0) goes with the low side, or alone when the cut is the first. */
function splitNumeric(column: BinnedColumn, state: { scratch: Scratch; table: Float64Array | undefined }): number {
  const { g, h, value } = state.scratch
  const { count } = column
  const [sumG, sumH] = sums(count, g, h)
  let [lowG, lowH, gain, chosen, low, high] = [0, 0, 0, -1, 0, 0]
  for (let cut = 1; cut < count; cut++) {
    lowG += g[cut - 1] ?? 0
    lowH += h[cut - 1] ?? 0
    if (lowH < minHessian) continue
    if (sumH - lowH < minHessian) break
    const score = leaf(lowG, lowH) + leaf(sumG - lowG, sumH - lowH) - leaf(sumG, sumH)
    if (score <= gain) continue
    const below = (lowG / (lowH + lambda)) * rate
    const above = ((sumG - lowG) / (sumH - lowH + lambda)) * rate
    if (cut > 1 && column.monotone !== 0 && (above - below) * column.monotone < 0) continue
    ;[gain, chosen, low, high] = [score, cut, below, above]
  }
  if (chosen < 0) return 0
  for (let bin = 0; bin < count; bin++) value[bin] = bin < chosen ? low : high
  return gain
}

function sums(count: number, g: Float64Array, h: Float64Array): [number, number] {
  let sumG = 0
  let sumH = 0
  for (let bin = 0; bin < count; bin++) {
    sumG += g[bin] ?? 0
    sumH += h[bin] ?? 0
  }
  return [sumG, sumH]
}

type Target = { table?: Float64Array | undefined; bins: Uint8Array | undefined; logits: Float64Array }

function addStump({ table, bins, logits }: Target, values: Float64Array): void {
  if (table) for (let bin = 0; bin < table.length; bin++) table[bin] = (table[bin] ?? 0) + (values[bin] ?? 0)
  if (bins)
    for (let row = 0; row < logits.length; row++) logits[row] = (logits[row] ?? 0) + (values[bins[row] ?? 0] ?? 0)
}

function heldLoss(labels: Uint8Array, logits: Float64Array): number {
  let loss = 0
  for (let row = 0; row < labels.length; row++) {
    const logit = logits[row] ?? 0
    loss += softplus(labels[row] === 1 ? -logit : logit)
  }
  return loss
}
