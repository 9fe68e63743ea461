// How the levels and names of finance read in both languages.
import type { Localized } from '../../kit/localized.ts'

export const levelLabels: Record<string, Localized> = {
  own: { en: 'owns a home', 'zh-CN': '自有住房' },
  rent: { en: 'rents', 'zh-CN': '租房' },
  parents: { en: 'lives with parents', 'zh-CN': '与父母同住' },
  permanent: { en: 'permanent', 'zh-CN': '长期雇员' },
  part_time: { en: 'part time', 'zh-CN': '兼职' },
  self_employed: { en: 'self-employed', 'zh-CN': '自雇' },
  other: { en: 'other', 'zh-CN': '其他' },
  yes: { en: 'yes', 'zh-CN': '有' },
  no: { en: 'none', 'zh-CN': '无' },
}

export const featureLabels: Record<string, Localized> = {
  tenure_years: { en: 'Time with employer', 'zh-CN': '工作年限' },
  housing: { en: 'Housing', 'zh-CN': '住房情况' },
  term_months: { en: 'Term', 'zh-CN': '期限' },
  prior_derogatory: { en: 'Late payments', 'zh-CN': '逾期记录' },
  employment_type: { en: 'Employment', 'zh-CN': '就业类型' },
  expense_to_income: { en: 'Expenses to income', 'zh-CN': '支出收入比' },
  loan_to_income: { en: 'Loan to income', 'zh-CN': '贷款收入比' },
  assets_to_income: { en: 'Assets to income', 'zh-CN': '资产收入比' },
  loan_to_value: { en: 'Loan to value', 'zh-CN': '贷款价值比' },
}

export const productLabels: Record<string, Localized> = {
  personal: { en: 'a personal loan', 'zh-CN': '个人贷款' },
  auto: { en: 'a car loan', 'zh-CN': '汽车贷款' },
  card: { en: 'a card limit', 'zh-CN': '信用卡额度' },
  mortgage: { en: 'a mortgage', 'zh-CN': '住房抵押贷款' },
  sme: { en: 'a business loan', 'zh-CN': '小微企业贷款' },
}

export const actionLabels: Record<string, Localized> = {
  approve: { en: 'approve', 'zh-CN': '批准' },
  approve_with_conditions: { en: 'approve with conditions', 'zh-CN': '附条件批准' },
  refer: { en: 'refer to a person', 'zh-CN': '转人工审核' },
  decline: { en: 'decline', 'zh-CN': '拒绝' },
}

export const outcomeLabels: Record<string, Localized> = {
  pass: { en: 'passed', 'zh-CN': '通过' },
  condition: { en: 'on condition', 'zh-CN': '附条件' },
  cap: { en: 'smaller amount', 'zh-CN': '降低金额' },
  refer: { en: 'refer', 'zh-CN': '转人工' },
  decline: { en: 'decline', 'zh-CN': '拒绝' },
}

export const jurisdictionLabels: Record<string, Localized> = {
  US: { en: 'United States', 'zh-CN': '美国' },
  EU: { en: 'European Union', 'zh-CN': '欧盟' },
  UK: { en: 'United Kingdom', 'zh-CN': '英国' },
  CN: { en: 'China', 'zh-CN': '中国' },
  OTHER: { en: 'another country', 'zh-CN': '其他国家' },
}

export const yesNoLabels: Record<string, Localized> = {
  yes: { en: 'yes', 'zh-CN': '是' },
  no: { en: 'no', 'zh-CN': '否' },
}
