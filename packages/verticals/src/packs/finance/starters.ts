// The templates a tenant begins with: a personal loan, a mortgage, a loan to a small business. Working policies, not advice.
import type { Starter } from '../../kit/vertical.ts'
import { defaultConditions, defaultRecourse, type RiskNoteContent, type Rule } from './content.ts'
import { reasonTable } from './reason-table.ts'
import type { VariableName } from './rule-variables.ts'
import { defaultDisclosures, defaultWording } from './wording-default.ts'

type Limit = { bound: 'max' | 'min'; limit: number; outcome: Rule['outcome'] } & Partial<
  Pick<Rule, 'condition' | 'on_unknown' | 'mitigant'>
>

function limit(id: string, metric: VariableName, name: Rule['name'], rest: Limit): Rule {
  const logic = { [rest.bound === 'max' ? '<=' : '>=']: [{ var: metric }, { var: 'limit' }] }
  return { id, name, logic, metric, condition: null, on_unknown: 'refer', mitigant: null, ...rest }
}

function equals(
  id: string,
  {
    metric,
    to,
    name,
    ...rest
  }: { metric: VariableName; to: string; name: Rule['name'] } & Pick<Rule, 'outcome'> &
    Partial<Pick<Rule, 'condition' | 'mitigant'>>,
): Rule {
  const logic = { '==': [{ var: metric }, to] }
  const common = { limit: null, bound: 'equal' as const, condition: null, on_unknown: 'refer' as const, mitigant: null }
  return { id, name, logic, metric, ...common, ...rest }
}

const maxPd = (at: number, outcome: Rule['outcome'] = 'decline') =>
  limit('max_pd', 'pd', { en: 'Probability of default', 'zh-CN': '违约概率' }, { bound: 'max', limit: at, outcome })
const maxDti = (at: number, outcome: Rule['outcome']) =>
  limit(
    'max_dti_after',
    'dti_after',
    { en: 'Debt service to income after the loan', 'zh-CN': '放款后偿债收入比' },
    {
      bound: 'max',
      limit: at,
      outcome,
      mitigant: {
        en: 'Have other debts repaid first, or spread the loan over a longer term.',
        'zh-CN': '先偿还其他债务，或延长期限。',
      },
    },
  )
const noDelinquency = equals('no_delinquency', {
  metric: 'prior_derogatory',
  to: 'no',
  name: { en: 'Clean payment record in the credit report', 'zh-CN': '征信报告期内还款记录良好' },
  outcome: 'refer',
  mitigant: { en: 'Obtain an explanation and proof that arrears are paid.', 'zh-CN': '取得逾期说明及已结清的证明。' },
})
const incomeVerified = equals('income_verified', {
  metric: 'income_verified',
  to: 'yes',
  name: { en: 'Income verified', 'zh-CN': '收入已核实' },
  outcome: 'condition',
  condition: 'verify_income',
  mitigant: { en: 'Ask for payslips and bank statements.', 'zh-CN': '请提供工资单与银行流水。' },
})

const common = {
  scale: { pdo: 20, base_points: 600, base_odds: 50 },
  bands: [
    { band: 'A', from_points: 570 },
    { band: 'B', from_points: 545 },
    { band: 'C', from_points: 525 },
    { band: 'D', from_points: 505 },
    { band: 'E', from_points: -100_000 },
  ],
  resolution: 'strictest',
  conditions: defaultConditions,
  reason_table: reasonTable,
  reference: 'population',
  approver: { approve: 'credit_officer', refer: 'senior_credit_officer', decline: 'credit_officer' },
  mapping: [],
  missing: [],
  recourse: defaultRecourse,
  wording: defaultWording,
  disclosures: defaultDisclosures,
} satisfies Partial<RiskNoteContent>

const consumer: RiskNoteContent = {
  ...common,
  products: ['personal', 'auto', 'card'],
  rules: [
    maxPd(0.35),
    maxDti(0.43, 'refer'),
    noDelinquency,
    incomeVerified,
    limit(
      'max_loan_to_income',
      'loan_to_income',
      { en: 'Loan to yearly income', 'zh-CN': '贷款与年收入之比' },
      {
        bound: 'max',
        limit: 1,
        outcome: 'cap',
        mitigant: { en: 'Consider a smaller amount.', 'zh-CN': '考虑减小贷款金额。' },
      },
    ),
  ],
  lgd: 0.65,
  stress: [
    { id: 'income_down', income_change: -0.05, rate_change: 0, value_change: 0 },
    { id: 'rate_up', income_change: 0, rate_change: 0.02, value_change: 0 },
  ],
}

const mortgage: RiskNoteContent = {
  ...common,
  products: ['mortgage'],
  rules: [
    // The built-in model has learnt from consumer loans: it may ask for a person here, it may not decline. With a model of your own, choose decline.
    maxPd(0.25, 'refer'),
    maxDti(0.43, 'refer'),
    limit(
      'knockout_ltv',
      'ltv',
      { en: 'Loan to value, outer limit', 'zh-CN': '贷款价值比（上限）' },
      {
        bound: 'max',
        limit: 0.95,
        outcome: 'decline',
        mitigant: { en: 'Ask for a larger down payment.', 'zh-CN': '要求追加首付。' },
      },
    ),
    limit(
      'max_ltv',
      'ltv',
      { en: 'Loan to value', 'zh-CN': '贷款价值比' },
      {
        bound: 'max',
        limit: 0.8,
        outcome: 'cap',
        mitigant: { en: 'Ask for a larger down payment.', 'zh-CN': '要求追加首付。' },
      },
    ),
    limit(
      'max_term',
      'term_months',
      { en: 'Term', 'zh-CN': '期限' },
      {
        bound: 'max',
        limit: 360,
        outcome: 'refer',
        mitigant: { en: 'Consider another term.', 'zh-CN': '考虑调整期限。' },
      },
    ),
    noDelinquency,
    incomeVerified,
  ],
  lgd: 0.2,
  stress: [
    { id: 'income_down', income_change: -0.1, rate_change: 0, value_change: 0 },
    { id: 'rate_up', income_change: 0, rate_change: 0.03, value_change: 0 },
    { id: 'value_down', income_change: 0, rate_change: 0, value_change: -0.2 },
  ],
  recourse: { ...defaultRecourse, longest_term_months: 360 },
}

const sme: RiskNoteContent = {
  ...common,
  products: ['sme'],
  rules: [
    // The built-in model has learnt from consumer loans: it may ask for a person here, it may not decline. With a model of your own, choose decline.
    maxPd(0.35, 'refer'),
    limit(
      'min_dscr',
      'dscr',
      { en: 'Debt service cover', 'zh-CN': '偿债覆盖率' },
      {
        bound: 'min',
        limit: 1.25,
        outcome: 'refer',
        mitigant: { en: 'Agree a reserve account for debt service.', 'zh-CN': '约定偿债准备金账户。' },
      },
    ),
    limit(
      'knockout_dscr',
      'dscr',
      { en: 'Debt service cover, outer limit', 'zh-CN': '偿债覆盖率（底线）' },
      {
        bound: 'min',
        limit: 0.8,
        outcome: 'decline',
        mitigant: { en: 'Agree a reserve account for debt service.', 'zh-CN': '约定偿债准备金账户。' },
      },
    ),
    limit(
      'max_leverage',
      'leverage',
      { en: 'Debt to EBITDA', 'zh-CN': '负债与 EBITDA 之比' },
      {
        bound: 'max',
        limit: 4,
        outcome: 'cap',
        mitigant: { en: 'Ask the owner for equity.', 'zh-CN': '要求企业主增资。' },
      },
    ),
    limit(
      'max_debt_to_equity',
      'debt_to_equity',
      { en: 'Debt to equity', 'zh-CN': '负债权益比' },
      {
        bound: 'max',
        limit: 3,
        outcome: 'condition',
        condition: 'owner_guarantee',
        mitigant: { en: 'Ask the owner for equity.', 'zh-CN': '要求企业主增资。' },
      },
    ),
    limit(
      'min_trading',
      'trading_months',
      { en: 'Time in business', 'zh-CN': '经营时间' },
      {
        bound: 'min',
        limit: 24,
        outcome: 'refer',
        mitigant: { en: 'Ask for the plan and the first accounts.', 'zh-CN': '请提供经营计划与首期报表。' },
      },
    ),
    noDelinquency,
    incomeVerified,
  ],
  lgd: 0.55,
  stress: [
    { id: 'earnings_down', income_change: -0.2, rate_change: 0, value_change: 0 },
    { id: 'rate_up', income_change: 0, rate_change: 0.02, value_change: 0 },
  ],
}

export const defaultContent = consumer

export const starters: [Starter, ...Starter[]] = [
  { slug: 'consumer-risk-note', title: { en: 'Consumer risk note', 'zh-CN': '消费信贷风险报告' }, content: consumer },
  { slug: 'mortgage-risk-note', title: { en: 'Mortgage risk note', 'zh-CN': '住房贷款风险报告' }, content: mortgage },
  { slug: 'sme-risk-note', title: { en: 'Business loan risk note', 'zh-CN': '小微企业贷款风险报告' }, content: sme },
]
