// Gradient boosted trees on histograms (Chen and Guestrin 2016, eq. 6 and 7): Newton steps on the log loss, L2 on the leaves, depth-wise
// growth, rows and columns sampled per tree, early stopping on held-out rows. Missing values go with the lowest bin.
import { fitBins } from './bins.ts'
import { sigmoid, softplus } from './metrics.ts'
import { openRandom } from './random.ts'

export type BoostOptions = {
  seed: number
  depth?: number
  rate?: number
  rounds?: number
  /** Least sum of hessians in a leaf. */
  minChild?: number
  lambda?: number
  rowShare?: number
  columnShare?: number
  patience?: number
  signal?: AbortSignal | undefined
  onProgress?: ((fraction: number) => void) | undefined
}

/** Inner nodes send a value <= cut to `left`; a leaf has feature -1 and a value in logits. */
type TreeNode = { feature: number; cut: number; bin: number; left: number; right: number; value: number }
export type BoostModel = { base: number; trees: TreeNode[][] }
/** `values` is [rows, width]; labels are 0 or 1. */
export type BoostData = { values: Float32Array; width: number; labels: Uint8Array }

const maxBins = 64
const defaults = {
  depth: 6,
  rate: 0.08,
  rounds: 600,
  minChild: 20,
  lambda: 2,
  rowShare: 0.8,
  columnShare: 0.7,
  patience: 25,
}

type Settings = typeof defaults
type Binned = { columns: Uint8Array[]; cuts: Float64Array[] }

/** Fits on `train`, stops when the log loss on `held` has not fallen for `patience` rounds. Bit for bit the same under one seed. */
export function fitBoost(
  data: BoostData,
  split: { train: Int32Array; held: Int32Array },
  options: BoostOptions,
): BoostModel {
  const settings: Settings = { ...defaults, ...options }
  const random = openRandom(options.seed)
  const binned = binColumns(data, split.train)
  const positives = split.train.reduce((sum, row) => sum + (data.labels[row] ?? 0), 0)
  const base = Math.log(positives / (split.train.length - positives))
  const logits = new Float64Array(data.labels.length).fill(base)
  const gradient = new Float64Array(data.labels.length)
  const hessian = new Float64Array(data.labels.length)
  const trees: TreeNode[][] = []
  let best = { loss: Number.POSITIVE_INFINITY, rounds: 0 }
  for (let round = 0; round < settings.rounds; round++) {
    options.signal?.throwIfAborted()
    const sample = split.train.filter(() => random() < settings.rowShare)
    for (const row of sample) {
      const p = sigmoid(logits[row] ?? 0)
      gradient[row] = (data.labels[row] ?? 0) - p
      hessian[row] = p * (1 - p)
    }
    const columns = binned.columns.flatMap((_, at) => (random() < settings.columnShare ? [at] : []))
    const tree = growTree({ binned, gradient, hessian, columns: columns.length > 0 ? columns : [0], settings }, sample)
    trees.push(tree)
    for (const rows of [split.train, split.held])
      for (const row of rows) logits[row] = (logits[row] ?? 0) + leafOf(tree, binned, row)
    const loss = split.held.reduce(
      (sum, row) => sum + softplus(data.labels[row] === 1 ? -(logits[row] ?? 0) : (logits[row] ?? 0)),
      0,
    )
    if (loss < best.loss) best = { loss, rounds: round + 1 }
    else if (split.held.length > 0 && round + 1 - best.rounds >= settings.patience) break
    if (round % 10 === 0) options.onProgress?.(round / settings.rounds)
  }
  return { base, trees: split.held.length > 0 ? trees.slice(0, best.rounds) : trees }
}

export function boostLogit(model: BoostModel, values: Float32Array, from: number): number {
  let sum = model.base
  for (const tree of model.trees) {
    let at = 0
    for (let node = tree[0]; node && node.feature >= 0; node = tree[at])
      at =
        (values[from + node.feature] ?? Number.NaN) <= node.cut || Number.isNaN(values[from + node.feature])
          ? node.left
          : node.right
    sum += tree[at]?.value ?? 0
  }
  return sum
}

function binColumns({ values, width, labels }: BoostData, train: Int32Array): Binned {
  const columns: Uint8Array[] = []
  const cuts: Float64Array[] = []
  for (let at = 0; at < width; at++) {
    const own = Float64Array.from(train, (row) => values[row * width + at] ?? Number.NaN)
    const bins = fitBins({ name: '', kind: 'number', values: own }, maxBins)
    cuts.push(bins.cuts)
    columns.push(Uint8Array.from(labels, (_, row) => binIn(bins.cuts, values[row * width + at] ?? Number.NaN)))
  }
  return { columns, cuts }
}

/** Bin b holds cuts[b - 1] < x <= cuts[b]; missing is in the lowest. */
function binIn(cuts: Float64Array, value: number): number {
  let low = 0
  let high = cuts.length
  if (Number.isNaN(value)) return 0
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cuts[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

function leafOf(tree: readonly TreeNode[], { columns }: Binned, row: number): number {
  let at = 0
  for (let node = tree[0]; node && node.feature >= 0; node = tree[at])
    at = (columns[node.feature]?.[row] ?? 0) <= node.bin ? node.left : node.right
  return tree[at]?.value ?? 0
}

type Growing = { binned: Binned; gradient: Float64Array; hessian: Float64Array; columns: number[]; settings: Settings }
type Histogram = { sums: Float64Array; g: number; h: number }
type Split = { gain: number; feature: number; bin: number }

const stride = maxBins * 2

function growTree(growing: Growing, sample: Int32Array): TreeNode[] {
  const tree: TreeNode[] = []
  const { settings } = growing
  const grow = (rows: Int32Array, depth: number, histogram: Histogram): number => {
    const at = tree.length
    const value = (histogram.g / (histogram.h + settings.lambda)) * settings.rate
    const node: TreeNode = { feature: -1, cut: 0, bin: 0, left: 0, right: 0, value }
    tree.push(node)
    if (depth === 0) return at
    const split = bestSplit(growing, histogram)
    if (!split) return at
    const column = growing.binned.columns[split.feature] ?? new Uint8Array()
    const left = rows.filter((row) => (column[row] ?? 0) <= split.bin)
    const right = rows.filter((row) => (column[row] ?? 0) > split.bin)
    // The smaller side is counted, the other is what remains. Leaves need their sums only.
    const isLeftSmall = left.length <= right.length
    const small = histogramOf(growing, isLeftSmall ? left : right)
    const large = remainder(histogram, small)
    node.feature = split.feature
    node.bin = split.bin
    node.cut = growing.binned.cuts[split.feature]?.[split.bin] ?? 0
    node.left = grow(left, depth - 1, isLeftSmall ? small : large)
    node.right = grow(right, depth - 1, isLeftSmall ? large : small)
    return at
  }
  grow(sample, settings.depth, histogramOf(growing, sample))
  return tree
}

function histogramOf({ binned, gradient, hessian, columns }: Growing, rows: Int32Array): Histogram {
  const sums = new Float64Array(columns.length * stride)
  let [g, h] = [0, 0]
  for (let at = 0; at < rows.length; at++) {
    g += gradient[rows[at] ?? 0] ?? 0
    h += hessian[rows[at] ?? 0] ?? 0
  }
  for (let one = 0; one < columns.length; one++) {
    const column = binned.columns[columns[one] ?? 0] ?? new Uint8Array()
    const from = one * stride
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0
      const to = from + (column[row] ?? 0) * 2
      sums[to] = (sums[to] ?? 0) + (gradient[row] ?? 0)
      sums[to + 1] = (sums[to + 1] ?? 0) + (hessian[row] ?? 0)
    }
  }
  return { sums, g, h }
}

function remainder(whole: Histogram, part: Histogram): Histogram {
  const sums = new Float64Array(whole.sums.length)
  for (let at = 0; at < sums.length; at++) sums[at] = (whole.sums[at] ?? 0) - (part.sums[at] ?? 0)
  return { sums, g: whole.g - part.g, h: whole.h - part.h }
}

function bestSplit({ binned, columns, settings }: Growing, { sums, g, h }: Histogram): Split | null {
  const { lambda, minChild } = settings
  const parent = (g * g) / (h + lambda)
  let best: Split | null = null
  for (const [one, feature] of columns.entries()) {
    const last = binned.cuts[feature]?.length ?? 0
    let [lowG, lowH] = [0, 0]
    for (let bin = 0; bin < last; bin++) {
      lowG += sums[one * stride + bin * 2] ?? 0
      lowH += sums[one * stride + bin * 2 + 1] ?? 0
      if (lowH < minChild) continue
      if (h - lowH < minChild) break
      const gain = (lowG * lowG) / (lowH + lambda) + ((g - lowG) * (g - lowG)) / (h - lowH + lambda) - parent
      if (gain > 1e-6 && gain > (best?.gain ?? 0)) best = { gain, feature, bin }
    }
  }
  return best
}
