// Rules are a tenant's own data: unknown is referred, and what is not a rule is refused when the content is parsed.
import { expect, test } from 'vitest'
import { type Rule, riskNoteContent } from './content.ts'
import { applyRules } from './policy.ts'
import { defaultContent } from './starters.ts'

const maxDti: Rule = {
  id: 'max_dti',
  name: { en: 'Debt service to income', 'zh-CN': '偿债收入比' },
  logic: { '<=': [{ var: 'dti_after' }, { var: 'limit' }] },
  metric: 'dti_after',
  limit: 0.43,
  bound: 'max',
  outcome: 'decline',
  condition: null,
  on_unknown: 'refer',
  mitigant: null,
}

const outcomeOf = (rule: Rule, variables: Record<string, number | string | null>) => applyRules([rule], variables)[0]

test('a rule passes at its limit and answers its outcome beyond it, with the margin', () => {
  expect(outcomeOf(maxDti, { dti_after: 0.43 })).toMatchObject({ outcome: 'pass', margin: 0 })
  expect(outcomeOf(maxDti, { dti_after: 0.5 })?.outcome).toBe('decline')
  expect(outcomeOf(maxDti, { dti_after: 0.5 })?.margin).toBeCloseTo(-0.07, 12)
})

test('anything unknown that a rule reads is referred, though null would compare as 0', () => {
  const both: Rule = { ...maxDti, logic: { and: [maxDti.logic, { '<=': [{ var: 'ltv' }, 0.9] }] } }
  expect(outcomeOf(both, { dti_after: 0.2, ltv: 0.5 })?.outcome).toBe('pass')
  expect(outcomeOf(both, { dti_after: 0.2, ltv: null })?.outcome).toBe('refer')
  expect(outcomeOf(maxDti, { dti_after: null })?.outcome).toBe('refer')
})

test('a default of the author stands in for the unknown', () => {
  const lenient: Rule = { ...maxDti, logic: { and: [maxDti.logic, { '<=': [{ var: ['ltv', 0] }, 0.9] }] } }
  expect(outcomeOf(lenient, { dti_after: 0.2 })?.outcome).toBe('pass')
})

test('a rule without an answer for these values is referred', () => {
  const divides: Rule = { ...maxDti, logic: { '<=': [{ '/': [1, { var: 'ltv' }] }, 2] } }
  expect(outcomeOf(divides, { dti_after: 0.2, ltv: 0 })?.outcome).toBe('refer')
})

test.each([
  ['an unknown operator', { summon: [1] }],
  ['an unknown name', { '<=': [{ var: 'household.age' }, 60] }],
  ['a protected attribute', { '<=': [{ var: 'age' }, 60] }],
  ['a name built at run time', { '<=': [{ var: { cat: ['p', 'd'] } }, 1] }],
  ['a number compared with a text', { '<=': [{ var: 'housing' }, 1] }],
])('content refuses a rule with %s', (_, logic) => {
  const parsed = riskNoteContent.safeParse({ ...defaultContent, rules: [{ ...maxDti, logic }] })
  expect(parsed.success).toBe(false)
})

test.each([
  ['a figure in a wording', { text: { en: 'Less than 2 years.', 'zh-CN': '工作年限短。' } }],
  ['a name that is no fact', { text: { en: 'Tenure: {tenure}.', 'zh-CN': '年限：{tenure}。' } }],
  ['a value in one language only', { text: { en: 'Tenure: {value}.', 'zh-CN': '年限短。' } }],
  ['a value in a mitigant', { mitigant: { en: 'Ask about {value}.', 'zh-CN': '询问 {value}。' } }],
])('content refuses %s', (_, change) => {
  const [first, ...others] = defaultContent.reason_table
  const parsed = riskNoteContent.safeParse({ ...defaultContent, reason_table: [{ ...first, ...change }, ...others] })
  expect(parsed.success).toBe(false)
})

test('content refuses a factor under two codes and bands that are not best first', () => {
  const [first] = defaultContent.reason_table
  const twice = [...defaultContent.reason_table, { ...first, code: 'ZZ99' }]
  expect(riskNoteContent.safeParse({ ...defaultContent, reason_table: twice }).success).toBe(false)
  const bands = defaultContent.bands.toReversed()
  expect(riskNoteContent.safeParse({ ...defaultContent, bands }).success).toBe(false)
})
