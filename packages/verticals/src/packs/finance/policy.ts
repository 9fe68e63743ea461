// Policy rules are JSON-logic in the template. Each answers pass or its own outcome, with its margin; what cannot be known is referred.
import { valueAt } from '../../kit/golden.ts'
import type { RiskNoteContent, Rule } from './content.ts'
import type { RiskNoteInput } from './input.ts'
import { inputFields } from './input-fields.ts'
import { holds, namesRead, type RuleVariables } from './rule-logic.ts'
import { isOfModel, ruleVariables } from './rule-variables.ts'

type PolicyOutcome = 'pass' | 'condition' | 'cap' | 'refer' | 'decline'
export type PolicyResult = {
  rule: string
  name: Rule['name']
  /** Before the model where the rule reads nothing of it. */
  stage: 'before' | 'after'
  outcome: PolicyOutcome
  /** Distance to the limit in the metric's unit, positive when passed; null for rules without a limit and for unknown metrics. */
  margin: number | null
  metric: Rule['metric'] | null
  value: number | string | null
  limit: number | null
  bound: Rule['bound'] | null
  unit: (typeof ruleVariables)[Rule['metric']]['unit'] | null
  condition: string | null
}

/** A rule that reads something unknown, or has no answer for these values, is referred unless the rule says to skip it: never a decline. */
export function applyRules(rules: readonly Rule[], variables: RuleVariables): PolicyResult[] {
  return rules.map((rule) => {
    const value = variables[rule.metric] ?? null
    return {
      rule: rule.id,
      name: rule.name,
      stage: stageOf(rule),
      outcome: outcomeOf(rule, variables),
      margin: marginOf(rule, value),
      metric: rule.metric,
      value,
      limit: rule.limit,
      bound: rule.bound,
      unit: ruleVariables[rule.metric].unit,
      condition: rule.condition,
    }
  })
}

/** Rules that read nothing of the model stand before it: they knock out whatever it says. */
function stageOf(rule: Rule): PolicyResult['stage'] {
  return [rule.metric, ...namesRead(rule.logic)].some(isOfModel) ? 'after' : 'before'
}

function outcomeOf(rule: Rule, variables: RuleVariables): PolicyOutcome {
  const given: RuleVariables = { ...variables, limit: rule.limit }
  const isKnown = [rule.metric, ...namesRead(rule.logic)].every((name) => (given[name] ?? null) !== null)
  const held = isKnown ? holds(rule.logic, given) : null
  if (held === null) return rule.on_unknown === 'skip' ? 'pass' : 'refer'
  return held ? 'pass' : rule.outcome
}

function marginOf(rule: Rule, value: number | string | null): number | null {
  if (typeof value !== 'number' || rule.limit === null || rule.bound === 'equal') return null
  return rule.bound === 'max' ? rule.limit - value : value - rule.limit
}

/** Fields without which the template wants a person to look. */
export function missingResults(input: RiskNoteInput, missing: RiskNoteContent['missing']): PolicyResult[] {
  return missing
    .filter(({ path, rule }) => rule === 'refer' && (valueAt(input, path) ?? null) === null)
    .map(({ path }) => ({
      rule: `known_${path.replace('.', '_')}`,
      name: inputFields[path].label,
      stage: 'before' as const,
      outcome: 'refer' as const,
      margin: null,
      metric: null,
      value: null,
      limit: null,
      bound: null,
      unit: null,
      condition: null,
    }))
}

const severity: readonly PolicyOutcome[] = ['pass', 'condition', 'cap', 'refer', 'decline']

/** The rule that decides: the strictest outcome, or the first rule that is not passed, as the template orders. */
export function deciding(
  results: readonly PolicyResult[],
  resolution: RiskNoteContent['resolution'],
): PolicyResult | null {
  const failed = inOrder(results).filter((result) => result.outcome !== 'pass')
  if (resolution === 'first') return failed[0] ?? null
  return failed.reduce<PolicyResult | null>(
    (worst, one) => (worst && severity.indexOf(worst.outcome) >= severity.indexOf(one.outcome) ? worst : one),
    null,
  )
}

/** Rules before the model come first, each stage in the template's order. */
export function inOrder(results: readonly PolicyResult[]): PolicyResult[] {
  return [...results.filter((one) => one.stage === 'before'), ...results.filter((one) => one.stage === 'after')]
}
