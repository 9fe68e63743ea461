// Policy rules are JSON-logic in the template. Each answers pass, refer or decline, with its margin; what cannot be known is referred.
import { LogicEngine } from 'json-logic-engine'
import type { Rule } from './content.ts'

export type PolicyVariables = Record<string, number | string | null>
export type PolicyOutcome = 'pass' | 'refer' | 'decline'
export type PolicyResult = {
  rule: string
  name: Rule['name']
  outcome: PolicyOutcome
  /** Distance to the limit in the metric's unit, positive when passed; null for rules without a limit and for unknown metrics. */
  margin: number | null
  value: number | string | null
  limit: number | null
}

const engine = new LogicEngine()

/** Throws when a rule's logic is not JSON-logic: publishing checks that, so here it is a bug. */
export function applyRules(rules: readonly Rule[], variables: PolicyVariables): PolicyResult[] {
  return rules.map((rule) => {
    const value = variables[rule.metric] ?? null
    const passes = value !== null && engine.run(rule.logic, { ...variables, limit: rule.limit }) === true
    return {
      rule: rule.id,
      name: rule.name,
      // Unknown is never a decline: somebody has to look.
      outcome: passes ? 'pass' : value === null ? 'refer' : rule.outcome,
      margin: marginOf(rule, value),
      value,
      limit: rule.limit,
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
