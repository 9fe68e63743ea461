// What every part of a rule's form knows: the template, the pack's rules, and what the tenant's records say.
import type { RuleValues } from '@guildhall/contracts/template-rules'
import type { RuleBuilder } from '@guildhall/verticals/kit/rule-builder'

export type RuleContext = {
  /** The template's slug. */
  id: string
  builder: RuleBuilder
  known: RuleValues | undefined
  titleOf: (key: string) => { en: string; 'zh-CN': string }
}

/** Texts a field has, each with how many records have it. */
export function valuesOf(known: RuleValues | undefined, field: string, attribute: string | null = null) {
  const own = known?.fields.find((one) => one.field === field && one.attribute === attribute)
  return (own?.values ?? []).map((one) => ({ value: one.value, label: `${one.value} (${one.records})` }))
}

export function attributesOf(known: RuleValues | undefined) {
  return (known?.fields ?? []).flatMap(({ attribute }) =>
    attribute === null ? [] : [{ value: attribute, label: attribute }],
  )
}
