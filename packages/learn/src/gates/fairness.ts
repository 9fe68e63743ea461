// The fairness gate: selection-rate ratio and equal-opportunity difference on protected attributes that the model never saw, at the
// tenant's own operating point.
import type { Gate } from '@guildhall/contracts/gate'
import { judged, notRun } from './gate.ts'
import { bootstrap, type GroupRates, ratesByGroup } from './measures.ts'

// Fewer than this say nothing about a group.
const leastGroup = 30
const equalOpportunityLimit = 0.1
// The four-fifths rule is the United States' (29 CFR 1607.4 D); elsewhere there is no number in law, and we hold the same line.
const ratioThreshold: Record<string, number> = { US: 0.8, EU: 0.8, UK: 0.8, CN: 0.8, OTHER: 0.8 }

export type FairnessSource = {
  /** Name of the attribute -> group of every row, '' where it is not known. */
  attributes: ReadonlyMap<string, readonly string[]>
  isSelected: Uint8Array
  isGood: Uint8Array
  jurisdiction: string
  seed: number
}

export function fairnessGates(from: FairnessSource): Gate[] {
  if (from.attributes.size > 0)
    return [...from.attributes].flatMap(([attribute, groups]) => gatesOf({ ...from, attribute, groups }))
  return [unknown('selection_rate_ratio', 'Could not run: the records carry no protected attribute.')]
}

const unknown = (measure: string, detail: string): Gate =>
  notRun({ name: 'fairness', measure, passes: 'at_least', detail })

type OneAttribute = FairnessSource & { attribute: string; groups: readonly string[] }

function gatesOf(from: OneAttribute): Gate[] {
  const { attribute, isGood, seed } = from
  const all = Int32Array.from(isGood.keys())
  const rates = ratesByGroup(all, from).filter((group) => group.rows >= leastGroup)
  if (rates.length < 2) {
    const why = `Could not run on ${attribute}: fewer than two groups have ${leastGroup} rows or more.`
    return [unknown(`selection_rate_ratio:${attribute}`, why)]
  }
  const names = new Set(rates.map((group) => group.group))
  const of = (drawn: Int32Array) => ratesByGroup(drawn, from).filter((group) => names.has(group.group))
  const estimate = (measure: (drawn: Int32Array) => number, more: number) =>
    bootstrap(isGood.length, measure, { seed: seed + more, draws: 200 })
  const [byRate, byGood] = [spread(rates, 'rate'), spread(rates, 'goodRate')]
  const ratio = judged({
    name: 'fairness',
    measure: `selection_rate_ratio:${attribute}`,
    passes: 'at_least',
    figure: estimate((drawn) => spread(of(drawn), 'rate').ratio, 0),
    threshold: ratioThreshold[from.jurisdiction] ?? 0.8,
    detail: `${byRate.lowest.group} is approved at ${percent(byRate.lowest.rate)}, ${byRate.highest.group} at ${percent(byRate.highest.rate)}.`,
  })
  const measure = `equal_opportunity_difference:${attribute}`
  if (!Number.isFinite(byGood.difference))
    return [ratio, unknown(measure, 'Could not run: a group has nobody who paid.')]
  const difference = judged({
    name: 'fairness',
    measure,
    passes: 'at_most',
    figure: estimate((drawn) => spread(of(drawn), 'goodRate').difference, 1),
    threshold: equalOpportunityLimit,
    detail: `Of those who paid, ${percent(byGood.lowest.goodRate)} of ${byGood.lowest.group} and ${percent(byGood.highest.goodRate)} of ${byGood.highest.group} are approved.`,
  })
  return [ratio, difference]
}

const nobody: GroupRates = { group: '', rows: 0, rate: 0, goodRows: 0, goodRate: 0 }

function spread(rates: readonly GroupRates[], by: 'rate' | 'goodRate') {
  const sorted = rates.toSorted((a, b) => a[by] - b[by])
  const lowest = sorted[0] ?? nobody
  const highest = sorted.at(-1) ?? nobody
  return {
    lowest,
    highest,
    ratio: highest[by] === 0 ? 1 : lowest[by] / highest[by],
    difference: highest[by] - lowest[by],
  }
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
