// Recourse: the smallest changes within an applicant's reach that would be approved. Candidates are re-scored by the same model and judged
// by the same rules; only what passed is named, and "none found" is an answer.
import { Decimal } from 'decimal.js'
import { minorDigits } from '../../kit/currency.ts'
import type { Features, Prediction, Probed } from '../../kit/vertical.ts'
import { withPath } from './arrange.ts'
import type { mutablePaths, RiskNoteContent } from './content.ts'
import { type Action, decide, type Given } from './decide.ts'
import type { FinanceFeatures } from './features.ts'
import type { RiskNoteInput } from './input.ts'
import { pointsOf, scaleOf } from './score.ts'

type MutablePath = (typeof mutablePaths)[number]
type Change = { path: MutablePath; from: string | number | boolean; to: string | number | boolean }
type RecoursePath = {
  changes: Change[]
  rescored_points: number
  rescored_pd: number
  action: Action
  verified: true
}
export type Recourse = { is_searched: boolean; candidates: number; paths: RecoursePath[] }

const amountSteps = 20
const debtSteps = 5
const termStep = 12
const maxTerms = 5
const maxPaths = 3

type Option = { change: Change; cost: number }
type Candidate = { changes: Change[]; cost: number; input: RiskNoteInput }

/** Inputs to re-score, cheapest first; none where the application is approved as it stands. */
export function recourseProbes(given: Given): RiskNoteInput[] {
  const { action } = decide(given)
  if (!given.content.recourse.is_offered || action === 'approve' || action === 'approve_with_conditions') return []
  return candidatesOf(given.input, given.content).map((one) => one.input)
}

/** `probed` answers the candidates in their order. */
export function recourseOf(
  given: Given,
  probed: readonly Probed<RiskNoteInput, Features & FinanceFeatures, Prediction>[],
): Recourse {
  if (probed.length === 0) return { is_searched: false, candidates: 0, paths: [] }
  // No rule reads a stress test, and each costs an annuity.
  const content = { ...given.content, stress: [] }
  const candidates = candidatesOf(given.input, content)
  const paths: RecoursePath[] = []
  const touched: Set<string>[] = []
  for (const [at, { changes, input }] of candidates.entries()) {
    const answer = probed[at]
    if (!answer || paths.length === maxPaths) break
    // A dearer path that changes what a cheaper one already did says nothing new.
    const names = new Set<string>(changes.map((change) => change.path))
    if (touched.some((set) => [...set].every((name) => names.has(name)))) continue
    const { action } = decide({ content, input, features: answer.features, prediction: answer.prediction })
    if (action !== 'approve' && action !== 'approve_with_conditions') continue
    touched.push(names)
    paths.push({
      changes,
      rescored_points: pointsOf(scaleOf(content.scale), answer.prediction.logit),
      rescored_pd: answer.prediction.probability,
      action,
      verified: true,
    })
  }
  return { is_searched: true, candidates: candidates.length, paths }
}

/** Every single change and every pair of two kinds, by cost: the sum of relative changes, so that halving a loan costs a half. */
function candidatesOf(input: RiskNoteInput, content: RiskNoteContent): Candidate[] {
  const allowed = content.recourse.paths
  const options = [
    ...(allowed.includes('product.amount') ? amountOptions(input, content) : []),
    ...(allowed.includes('product.term_months') ? termOptions(input, content) : []),
    ...(allowed.includes('debts.monthly_service') ? debtOptions(input) : []),
    ...(allowed.includes('income.verified') && !input.income.verified
      ? [{ change: { path: 'income.verified', from: false, to: true } as const, cost: 0.05 }]
      : []),
  ]
  const pairs = options.flatMap((a, at) =>
    options.slice(at + 1).flatMap((b) => (a.change.path === b.change.path ? [] : [[a, b]])),
  )
  return [...options.map((one) => [one]), ...pairs]
    .map((set) => ({
      changes: set.map((one) => one.change),
      // Two changes are harder to arrange than one of the same size.
      cost: set.reduce((sum, one) => sum + one.cost, 0) + (set.length - 1) * 0.05,
      input: set.reduce((changed, { change }) => withPath(changed, change.path, change.to), input),
    }))
    .toSorted((a, b) => a.cost - b.cost)
}

function amountOptions({ product }: RiskNoteInput, { recourse }: RiskNoteContent): Option[] {
  const digits = minorDigits(product.currency)
  const from = new Decimal(product.amount)
  return Array.from({ length: amountSteps }, (_, step) => (recourse.largest_cut * (step + 1)) / amountSteps).flatMap(
    (cut) => {
      // Down to a round figure, so that the smaller amount is one a person would ask for.
      const exact = from.mul(1 - cut)
      const unit = new Decimal(10).pow(Math.max(0, exact.e - 2))
      const to = exact.div(unit).floor().mul(unit)
      if (!to.greaterThan(0) || !to.lessThan(from)) return []
      return [{ change: { path: 'product.amount', from: product.amount, to: to.toFixed(digits) }, cost: cut }]
    },
  )
}

function termOptions({ product }: RiskNoteInput, { recourse }: RiskNoteContent): Option[] {
  const from = product.term_months
  const longer = Array.from({ length: maxTerms }, (_, at) => from + termStep * (at + 1))
  return longer
    .filter((to) => to <= recourse.longest_term_months)
    .map((to) => ({ change: { path: 'product.term_months', from, to }, cost: (0.3 * (to - from)) / from }))
}

function debtOptions({ debts, product }: RiskNoteInput): Option[] {
  const from = debts.monthly_service
  if (from === null || from === undefined || Number(from) === 0) return []
  return Array.from({ length: debtSteps }, (_, step) => (step + 1) / debtSteps).map((share) => ({
    change: {
      path: 'debts.monthly_service',
      from,
      to: new Decimal(from).mul(1 - share).toFixed(minorDigits(product.currency), Decimal.ROUND_DOWN),
    },
    cost: share * 0.8,
  }))
}
