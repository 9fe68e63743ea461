// The WoE scorecard, the industry's classic, as challenger and second view: every feature in at most eight bins, each bin its weight of
// evidence ln(bad share / good share), and ridge logistic regression on those (Siddiqi 2006). It is additive too, so it is served the same way.
import { type AdditiveModel, type AdditiveTerm, centred, type TrainOptions } from './additive.ts'
import { type Bins, binTable, fitBins } from './bins.ts'
import { fitRidge } from './ridge.ts'
import type { Column, Table } from './table.ts'

const maxBins = 8
// Rows of the average risk added to every bin, so that a bin of three rows does not speak with certainty.
const smoothing = 10

/** Same contract as trainAdditive(). A promised direction holds by giving neighbouring bins that break it one common weight. */
export function trainScorecard(table: Table, labels: Uint8Array, options: TrainOptions): AdditiveModel {
  const bins = table.columns.map((column) => fitBins(column, maxBins))
  const binned = binTable(table, bins)
  const evidence = table.columns.map((column, at) =>
    evidenceOf(binned[at] ?? new Uint8Array(), labels, {
      count: bins[at]?.count ?? 1,
      direction: column.kind === 'number' ? options.monotone?.[column.name] : undefined,
    }),
  )
  const columns = table.columns.map((column, at): Column => {
    const own = evidence[at] ?? new Float64Array()
    return { name: column.name, kind: 'number', values: Float64Array.from(binned[at] ?? [], (bin) => own[bin] ?? 0) }
  })
  const ridge = fitRidge({ rows: table.rows, columns }, labels, options)
  const terms = table.columns.map((column, at) => {
    const linear = ridge.terms[at]
    // Risk may only rise with its own evidence: a negative weight is a correlation speaking, and would read as nonsense.
    const slope = linear?.kind === 'number' ? Math.max(linear.slope, 0) : 0
    return termOf({ column, bins: bins[at], scores: (evidence[at] ?? new Float64Array()).map((one) => one * slope) })
  })
  const offset = ridge.terms.reduce(
    (sum, term) => sum - (term.kind === 'number' ? Math.max(term.slope, 0) * term.centre : 0),
    0,
  )
  return centred({ bias: ridge.intercept + offset, terms, rounds: 0, strength: ridge.strength }, table)
}

type Evidence = { count: number; direction: -1 | 1 | undefined }

/** One weight of evidence per bin, in logits; bin 0 is missing. */
function evidenceOf(bins: Uint8Array, labels: Uint8Array, { count, direction }: Evidence): Float64Array {
  const bad = new Float64Array(count)
  const all = new Float64Array(count)
  let total = 0
  for (const [row, bin] of bins.entries()) {
    bad[bin] = (bad[bin] ?? 0) + (labels[row] ?? 0)
    all[bin] = (all[bin] ?? 0) + 1
    total += labels[row] ?? 0
  }
  const share = total / bins.length
  if (direction) pool(bad, all, direction)
  return Float64Array.from(all, (rows, bin) => {
    const events = (bad[bin] ?? 0) + smoothing * share
    const others = rows - (bad[bin] ?? 0) + smoothing * (1 - share)
    return Math.log(events / others) - Math.log(share / (1 - share))
  })
}

/** Pools adjacent violators over the bins of present values until shares move in `direction` only. */
function pool(bad: Float64Array, all: Float64Array, direction: -1 | 1): void {
  const groups: { bad: number; all: number; bins: number[] }[] = []
  for (let bin = 1; bin < all.length; bin++) {
    let group = { bad: bad[bin] ?? 0, all: all[bin] ?? 0, bins: [bin] }
    for (let last = groups.at(-1); last; last = groups.at(-1)) {
      if ((group.bad / Math.max(group.all, 1) - last.bad / Math.max(last.all, 1)) * direction >= 0) break
      group = { bad: last.bad + group.bad, all: last.all + group.all, bins: [...last.bins, ...group.bins] }
      groups.pop()
    }
    groups.push(group)
  }
  for (const group of groups)
    for (const bin of group.bins) {
      bad[bin] = group.bad
      all[bin] = group.all
    }
}

function termOf({
  column,
  bins,
  scores,
}: {
  column: Column
  bins: Bins | undefined
  scores: Float64Array
}): AdditiveTerm {
  if (column.kind === 'category') return { name: column.name, kind: 'category', levels: column.levels, scores }
  const cuts = bins?.cuts ?? new Float64Array()
  return { name: column.name, kind: 'number', cuts, scores, slope: 0, centre: 0, low: 0, high: 0 }
}
