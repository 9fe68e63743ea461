// The hints of the risk note's template in Chinese, by their English, and what its options and decisions are called.
import type { Localized } from '../../kit/localized.ts'
import { levelLabels, productLabels } from './labels.ts'
import { ruleVariables } from './rule-variables.ts'

export const hints: Readonly<Record<string, string>> = {
  'What the template is for': '此模板适用的产品',
  'Points that double the odds': '使优势翻倍的分数',
  'Good to bad at base_points': '基准分处好与坏之比',
  'Best first; the last one takes all below': '最好的在前；最后一档包含其下全部',
  'The metric’s own; only versions of before name it': '由指标决定；仅旧版本会写明',
  'Where the rule does not hold': '规则不满足时',
  'Which condition, for the outcome condition': '结果为附条件时的条件',
  'Where a figure it reads is not known': '所读数字未知时',
  'What would help; named with the risk': '有助于改善的因素；与风险一并列出',
  'Which rule decides where several fail': '多条规则不满足时由哪条决定',
  'What reasons are measured from': '原因的度量基准',
  'Name of the tenant’s column': '租户的列名',
  'The tenant’s levels -> ours': '租户的取值 → 我们的取值',
  'Of the amount asked for': '占申请金额的比例',
}

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

export const values: Readonly<Record<string, Localized>> = {
  ...Object.fromEntries(Object.entries(ruleVariables).map(([name, { label }]) => [name, label])),
  ...levelLabels,
  ...productLabels,
  max: both('at most', '不高于'),
  min: both('at least', '不低于'),
  equal: both('equal', '等于'),
  approve: both('approve', '批准'),
  approve_with_conditions: both('approve with conditions', '附条件批准'),
  refer: both('refer', '转人工'),
  decline: both('decline', '拒绝'),
  condition: both('approve with a condition', '附条件批准'),
  cap: both('cap the amount', '限制金额'),
  skip: both('skip the rule', '跳过规则'),
  strictest: both('the strictest', '最严格的'),
  first: both('the first', '第一条'),
  population: both('everybody', '全体'),
  best: both('the best', '最佳'),
  as_is: both('as it is', '按原值'),
  percent: both('percent', '百分数'),
  years: both('years', '年'),
  refuse: both('refuse the application', '拒收申请'),
  assume: both('assume a value', '使用假定值'),
}
