// A rule as the builder shows it: one figure against one limit. What is more than that stays JSON-logic, and the builder says so.
import type { Rule } from '@guildhall/verticals/packs/finance/content'
import { employmentTypes, housingTypes, jurisdictions, productTypes } from '@guildhall/verticals/packs/finance/input'
import { ruleVariables, type VariableName } from '@guildhall/verticals/packs/finance/rule-variables'

/** `text` compares for equality with a level. */
export type RuleForm =
  | { metric: VariableName; bound: 'max' | 'min'; limit: number }
  | { metric: VariableName; text: string }

const levels: Partial<Record<VariableName, readonly string[]>> = {
  housing: housingTypes,
  employment_type: employmentTypes,
  product_type: productTypes,
  jurisdiction: jurisdictions,
  prior_derogatory: ['no', 'yes'],
  income_verified: ['yes', 'no'],
}

/** The texts a figure can be; empty where any will do. */
export function levelsOf(metric: VariableName): readonly string[] {
  return levels[metric] ?? []
}

export function isText(metric: VariableName): boolean {
  return ruleVariables[metric].unit === 'text'
}

/** Null where the logic is none the builder makes. */
export function formOf(rule: Rule): RuleForm | null {
  const said = JSON.stringify(rule.logic)
  const { metric, limit } = rule
  for (const bound of ['max', 'min'] as const)
    if (limit !== null && said === JSON.stringify(logicOf({ metric, bound, limit }))) return { metric, bound, limit }
  const [, second] = Array.isArray(rule.logic['==']) ? rule.logic['=='] : []
  if (typeof second === 'string' && said === JSON.stringify(logicOf({ metric, text: second })))
    return { metric, text: second }
  return null
}

function logicOf(form: RuleForm): Rule['logic'] {
  if ('text' in form) return { '==': [{ var: form.metric }, form.text] }
  return { [form.bound === 'max' ? '<=' : '>=']: [{ var: form.metric }, { var: 'limit' }] }
}

export function withForm(rule: Rule, form: RuleForm): Rule {
  const logic = logicOf(form)
  return 'text' in form
    ? { ...rule, metric: form.metric, logic, limit: null, bound: 'equal' }
    : { ...rule, metric: form.metric, logic, limit: form.limit, bound: form.bound }
}

/** Another figure keeps the limit where its kind is the same; else it begins anew. */
export function withMetric(form: RuleForm, metric: VariableName): RuleForm {
  if (isText(metric)) return { metric, text: levelsOf(metric)[0] ?? '' }
  if ('text' in form || ruleVariables[metric].unit !== ruleVariables[form.metric].unit)
    return { metric, bound: 'max', limit: 0 }
  return { ...form, metric }
}

export function newRule(ids: readonly string[]): Rule {
  let at = ids.length + 1
  while (ids.includes(`rule_${at}`)) at++
  const rule: Rule = {
    id: `rule_${at}`,
    name: { en: 'New rule', 'zh-CN': '新规则' },
    logic: {},
    metric: 'dti_after',
    limit: 0.4,
    bound: 'max',
    outcome: 'refer',
    condition: null,
    on_unknown: 'refer',
    mitigant: null,
  }
  return withForm(rule, { metric: 'dti_after', bound: 'max', limit: 0.4 })
}
