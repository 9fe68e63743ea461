// Ranking figures on held-out items. Recall@k = hits / min(k, targets); NDCG@k is truncated and binary (Liang et al. 2018).
import { rowLength, type SparseRows } from './interactions.ts'

const cutoffs = [10, 20, 100] as const
const deepest = 100

/** One entry per history, plus the set of items that reached a top ten. */
export type RankFigures = {
  recall10: number[]
  recall20: number[]
  ndcg10: number[]
  ndcg100: number[]
  mrr: number[]
  shown: Set<number>
}

export const noFigures = (): RankFigures => ({
  recall10: [],
  recall20: [],
  ndcg10: [],
  ndcg100: [],
  mrr: [],
  shown: new Set(),
})

export type Ranked = { scores: Float32Array; histories: SparseRows; targets: SparseRows; masksSeen: boolean }

/** Adds the figures of these rows to `to`. Rows without a target are left out. `scores` is [rows, items] and is changed: seen items leave. */
export function addFigures(to: RankFigures, { scores, histories, targets, masksSeen }: Ranked): void {
  const items = targets.width
  for (let row = 0; row < targets.rows; row++) {
    const count = rowLength(targets, row)
    if (count === 0) continue
    const own = scores.subarray(row * items, (row + 1) * items)
    if (masksSeen) {
      for (let at = histories.starts[row] ?? 0; at < (histories.starts[row + 1] ?? 0); at++)
        own[histories.columns[at] ?? 0] = Number.NEGATIVE_INFINITY
    }
    const wanted = new Set(targets.columns.subarray(targets.starts[row], targets.starts[row + 1]))
    const top = topOf(own, deepest)
    for (const item of top.subarray(0, 10)) to.shown.add(item)
    const [first, second, third] = cutoffs.map((k) => figuresAt(top, { wanted, k }))
    to.recall10.push(first?.recall ?? 0)
    to.recall20.push(second?.recall ?? 0)
    to.ndcg10.push(first?.ndcg ?? 0)
    to.ndcg100.push(third?.ndcg ?? 0)
    const place = top.findIndex((item) => wanted.has(item))
    to.mrr.push(place < 0 ? 0 : 1 / (place + 1))
  }
}

function figuresAt(top: Int32Array, { wanted, k }: { wanted: Set<number>; k: number }) {
  let hits = 0
  let gain = 0
  let ideal = 0
  for (let place = 0; place < k; place++) {
    const worth = 1 / Math.log2(place + 2)
    if (place < wanted.size) ideal += worth
    if (!wanted.has(top[place] ?? -1)) continue
    hits++
    gain += worth
  }
  return { recall: hits / Math.min(k, wanted.size), ndcg: gain / ideal }
}

/** Indices of the k largest finite scores, best first; the smaller index wins a tie. A heap of k, so a large catalogue is read once. */
export function topOf(scores: Float32Array, k: number): Int32Array {
  const heap = new Int32Array(Math.min(k, scores.length))
  let size = 0
  const isWorse = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0)
    return difference < 0 || (difference === 0 && a > b)
  }
  const sink = (from: number, end: number) => {
    let at = from
    for (;;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < end && isWorse(heap[child] ?? 0, heap[worst] ?? 0)) worst = child
      if (worst === at) return
      const held = heap[at] ?? 0
      heap[at] = heap[worst] ?? 0
      heap[worst] = held
      at = worst
    }
  }
  for (let item = 0; item < scores.length; item++) {
    if (scores[item] === Number.NEGATIVE_INFINITY) continue
    if (size < heap.length) {
      heap[size++] = item
      if (size === heap.length) for (let at = (size >> 1) - 1; at >= 0; at--) sink(at, size)
    } else if (isWorse(heap[0] ?? 0, item)) {
      heap[0] = item
      sink(0, size)
    }
  }
  return heap
    .subarray(0, size)
    .slice()
    .sort((a, b) => (isWorse(a, b) ? 1 : -1))
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)

/** Standard error of the mean. */
export function errorOfMean(values: readonly number[]): number {
  const mean = meanOf(values)
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length - 1, 1)
  return Math.sqrt(variance / Math.max(values.length, 1))
}
