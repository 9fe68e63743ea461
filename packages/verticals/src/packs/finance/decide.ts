// From figures to an action: rules in their stated order, the conditions they set, and the largest amount they leave room for.

import { minorDigits } from '../../kit/currency.ts'
import type { Features, Prediction } from '../../kit/vertical.ts'
import { type Affordability, affordabilityOf, paymentPerUnit } from './affordability.ts'
import type { RiskNoteContent, Rule } from './content.ts'
import type { FinanceFeatures } from './features.ts'
import { figuresOf } from './figures.ts'
import type { RiskNoteInput } from './input.ts'
import { applyRules, deciding, inOrder, missingResults, type PolicyResult } from './policy.ts'
import { holds, namesRead, type RuleVariables } from './rule-logic.ts'
import { amountVariables } from './rule-variables.ts'
import { bandOf, pointsOf, type Scale, scaleOf } from './score.ts'

export type Action = 'approve' | 'approve_with_conditions' | 'refer' | 'decline'
export const actions = ['approve', 'approve_with_conditions', 'refer', 'decline'] as const

export type Given = {
  /** With what the template assumes already filled in. */
  input: RiskNoteInput
  content: RiskNoteContent
  features: Features & FinanceFeatures
  prediction: Prediction
}
export type Decision = {
  points: number
  band: string
  scale: Scale
  affordability: Affordability
  figures: RuleVariables
  policy: PolicyResult[]
  action: Action
  /** Id of the rule that decided; null when all passed. */
  decidedBy: string | null
  conditions: string[]
}

export function decide({ input, content, features, prediction }: Given): Decision {
  const scale = scaleOf(content.scale)
  const points = pointsOf(scale, prediction.logit)
  const band = bandOf(content.bands, points)
  const affordability = affordabilityOf(input, content.stress)
  const figures = { ...figuresOf(input, { affordability, features }), pd: prediction.probability, points, band }
  const policy = inOrder([...applyRules(content.rules, figures), ...missingResults(input, content.missing)])
  const decisive = deciding(policy, content.resolution)
  const action = actionOf(decisive)
  return {
    points,
    band,
    scale,
    affordability,
    figures,
    policy,
    action,
    decidedBy: decisive?.rule ?? null,
    conditions: action === 'approve_with_conditions' ? conditionsOf(policy) : [],
  }
}

function actionOf(decisive: PolicyResult | null): Action {
  if (decisive === null) return 'approve'
  const { outcome } = decisive
  return outcome === 'refer' || outcome === 'decline' ? outcome : 'approve_with_conditions'
}

const amountCondition = 'reduce_amount'

function conditionsOf(policy: readonly PolicyResult[]): string[] {
  const named = policy.flatMap((one) => (one.outcome === 'condition' && one.condition ? [one.condition] : []))
  const capped = policy.some((one) => one.outcome === 'cap') ? [amountCondition] : []
  return [...new Set([...named, ...capped])]
}

const maxGrowth = 16
const steps = 48

/**
 * The largest whole amount at which every rule on a figure that moves with the amount still passes; 0 when there is none, null when
 * no such rule can be answered. Rules that read the model are left out: at another amount it would have to speak again.
 */
export function largestAmount(input: RiskNoteInput, rules: readonly Rule[], figures: RuleVariables): string | null {
  const own = rules.filter((rule) => isOnAmount(rule) && isKnown(rule, figures))
  if (own.length === 0) return null
  const at = amountFigures(input, figures)
  const fits = (amount: number) => {
    const moved = at(amount)
    return own.every((rule) => holds(rule.logic, { ...moved, limit: rule.limit }) === true)
  }
  let low = 0
  let high = Number(input.product.amount) * maxGrowth
  if (fits(high)) low = high
  for (let step = 0; step < steps && high - low > 0.5; step++) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  // The nearest whole amount may lie a hair above the bisected one.
  const whole = fits(Math.ceil(low)) ? Math.ceil(low) : Math.floor(low)
  return whole.toFixed(minorDigits(input.product.currency))
}

const readsAmount = (name: string) => amountVariables.some((known) => known === name)

function isOnAmount(rule: Rule): boolean {
  const names = [rule.metric, ...namesRead(rule.logic)]
  return names.some(readsAmount) && !names.some((name) => name === 'pd' || name === 'points' || name === 'band')
}

const isKnown = (rule: Rule, figures: RuleVariables) =>
  [rule.metric, ...namesRead(rule.logic)].every((name) => name === 'limit' || (figures[name] ?? null) !== null)

/** Every figure that moves with the amount, at another amount; payments are linear in it. */
function amountFigures(input: RiskNoteInput, figures: RuleVariables): (amount: number) => RuleVariables {
  const asked = Number(input.product.amount)
  const unit = paymentPerUnit({ apr: input.product.apr, termMonths: input.product.term_months }).toNumber()
  const number = (name: string) => {
    const value = figures[name] ?? null
    return typeof value === 'number' ? value : null
  }
  const [income, dti, dscr] = [number('income_monthly'), number('dti_after'), number('dscr')]
  const ebitda = number('ebitda_yearly')
  const debt = Number(input.business?.debt_total ?? Number.NaN)
  const equity = Number(input.business?.equity ?? Number.NaN)
  const service = Number(input.business?.debt_service_yearly ?? Number.NaN)
  const scaled = (name: string, amount: number) => {
    const value = number(name)
    return value === null ? null : (value * amount) / asked
  }
  const base = dti !== null && income !== null ? dti - (unit * asked) / income : null
  return (amount) => ({
    ...figures,
    amount,
    payment_monthly: unit * amount,
    dti_after: base !== null && income !== null ? base + (unit * amount) / income : null,
    ltv: scaled('ltv', amount),
    loan_to_income: scaled('loan_to_income', amount),
    loan_to_value: scaled('loan_to_value', amount),
    dscr: dscr === null || ebitda === null ? null : ebitda / (service + 12 * unit * amount),
    leverage: number('leverage') === null || ebitda === null ? null : (debt + amount) / ebitda,
    debt_to_equity: number('debt_to_equity') === null ? null : (debt + amount) / equity,
  })
}
