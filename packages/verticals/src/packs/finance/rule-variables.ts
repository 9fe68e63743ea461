// What a rule may read: every figure of the application and the assessment, typed, so that a builder can offer only what makes sense.
import type { FactUnit } from '../../kit/facts.ts'
import type { Localized } from '../../kit/localized.ts'

type Variable = { unit: FactUnit; label: Localized; isOfModel?: true }
const variable = (unit: FactUnit, en: string, zh: string): Variable => ({ unit, label: { en, 'zh-CN': zh } })
const ofModel = (unit: FactUnit, en: string, zh: string): Variable => ({ ...variable(unit, en, zh), isOfModel: true })

export const ruleVariables = {
  pd: ofModel('fraction', 'Probability of default', '违约概率'),
  points: ofModel('points', 'Score', '评分'),
  band: ofModel('text', 'Band', '档位'),
  product_type: variable('text', 'Product', '产品'),
  jurisdiction: variable('text', 'Jurisdiction', '司法辖区'),
  currency: variable('text', 'Currency', '币种'),
  amount: variable('currency', 'Amount', '金额'),
  term_months: variable('months', 'Term', '期限'),
  apr: variable('fraction', 'Yearly rate', '年利率'),
  income_monthly: variable('currency', 'Gross monthly income', '月总收入'),
  income_verified: variable('text', 'Income verified', '收入已核实'),
  debts_monthly: variable('currency', 'Monthly debt service', '每月债务支出'),
  payment_monthly: variable('currency', 'Monthly payment', '每月还款'),
  dti_before: variable('fraction', 'Debt service to income before the loan', '放款前偿债收入比'),
  dti_after: variable('fraction', 'Debt service to income after the loan', '放款后偿债收入比'),
  ltv: variable('fraction', 'Loan to value', '贷款价值比'),
  dscr: variable('ratio', 'Debt service cover (DSCR)', '偿债覆盖率（DSCR）'),
  leverage: variable('ratio', 'Debt to EBITDA', '负债与 EBITDA 之比'),
  debt_to_equity: variable('ratio', 'Debt to equity', '负债权益比'),
  ebitda_yearly: variable('currency', 'Yearly EBITDA', '年 EBITDA'),
  trading_months: variable('months', 'Time in business', '经营时间'),
  bureau_score: variable('count', 'Score of the credit bureau', '征信评分'),
  utilization: variable('fraction', 'Share of revolving limits in use', '循环额度使用率'),
  inquiries_12m: variable('count', 'Inquiries in a year', '近一年查询次数'),
  oldest_trade_months: variable('months', 'Age of the oldest account', '最早账户时长'),
  open_trades: variable('count', 'Open credit accounts', '信贷账户数'),
  delinq_30p_24m: variable('count', 'Late payments in the credit report', '征信逾期次数'),
  tenure_years: variable('years', 'Time with the employer', '现职工作年限'),
  housing: variable('text', 'Housing', '住房情况'),
  prior_derogatory: variable('text', 'Late payments', '逾期记录'),
  employment_type: variable('text', 'Kind of employment', '就业类型'),
  expense_to_income: variable('fraction', 'Living expenses to income', '生活支出收入比'),
  loan_to_income: variable('fraction', 'Loan to yearly income', '贷款与年收入之比'),
  assets_to_income: variable('ratio', 'Assets to yearly income', '资产与年收入之比'),
  loan_to_value: variable('fraction', 'Loan to the value it finances', '贷款与标的价值之比'),
} as const satisfies Record<string, Variable>

export type VariableName = keyof typeof ruleVariables
export const variableNames = Object.keys(ruleVariables) as [VariableName, ...VariableName[]]

export function isOfModel(name: string): boolean {
  return variableNames.some((known) => known === name && 'isOfModel' in ruleVariables[known])
}

/** Whether the figure moves with the amount asked for and with nothing that only a model can say. */
export const amountVariables: readonly VariableName[] = [
  'amount',
  'payment_monthly',
  'dti_after',
  'ltv',
  'dscr',
  'leverage',
  'debt_to_equity',
  'loan_to_income',
  'loan_to_value',
]
