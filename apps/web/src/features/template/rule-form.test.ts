// The builder reads back what it wrote, for every figure there is; what it did not write it leaves alone.
import { variableNames } from '@guildhall/verticals/packs/finance/rule-variables'
import { starters } from '@guildhall/verticals/packs/finance/starters'
import { expect, test } from 'vitest'
import { formOf, isText, newRule, withForm, withMetric } from './rule-form.ts'

test('every figure makes a rule that the builder reads back', () => {
  const rule = newRule([])
  for (const metric of variableNames) {
    const form = formOf(rule)
    const next = form && withMetric(form, metric)
    expect(next && formOf(withForm(rule, next))).toEqual(next)
    expect(next && 'text' in next).toBe(isText(metric))
  }
})

test('all rules of the starter templates fit the builder', () => {
  for (const { content } of starters)
    for (const rule of Object(content).rules) expect(formOf(rule), rule.id).not.toBeNull()
})

test('a rule of more than one figure is left to JSON', () => {
  expect(
    formOf({ ...newRule([]), logic: { and: [{ '<=': [{ var: 'pd' }, 0.2] }, { '<=': [{ var: 'ltv' }, 0.8] }] } }),
  ).toBeNull()
})

test('a new rule never takes the id of another', () => {
  expect(newRule(['rule_2', 'x']).id).toBe('rule_3')
})
