// The template's content: everything an admin may set for a risk note. What a version published before did not know has a default here.
import { z } from 'zod'
import { claimIn } from '../../kit/lexicon.ts'
import { localizedSchema } from '../../kit/localized.ts'
import { faultOfWording } from '../../kit/wording.ts'
import { featureUnits } from './features.ts'
import { productTypes } from './input.ts'
import { inputFields, inputPaths } from './input-fields.ts'
import { faultOf, type RuleVariables } from './rule-logic.ts'
import { ruleVariables, variableNames } from './rule-variables.ts'
import { defaultDisclosures, defaultWording } from './wording-default.ts'
import { contextNames } from './wording-names.ts'

const featureName = z.enum(Object.keys(featureUnits) as [string, ...string[]])

const ruleSample: RuleVariables = {
  limit: 1,
  ...Object.fromEntries(variableNames.map((name) => [name, ruleVariables[name].unit === 'text' ? 'other' : 1])),
}

/** Wording that states only facts: no figure, direction or negation of its own, and no name but `{value}` where it may stand. */
function wording({ mayState }: { mayState: boolean }) {
  return localizedSchema.superRefine((text, context) => {
    for (const [language, one] of Object.entries(text)) {
      const refuse = (message: string, fix: string) =>
        context.addIssue({ code: 'custom', path: [language], message, params: { fix } })
      const rest = mayState ? one.replaceAll('{value}', '') : one
      const stray = claimIn(rest)
      if (stray !== null) refuse(`states "${stray}", which is no fact`, 'Leave figures and directions to facts')
      if (/[{}]/.test(rest))
        refuse('has a brace that names no fact', mayState ? 'Use {value} or no brace' : 'Use no brace')
    }
    const [en, zh] = [text.en, text['zh-CN']].map((one) => one.split('{value}').length - 1)
    if (en !== zh) context.addIssue({ code: 'custom', message: 'the languages state {value} unequally often' })
  })
}

const codeName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)

/** `logic` is JSON-logic over the variables of figures.ts and `limit`; `metric` and `limit` say what the margin is measured on. */
const ruleSchema = z.strictObject({
  id: codeName,
  name: localizedSchema,
  logic: z.record(z.string(), z.json()).superRefine((logic, context) => {
    const fault = faultOf(logic, ruleSample)
    if (fault !== null)
      context.addIssue({ code: 'custom', message: fault, params: { fix: 'Send JSON-logic over these names' } })
  }),
  metric: z.enum(variableNames),
  limit: z.number().nullable(),
  bound: z.enum(['max', 'min', 'equal']),
  unit: z.string().max(20).optional().describe('The metric’s own; only versions of before name it'),
  outcome: z.enum(['condition', 'cap', 'refer', 'decline']).describe('Where the rule does not hold'),
  condition: codeName.nullable().default(null).describe('Which condition, for the outcome condition'),
  on_unknown: z.enum(['refer', 'skip']).default('refer').describe('Where a figure it reads is not known'),
  mitigant: wording({ mayState: false }).nullable().default(null).describe('What would help; named with the risk'),
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

const mappingSchema = z.strictObject({
  from: z.string().min(1).max(80).describe('Name of the tenant’s column'),
  to: z.enum(inputPaths),
  as: z.enum(['as_is', 'percent', 'years']).default('as_is'),
  values: z.record(z.string().max(80), z.string().max(80)).default({}).describe('The tenant’s levels -> ours'),
})

const missingSchema = z
  .strictObject({
    path: z.enum(inputPaths),
    rule: z.enum(['refuse', 'refer', 'assume']),
    value: z.union([z.string().max(80), z.number(), z.boolean()]).optional(),
  })
  .superRefine(({ path, rule, value }, context) => {
    const { kind } = inputFields[path]
    const wanted = kind === 'boolean' ? 'boolean' : kind === 'text' || kind === 'money' ? 'string' : 'number'
    if (rule === 'assume' && typeof value !== wanted)
      context.addIssue({ code: 'custom', path: ['value'], message: `must be a ${kind} to be assumed for ${path}` })
  })

/** Only what an applicant can change within weeks. Age, history, employment and housing are not here, and never may be. */
export const mutablePaths = [
  'product.amount',
  'product.term_months',
  'debts.monthly_service',
  'income.verified',
] as const

const recourseSchema = z.strictObject({
  is_offered: z.boolean(),
  paths: z.array(z.enum(mutablePaths)).max(mutablePaths.length),
  largest_cut: z.number().min(0).max(0.9).describe('Of the amount asked for'),
  longest_term_months: z.int().min(1).max(480),
})

const liquid = z
  .string()
  .max(8000)
  .superRefine((text, context) => {
    const fault = faultOfWording(text, contextNames)
    if (fault !== null)
      context.addIssue({ code: 'custom', message: fault, params: { fix: 'Name facts between braces' } })
  })
const sectionSchema = z.strictObject({
  id: codeName,
  title: wording({ mayState: false }),
  text: z.strictObject({ en: liquid, 'zh-CN': liquid }),
})
const statement = z.strictObject({ en: z.string().min(1).max(1000), 'zh-CN': z.string().min(1).max(1000) })

export const riskNoteContent = z
  .strictObject({
    products: z
      .array(z.enum(productTypes))
      .min(1)
      .default([...productTypes])
      .describe('What the template is for'),
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
    rules: z
      .array(ruleSchema)
      .max(50)
      .refine((rules) => isDistinct(rules.map((rule) => rule.id)), 'a rule stands twice'),
    resolution: z.enum(['strictest', 'first']).default('strictest').describe('Which rule decides where several fail'),
    conditions: z
      .array(z.strictObject({ code: codeName, text: wording({ mayState: false }) }))
      .max(30)
      .default(() => defaultConditions),
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
          value_change: z.number().min(-1).max(1).default(0),
        }),
      )
      .max(10),
    approver: z.strictObject({ approve: z.string().max(60), refer: z.string().max(60), decline: z.string().max(60) }),
    mapping: z
      .array(mappingSchema)
      .max(100)
      .default([])
      .refine((columns) => isDistinct(columns.map((column) => column.from)), 'a column is mapped twice'),
    missing: z.array(missingSchema).max(50).default([]),
    recourse: recourseSchema.default(() => defaultRecourse),
    wording: z
      .array(sectionSchema)
      .min(1)
      .max(20)
      .default(() => structuredClone(defaultWording)),
    disclosures: z
      .array(z.strictObject({ jurisdiction: z.enum(['ALL', 'US', 'EU', 'UK', 'CN', 'OTHER']), text: statement }))
      .max(20)
      .default(() => structuredClone(defaultDisclosures)),
  })
  .superRefine(({ rules, conditions }, context) => {
    const codes = conditions.map((condition) => condition.code)
    for (const [at, { outcome, condition }] of rules.entries())
      if (outcome === 'condition' && (condition === null || !codes.includes(condition)))
        context.addIssue({
          code: 'custom',
          path: ['rules', at, 'condition'],
          message: `must be one of ${codes.join(', ') || 'the conditions'}`,
        })
  })
export type RiskNoteContent = z.output<typeof riskNoteContent>

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}

function isDescending(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value < (values[at - 1] ?? value))
}

export const defaultConditions: RiskNoteContent['conditions'] = [
  {
    code: 'verify_income',
    text: { en: 'verify income before paying out', 'zh-CN': '放款前核实收入' },
  },
  {
    code: 'reduce_amount',
    text: { en: 'lend the largest amount that the policy leaves room for', 'zh-CN': '按政策所容许的最大金额放款' },
  },
  {
    code: 'insure_property',
    text: { en: 'obtain proof of insurance on the property', 'zh-CN': '取得房产保险证明' },
  },
  {
    code: 'owner_guarantee',
    text: { en: 'obtain the guarantee of the owner', 'zh-CN': '取得企业主的担保' },
  },
]

export const defaultRecourse: RiskNoteContent['recourse'] = {
  is_offered: true,
  paths: [...mutablePaths],
  largest_cut: 0.5,
  longest_term_months: 84,
}
