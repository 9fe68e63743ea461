// The fairness gate: selection-rate ratio and equal-opportunity difference on protected attributes that the model never saw, at the
// tenant's own operating point.
import type { Gate } from '@guildhall/contracts/gate'
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
  if (from.attributes.size === 0) {
    return [
      {
        ...blank('selection_rate_ratio'),
        verdict: 'not_run',
        detail: 'Could not run: the records carry no protected attribute.',
      },
    ]
  }
  return [...from.attributes].flatMap(([attribute, groups]) => gatesOf({ ...from, attribute, groups }))
}

type OneAttribute = FairnessSource & { attribute: string; groups: readonly string[] }

function gatesOf(from: OneAttribute): Gate[] {
  const rows = Int32Array.from(from.isGood.keys())
  const rates = ratesByGroup(rows, from).filter((group) => group.rows >= leastGroup)
  if (rates.length < 2) {
    const detail = `Could not run on ${from.attribute}: fewer than two groups have ${leastGroup} rows or more.`
    return [{ ...blank(`selection_rate_ratio:${from.attribute}`), verdict: 'not_run', detail }]
  }
  const names = new Set(rates.map((group) => group.group))
  const of = (drawn: Int32Array) => ratesByGroup(drawn, from).filter((group) => names.has(group.group))
  return [ratioGate(from, of), opportunityGate(from, of)]
}

type Rates = (drawn: Int32Array) => GroupRates[]

function ratioGate(from: OneAttribute, of: Rates): Gate {
  const threshold = ratioThreshold[from.jurisdiction] ?? 0.8
  const { figure, interval } = bootstrap(from.isGood.length, (drawn) => spread(of(drawn), 'rate').ratio, {
    seed: from.seed,
    draws: 200,
  })
  const { lowest, highest } = spread(of(Int32Array.from(from.isGood.keys())), 'rate')
  return {
    ...blank(`selection_rate_ratio:${from.attribute}`),
    figure,
    threshold,
    interval,
    verdict: figure >= threshold ? 'pass' : 'fail',
    detail: `${lowest.group} is approved at ${percent(lowest.rate)}, ${highest.group} at ${percent(highest.rate)}.`,
  }
}

function opportunityGate(from: OneAttribute, of: Rates): Gate {
  const { figure, interval } = bootstrap(from.isGood.length, (drawn) => spread(of(drawn), 'goodRate').difference, {
    seed: from.seed + 1,
    draws: 200,
  })
  const { lowest, highest } = spread(of(Int32Array.from(from.isGood.keys())), 'goodRate')
  const isKnown = Number.isFinite(figure)
  return {
    ...blank(`equal_opportunity_difference:${from.attribute}`),
    passes: 'at_most',
    figure: isKnown ? figure : null,
    threshold: equalOpportunityLimit,
    interval: isKnown ? interval : null,
    verdict: isKnown ? (figure <= equalOpportunityLimit ? 'pass' : 'fail') : 'not_run',
    detail: isKnown
      ? `Of those who paid, ${percent(lowest.goodRate)} of ${lowest.group} and ${percent(highest.goodRate)} of ${highest.group} are approved.`
      : 'Could not run: a group has nobody who paid.',
  }
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

function blank(measure: string): Gate {
  return {
    name: 'fairness',
    measure,
    figure: null,
    threshold: null,
    passes: 'at_least',
    interval: null,
    verdict: 'not_run',
    detail: '',
  }
}
