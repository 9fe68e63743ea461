// The arithmetic behind the gates: bootstrap intervals, population stability, rank correlation, selection rates.
import { openRandom } from '../random.ts'

const smallestShare = 1e-4

export type Estimate = { figure: number; interval: [low: number, high: number] }

/**
 * Percentile bootstrap over rows (Efron 1979): `statistic` gets the drawn row numbers; two models measured on the same draw make it paired.
 * Draws whose statistic is not finite (a class is absent) are left out.
 */
export function bootstrap(
  rows: number,
  statistic: (drawn: Int32Array) => number,
  options: { seed: number; draws?: number },
): Estimate {
  const random = openRandom(options.seed)
  const all = Int32Array.from({ length: rows }, (_, row) => row)
  const found: number[] = []
  const drawn = new Int32Array(rows)
  for (let draw = 0; draw < (options.draws ?? 300); draw++) {
    for (let at = 0; at < rows; at++) drawn[at] = Math.floor(random() * rows)
    const value = statistic(drawn)
    if (Number.isFinite(value)) found.push(value)
  }
  found.sort((a, b) => a - b)
  const at = (share: number) => found[Math.round(share * (found.length - 1))] ?? Number.NaN
  return { figure: statistic(all), interval: [at(0.025), at(0.975)] }
}

export type StabilityBin = { from: number; to: number; expected: number; actual: number }

/**
 * Population stability index of two samples of scores, over ten quantile bins of the first: sum (a - e) ln(a / e). Siddiqi 2006: below .1
 * stable, above .25 shifted.
 */
export function populationStability(
  expected: Float64Array,
  actual: Float64Array,
): { index: number; bins: StabilityBin[] } {
  const sorted = expected.slice().sort()
  const cuts = [
    ...new Set(Array.from({ length: 9 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / 10)] ?? 0)),
  ]
  const shares = (values: Float64Array) => {
    const counts = new Float64Array(cuts.length + 1)
    for (const value of values) {
      const bin = cuts.findIndex((cut) => value < cut)
      const to = bin < 0 ? cuts.length : bin
      counts[to] = (counts[to] ?? 0) + 1 / values.length
    }
    return counts
  }
  const [before, after] = [shares(expected), shares(actual)]
  let index = 0
  const bins = Array.from(before, (e, at): StabilityBin => {
    const a = after[at] ?? 0
    const [floorE, floorA] = [Math.max(e, smallestShare), Math.max(a, smallestShare)]
    index += (floorA - floorE) * Math.log(floorA / floorE)
    return { from: cuts[at - 1] ?? sorted[0] ?? 0, to: cuts[at] ?? sorted.at(-1) ?? 0, expected: e, actual: a }
  })
  return { index, bins }
}

/** Spearman's rank correlation; ties share their mean rank. */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [ranksOf(a), ranksOf(b)]
  const mean = (x.length + 1) / 2
  let [xy, xx, yy] = [0, 0, 0]
  for (let at = 0; at < x.length; at++) {
    const [dx, dy] = [(x[at] ?? 0) - mean, (y[at] ?? 0) - mean]
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xx === 0 || yy === 0 ? 1 : xy / Math.sqrt(xx * yy)
}

function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Int32Array.from({ length: values.length }, (_, at) => at).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  )
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++
    for (let at = from; at < to; at++) ranks[order[at] ?? 0] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}

/** Selected rows and rows, and the same among those that turned out good, per group. */
export type GroupRates = { group: string; rows: number; rate: number; goodRows: number; goodRate: number }

/** `isSelected` and `isGood` have one entry per row; `groups` names each row's group, '' where it is not known. */
export function ratesByGroup(
  rows: Int32Array,
  of: { isSelected: Uint8Array; isGood: Uint8Array; groups: readonly string[] },
): GroupRates[] {
  const sums = new Map<string, [rows: number, selected: number, good: number, goodSelected: number]>()
  for (const row of rows) {
    const group = of.groups[row] ?? ''
    if (group === '') continue
    const sum = sums.get(group) ?? [0, 0, 0, 0]
    const [selected, good] = [of.isSelected[row] ?? 0, of.isGood[row] ?? 0]
    sums.set(group, [sum[0] + 1, sum[1] + selected, sum[2] + good, sum[3] + selected * good])
  }
  return [...sums].map(([group, [count, selected, good, goodSelected]]) => ({
    group,
    rows: count,
    rate: selected / count,
    goodRows: good,
    goodRate: good === 0 ? Number.NaN : goodSelected / good,
  }))
}
