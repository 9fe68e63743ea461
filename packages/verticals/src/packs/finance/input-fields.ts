// Every field of a risk note's input by its dotted path, with the kind of its value: what a column can be mapped to, and how a cell is read.
import type { Localized } from '../../kit/localized.ts'

export type FieldKind = 'text' | 'money' | 'fraction' | 'number' | 'boolean'
type InputField = { kind: FieldKind; label: Localized }

const field = (kind: FieldKind, en: string, zh: string): InputField => ({ kind, label: { en, 'zh-CN': zh } })

export const inputFields = {
  application_id: field('text', 'Application id', '申请编号'),
  applicant_ref: field('text', 'Applicant reference', '申请人代号'),
  as_of: field('text', 'Figures as of', '数据日期'),
  jurisdiction: field('text', 'Jurisdiction', '司法辖区'),
  'product.type': field('text', 'Product', '产品'),
  'product.amount': field('money', 'Amount', '金额'),
  'product.currency': field('text', 'Currency', '币种'),
  'product.term_months': field('number', 'Term in months', '期限（月）'),
  'product.apr': field('fraction', 'Yearly rate', '年利率'),
  'product.purpose': field('text', 'Purpose', '用途'),
  'income.gross_monthly': field('money', 'Gross monthly income', '月总收入'),
  'income.verified': field('boolean', 'Income verified', '收入已核实'),
  'income.employment_type': field('text', 'Kind of employment', '就业类型'),
  'income.tenure_months': field('number', 'Months with the employer', '现职工作月数'),
  'debts.monthly_service': field('money', 'Monthly debt service', '每月债务支出'),
  'bureau.score': field('number', 'Score of the credit bureau', '征信评分'),
  'bureau.utilization': field('fraction', 'Share of revolving limits in use', '循环额度使用率'),
  'bureau.inquiries_12m': field('number', 'Inquiries in a year', '近一年查询次数'),
  'bureau.oldest_trade_months': field('number', 'Age of the oldest account', '最早账户月数'),
  'bureau.open_trades': field('number', 'Open credit accounts', '信贷账户数'),
  'bureau.delinq_30p_24m': field('number', 'Late payments in the credit report', '征信逾期次数'),
  'collateral.type': field('text', 'What is financed', '标的或抵押物'),
  'collateral.value': field('money', 'Value of what is financed', '标的价值'),
  'collateral.costs_monthly': field('money', 'Monthly costs of the property', '房产每月费用'),
  'business.revenue_yearly': field('money', 'Yearly revenue', '年营业收入'),
  'business.ebitda_yearly': field('money', 'Yearly EBITDA', '年 EBITDA'),
  'business.debt_service_yearly': field('money', 'Yearly debt service of the business', '企业年还本付息'),
  'business.debt_total': field('money', 'Debts of the business', '企业负债总额'),
  'business.equity': field('money', 'Equity of the business', '企业净资产'),
  'business.trading_months': field('number', 'Months in business', '经营月数'),
  'household.age': field('number', 'Age', '年龄'),
  'household.marital': field('text', 'Marital status', '婚姻状况'),
  'household.dependants': field('number', 'Dependants', '受抚养人数'),
  'household.housing': field('text', 'Housing', '住房情况'),
  'household.assets': field('money', 'Assets', '资产'),
  'household.expenses_monthly': field('money', 'Living expenses', '生活支出'),
} as const satisfies Record<string, InputField>

export type InputPath = keyof typeof inputFields
export const inputPaths = Object.keys(inputFields) as [InputPath, ...InputPath[]]

const personal: readonly InputPath[] = [
  'income.gross_monthly',
  'income.employment_type',
  'income.tenure_months',
  'debts.monthly_service',
  'bureau.delinq_30p_24m',
  'collateral.value',
  'household.housing',
  'household.assets',
  'household.expenses_monthly',
]
const business: readonly InputPath[] = [
  'business.revenue_yearly',
  'business.ebitda_yearly',
  'business.debt_service_yearly',
  'business.debt_total',
  'business.equity',
  'business.trading_months',
]

/** What a note on this product should know; a field that is not given is named as missing. */
export function expectedPaths(product: string): readonly InputPath[] {
  if (product === 'sme') return [...personal, ...business]
  return product === 'mortgage' ? [...personal, 'collateral.costs_monthly'] : personal
}
