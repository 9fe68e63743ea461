// The default table of reason codes: which factors a code covers, and what it says in both languages.
import type { Localized } from '../../kit/localized.ts'
import type { ReasonRow } from './content.ts'
import type { FeatureName } from './features.ts'

function row(code: string, factor: FeatureName, text: Localized, mitigant: Localized): ReasonRow {
  return { code, factors: [factor], text, strength: text, mitigant }
}

const said = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

export const reasonTable: ReasonRow[] = [
  row(
    'EM01',
    'tenure_years',
    said('Time with the present employer: {value}.', '现职工作年限：{value}。'),
    said('Ask for earlier employment in the same line of work.', '请提供此前同行业的工作经历。'),
  ),
  row(
    'EM02',
    'employment_type',
    said('Kind of employment: {value}.', '就业类型：{value}。'),
    said('Verify income over a longer period.', '核实更长时期的收入。'),
  ),
  row(
    'HO01',
    'housing',
    said('Housing: {value}.', '住房情况：{value}。'),
    said('Check how long the applicant has lived at the address.', '核实申请人在现址的居住时间。'),
  ),
  row(
    'CR01',
    'prior_derogatory',
    said('Late payments on record: {value}.', '逾期记录：{value}。'),
    said('Obtain an explanation and proof that arrears are paid.', '取得逾期说明及已结清的证明。'),
  ),
  row(
    'LN01',
    'term_months',
    said('Term of the loan: {value}.', '贷款期限：{value}。'),
    said('Consider another term.', '考虑调整期限。'),
  ),
  row(
    'LN02',
    'loan_to_income',
    said('Loan amount to yearly income: {value}.', '贷款金额与年收入之比：{value}。'),
    said('Consider a smaller amount.', '考虑减小贷款金额。'),
  ),
  row(
    'LN03',
    'loan_to_value',
    said('Loan amount to the value it finances: {value}.', '贷款金额与标的价值之比：{value}。'),
    said('Ask for a larger down payment.', '要求追加首付。'),
  ),
  row(
    'CA01',
    'expense_to_income',
    said('Living expenses to income: {value}.', '生活支出与收入之比：{value}。'),
    said('Review the household budget with the applicant.', '与申请人核对家庭收支。'),
  ),
  row(
    'CA02',
    'assets_to_income',
    said('Assets to yearly income: {value}.', '资产与年收入之比：{value}。'),
    said('Ask for proof of savings or other assets.', '请提供存款或其他资产证明。'),
  ),
]
