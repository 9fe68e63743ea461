// Policy rules are JSON-logic in the template. Each answers pass, refer or decline, with its margin; what cannot be known is referred.
import type { Rule } from './content.ts'
import { holds, namesRead, type RuleVariables } from './rule-logic.ts'

export type PolicyOutcome = 'pass' | 'refer' | 'decline'
export type PolicyResult = {
  rule: string
  name: Rule['name']
  outcome: PolicyOutcome
  /** Distance to the limit in the metric's unit, positive when passed; null for rules without a limit and for unknown metrics. */
  margin: number | null
  value: number | string | null
  limit: number | null
  unit: Rule['unit']
}

/** A rule that reads something unknown, or has no answer for these values, is referred: never a pass, never a decline. */
export function applyRules(rules: readonly Rule[], variables: RuleVariables): PolicyResult[] {
  return rules.map((rule) => {
    const value = variables[rule.metric] ?? null
    const given: RuleVariables = { ...variables, limit: rule.limit }
    const isKnown = value !== null && namesRead(rule.logic).every((name) => (given[name] ?? null) !== null)
    const held = isKnown ? holds(rule.logic, given) : null
    return {
      rule: rule.id,
      name: rule.name,
      outcome: held === null ? 'refer' : held ? 'pass' : rule.outcome,
      margin: marginOf(rule, value),
      value,
      limit: rule.limit,
      unit: rule.unit,
    }
  })
}

function marginOf(rule: Rule, value: number | string | null): number | null {
  if (typeof value !== 'number' || rule.limit === null || rule.bound === 'equal') return null
  return rule.bound === 'max' ? rule.limit - value : value - rule.limit
}

/** The strictest outcome wins. */
export function worstOutcome(results: readonly PolicyResult[]): PolicyOutcome {
  if (results.some((result) => result.outcome === 'decline')) return 'decline'
  return results.some((result) => result.outcome === 'refer') ? 'refer' : 'pass'
}
