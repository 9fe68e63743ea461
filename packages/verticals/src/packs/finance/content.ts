// The template's content: everything an admin may set for a risk note. The defaults are a working policy, not an advice.
import { z } from 'zod'
import { localizedSchema } from '../../kit/localized.ts'
import { figureIn } from '../../kit/verify.ts'
import { featureUnits } from './features.ts'
import { faultOf, type RuleVariables } from './rule-logic.ts'

const featureName = z.enum(Object.keys(featureUnits) as [string, ...string[]])

/** What a rule may read: figures of the assessment, the features, and the rule's own limit. */
const ruleMetrics = [
  'pd',
  'points',
  'dti_before',
  'dti_after',
  'ltv',
  'payment_monthly',
  ...Object.keys(featureUnits),
] as [string, ...string[]]

const ruleSample: RuleVariables = {
  limit: 1,
  ...Object.fromEntries(ruleMetrics.map((name) => [name, isTextFeature(name) ? 'other' : 1])),
}

function isTextFeature(name: string): boolean {
  return Object.entries(featureUnits).some(([feature, unit]) => feature === name && unit === 'text')
}

/** Wording that states only facts: no figure of its own, and no name but `{value}` where it may stand. */
function wording({ mayState }: { mayState: boolean }) {
  return localizedSchema.superRefine((text, context) => {
    for (const [language, one] of Object.entries(text)) {
      const refuse = (message: string, fix: string) =>
        context.addIssue({ code: 'custom', path: [language], message, params: { fix } })
      const rest = mayState ? one.replaceAll('{value}', '') : one
      const stray = figureIn(rest)
      if (stray !== null) refuse(`states "${stray}", which is no fact`, 'Leave figures to {value}')
      if (/[{}]/.test(rest))
        refuse('has a brace that names no fact', mayState ? 'Use {value} or no brace' : 'Use no brace')
    }
    const [en, zh] = [text.en, text['zh-CN']].map((one) => one.split('{value}').length - 1)
    if (en !== zh) context.addIssue({ code: 'custom', message: 'the languages state {value} unequally often' })
  })
}

const ruleOutcomes = ['refer', 'decline'] as const

/** `logic` is JSON-logic over the variables of policy.ts; `metric` and `limit` say what the margin is measured on. */
const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  name: localizedSchema,
  logic: z.record(z.string(), z.json()).superRefine((logic, context) => {
    const fault = faultOf(logic, ruleSample)
    if (fault !== null)
      context.addIssue({ code: 'custom', message: fault, params: { fix: 'Send JSON-logic over these names' } })
  }),
  metric: z.enum(ruleMetrics),
  limit: z.number().nullable(),
  bound: z.enum(['max', 'min', 'equal']),
  unit: z.enum(['fraction', 'ratio', 'points', 'months', 'text']),
  outcome: z.enum(ruleOutcomes),
})
export type Rule = z.output<typeof ruleSchema>

/** `text` is shown when the factors cost points, `strength` when they earned some; `{value}` is the applicant's own value. */
const reasonSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}\d{2}$/),
  factors: z.array(featureName).min(1),
  text: wording({ mayState: true }),
  strength: wording({ mayState: true }),
  mitigant: wording({ mayState: false }),
})
export type ReasonRow = z.output<typeof reasonSchema>

export const riskNoteContent = z.strictObject({
  scale: z.strictObject({
    pdo: z.number().min(1).max(200).describe('Points that double the odds'),
    base_points: z.number().min(0).max(2000),
    base_odds: z.number().min(0.01).max(10_000).describe('Good to bad at base_points'),
  }),
  bands: z
    .array(z.strictObject({ band: z.string().min(1).max(8), from_points: z.number() }))
    .min(1)
    .max(20)
    .refine((bands) => isDescending(bands.map((band) => band.from_points)), 'bands are not listed best first')
    .describe('Best first; the last one takes all below'),
  rules: z.array(ruleSchema).max(50),
  reason_table: z
    .array(reasonSchema)
    .min(1)
    .max(50)
    .refine((rows) => isDistinct(rows.flatMap((row) => row.factors)), 'a factor stands under two codes')
    .refine((rows) => isDistinct(rows.map((row) => row.code)), 'a code stands twice'),
  lgd: z.number().min(0).max(1),
  reference: z.enum(['population', 'best']).describe('What reasons are measured from'),
  stress: z
    .array(
      z.strictObject({
        id: z.string().max(40),
        income_change: z.number().min(-1).max(1),
        rate_change: z.number().min(-1).max(1),
      }),
    )
    .max(10),
  approver: z.strictObject({ approve: z.string().max(60), refer: z.string().max(60), decline: z.string().max(60) }),
})
export type RiskNoteContent = z.output<typeof riskNoteContent>

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}

function isDescending(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value < (values[at - 1] ?? value))
}

export const defaultContent: RiskNoteContent = {
  scale: { pdo: 20, base_points: 600, base_odds: 50 },
  bands: [
    { band: 'A', from_points: 570 },
    { band: 'B', from_points: 545 },
    { band: 'C', from_points: 525 },
    { band: 'D', from_points: 505 },
    { band: 'E', from_points: -100_000 },
  ],
  rules: [
    {
      id: 'max_pd',
      name: { en: 'Probability of default', 'zh-CN': '违约概率' },
      logic: { '<=': [{ var: 'pd' }, { var: 'limit' }] },
      metric: 'pd',
      limit: 0.35,
      bound: 'max',
      unit: 'fraction',
      outcome: 'decline',
    },
    {
      id: 'max_dti_after',
      name: { en: 'Debt service to income after the loan', 'zh-CN': '放款后偿债收入比' },
      logic: { '<=': [{ var: 'dti_after' }, { var: 'limit' }] },
      metric: 'dti_after',
      limit: 0.43,
      bound: 'max',
      unit: 'fraction',
      outcome: 'refer',
    },
    {
      id: 'no_delinquency',
      name: { en: 'No payment more than a month late in two years', 'zh-CN': '两年内无逾期超过一个月的还款' },
      logic: { '==': [{ var: 'prior_derogatory' }, 'no'] },
      metric: 'prior_derogatory',
      limit: null,
      bound: 'equal',
      unit: 'text',
      outcome: 'refer',
    },
  ],
  reason_table: [
    {
      code: 'EM01',
      factors: ['tenure_years'],
      text: { en: 'Time with the present employer: {value}.', 'zh-CN': '现职工作年限：{value}。' },
      strength: { en: 'Time with the present employer: {value}.', 'zh-CN': '现职工作年限：{value}。' },
      mitigant: {
        en: 'Ask for earlier employment in the same line of work.',
        'zh-CN': '请提供此前同行业的工作经历。',
      },
    },
    {
      code: 'EM02',
      factors: ['employment_type'],
      text: { en: 'Kind of employment: {value}.', 'zh-CN': '就业类型：{value}。' },
      strength: { en: 'Kind of employment: {value}.', 'zh-CN': '就业类型：{value}。' },
      mitigant: { en: 'Verify income over a longer period.', 'zh-CN': '核实更长时期的收入。' },
    },
    {
      code: 'HO01',
      factors: ['housing'],
      text: { en: 'Housing: {value}.', 'zh-CN': '住房情况：{value}。' },
      strength: { en: 'Housing: {value}.', 'zh-CN': '住房情况：{value}。' },
      mitigant: {
        en: 'Check how long the applicant has lived at the address.',
        'zh-CN': '核实申请人在现址的居住时间。',
      },
    },
    {
      code: 'CR01',
      factors: ['prior_derogatory'],
      text: { en: 'Late payments on record: {value}.', 'zh-CN': '有逾期记录：{value}。' },
      strength: { en: 'Late payments on record: {value}.', 'zh-CN': '有逾期记录：{value}。' },
      mitigant: {
        en: 'Obtain an explanation and proof that arrears are paid.',
        'zh-CN': '取得逾期说明及已结清的证明。',
      },
    },
    {
      code: 'LN01',
      factors: ['term_months'],
      text: { en: 'Term of the loan: {value}.', 'zh-CN': '贷款期限：{value}。' },
      strength: { en: 'Term of the loan: {value}.', 'zh-CN': '贷款期限：{value}。' },
      mitigant: { en: 'Consider another term.', 'zh-CN': '考虑调整期限。' },
    },
    {
      code: 'LN02',
      factors: ['loan_to_income'],
      text: { en: 'Loan amount to yearly income: {value}.', 'zh-CN': '贷款金额与年收入之比：{value}。' },
      strength: { en: 'Loan amount to yearly income: {value}.', 'zh-CN': '贷款金额与年收入之比：{value}。' },
      mitigant: { en: 'Consider a smaller amount.', 'zh-CN': '考虑降低贷款金额。' },
    },
    {
      code: 'LN03',
      factors: ['loan_to_value'],
      text: { en: 'Loan amount to the value it finances: {value}.', 'zh-CN': '贷款金额与标的价值之比：{value}。' },
      strength: { en: 'Loan amount to the value it finances: {value}.', 'zh-CN': '贷款金额与标的价值之比：{value}。' },
      mitigant: { en: 'Ask for a higher down payment.', 'zh-CN': '要求提高首付。' },
    },
    {
      code: 'CA01',
      factors: ['expense_to_income'],
      text: { en: 'Living expenses to income: {value}.', 'zh-CN': '生活支出与收入之比：{value}。' },
      strength: { en: 'Living expenses to income: {value}.', 'zh-CN': '生活支出与收入之比：{value}。' },
      mitigant: { en: 'Review the household budget with the applicant.', 'zh-CN': '与申请人核对家庭收支。' },
    },
    {
      code: 'CA02',
      factors: ['assets_to_income'],
      text: { en: 'Assets to yearly income: {value}.', 'zh-CN': '资产与年收入之比：{value}。' },
      strength: { en: 'Assets to yearly income: {value}.', 'zh-CN': '资产与年收入之比：{value}。' },
      mitigant: { en: 'Ask for proof of savings or other assets.', 'zh-CN': '请提供存款或其他资产证明。' },
    },
  ],
  lgd: 0.65,
  reference: 'population',
  stress: [
    { id: 'income_down', income_change: -0.05, rate_change: 0 },
    { id: 'rate_up', income_change: 0, rate_change: 0.02 },
  ],
  approver: { approve: 'credit_officer', refer: 'senior_credit_officer', decline: 'credit_officer' },
}
