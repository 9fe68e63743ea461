// A risk officer's figures over decided runs: bands, actions, reasons, overrides and score stability by month; and fairness by group.
import { type FairnessReport, leastGroup, type Portfolio } from '@guildhall/contracts/decision'

/** One run, as little of it as the figures take. */
export type PortfolioRow = {
  month: string
  action: string
  band: string
  points: number
  loss: number
  currency: string
  reasons: readonly { code: string; points: number }[]
  failed: readonly string[]
  decision: { isOverride: boolean; reasonCode: string } | null
}

export function portfolioOf(rows: readonly PortfolioRow[]): Portfolio {
  const decided = rows.flatMap((row) => row.decision ?? [])
  const overrides = decided.filter((one) => one.isOverride)
  const currencies = [...countBy(rows, (row) => [row.currency])].sort(byCount)
  const [currency = null] = currencies[0] ?? []
  return {
    object: 'portfolio',
    runs: rows.length,
    currency,
    bands: [...countBy(rows, (row) => [row.band])].sort(byName).map(([band, runs]) => ({ band, runs })),
    actions: [...countBy(rows, (row) => [row.action])].sort(byCount).map(([action, runs]) => ({ action, runs })),
    reasons: reasonsOf(rows),
    rules: [...countBy(rows, (row) => row.failed)].sort(byCount).map(([rule, failed]) => ({ rule, failed })),
    overrides: [...countBy(overrides, (one) => [one.reasonCode])]
      .sort(byCount)
      .map(([reason_code, runs]) => ({ reason_code, runs })),
    decided: decided.length,
    override_rate: shareOf(overrides.length, decided.length),
    months: monthsOf(rows, currency),
  }
}

type Counted = [name: string, count: number]
const byCount = ([, a]: Counted, [, b]: Counted) => b - a
const byName = ([a]: Counted, [b]: Counted) => (a < b ? -1 : 1)
const shareOf = (part: number, whole: number) => (whole === 0 ? null : part / whole)

function countBy<T>(rows: readonly T[], namesOf: (row: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) for (const name of namesOf(row)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function reasonsOf(rows: readonly PortfolioRow[]): Portfolio['reasons'] {
  const sums = new Map<string, { runs: number; points: number }>()
  for (const { code, points } of rows.flatMap((row) => row.reasons)) {
    const sum = sums.get(code) ?? { runs: 0, points: 0 }
    sums.set(code, { runs: sum.runs + 1, points: sum.points + points })
  }
  return [...sums]
    .map(([code, { runs, points }]) => ({ code, runs, points: points / runs }))
    .sort((a, b) => b.runs - a.runs)
}

function monthsOf(rows: readonly PortfolioRow[], currency: string | null): Portfolio['months'] {
  const months = [...new Set(rows.map((row) => row.month))].sort()
  const first = rows.filter((row) => row.month === months[0]).map((row) => row.points)
  return months.map((month) => {
    const own = rows.filter((row) => row.month === month)
    const share = (actions: readonly string[]) =>
      shareOf(own.filter((row) => actions.includes(row.action)).length, own.length)
    const decided = own.flatMap((row) => row.decision ?? [])
    return {
      month,
      runs: own.length,
      approved: share(['approve', 'approve_with_conditions']),
      referred: share(['refer']),
      declined: share(['decline']),
      overridden: shareOf(decided.filter((one) => one.isOverride).length, decided.length),
      stability:
        month === months[0]
          ? null
          : stabilityIndex(
              first,
              own.map((row) => row.points),
            ),
      expected_loss: own
        .filter((row) => row.action !== 'decline' && row.currency === currency)
        .reduce((sum, row) => sum + row.loss, 0),
    }
  })
}

// Fewer say nothing about a distribution.
const leastRows = 30
const bins = 10
const smallestShare = 1e-4

/** PSI over ten quantile bins of the first month: sum (a - e) ln(a / e), Siddiqi 2006; null where a month is too small to say. */
function stabilityIndex(expected: readonly number[], actual: readonly number[]): number | null {
  if (expected.length < leastRows || actual.length < leastRows) return null
  const sorted = expected.toSorted((a, b) => a - b)
  const cuts = Array.from({ length: bins - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / bins)] ?? 0)
  const shares = (values: readonly number[]) => {
    const counts = Array.from({ length: bins }, () => 0)
    for (const value of values) {
      const bin = cuts.filter((cut) => value >= cut).length
      counts[bin] = (counts[bin] ?? 0) + 1 / values.length
    }
    return counts.map((share) => Math.max(share, smallestShare))
  }
  const now = shares(actual)
  return shares(expected).reduce((sum, e, at) => sum + ((now[at] ?? 0) - e) * Math.log((now[at] ?? 0) / e), 0)
}

export type FairnessRow = { month: string; isApproved: boolean; attributes: Record<string, unknown> }

// Ages as lenders are asked about them.
const ageBands: [upTo: number, name: string][] = [
  [25, '≤ 25'],
  [40, '26–40'],
  [60, '41–60'],
  [Number.POSITIVE_INFINITY, '> 60'],
]

export function fairnessOf(rows: readonly FairnessRow[]): FairnessReport {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.attributes)))].sort()
  const months = [...new Set(rows.map((row) => row.month))].sort()
  return {
    object: 'fairness_report',
    least_group: leastGroup,
    attributes: names.map((attribute) => ({
      attribute,
      months: months.map((month) =>
        monthFairness(
          rows.filter((row) => row.month === month),
          { month, attribute },
        ),
      ),
    })),
  }
}

function monthFairness(rows: readonly FairnessRow[], { month, attribute }: { month: string; attribute: string }) {
  const sums = new Map<string, { runs: number; approved: number }>()
  for (const row of rows) {
    const group = groupOf(attribute, row.attributes[attribute])
    if (group === null) continue
    const sum = sums.get(group) ?? { runs: 0, approved: 0 }
    sums.set(group, { runs: sum.runs + 1, approved: sum.approved + (row.isApproved ? 1 : 0) })
  }
  const shown = [...sums].filter(([, sum]) => sum.runs >= leastGroup)
  const groups = shown
    .map(([group, { runs, approved }]) => ({ group, runs, approved: approved / runs }))
    .sort((a, b) => (a.group < b.group ? -1 : 1))
  const rates = groups.map((one) => one.approved)
  const highest = Math.max(...rates)
  return {
    month,
    groups,
    hidden: sums.size - shown.length,
    ratio: groups.length < 2 || highest === 0 ? null : Math.min(...rates) / highest,
  }
}

function groupOf(attribute: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (attribute === 'age' && typeof value === 'number') return ageBands.find(([upTo]) => value <= upTo)?.[1] ?? null
  return typeof value === 'string' ? value.slice(0, 60) : JSON.stringify(value)
}
