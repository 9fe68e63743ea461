// The collection of finance: loans whose outcome is known. Protected attributes are kept apart from what a model may see.

import { decisions } from '@guildhall/contracts/decision'
import { z } from 'zod'
import { defineCollection } from '../../kit/collection.ts'
import { idText, timeField } from '../../kit/record-fields.ts'
import { actions } from './decide.ts'

const featureValue = z.union([z.number(), z.string().max(200), z.boolean(), z.null()])

const loanRecord = z.strictObject({
  id: idText,
  applicant_ref: idText.nullish(),
  as_of: timeField.nullish(),
  features: z
    .record(z.string().regex(/^[a-zA-Z][\w ]{0,59}$/), featureValue)
    .describe('Named as the features of the model; unknown is null, never 0'),
  defaulted: z.boolean(),
  protected: z
    .record(z.string().max(60), z.union([z.string().max(60), z.number(), z.boolean(), z.null()]))
    .nullish()
    .describe('Read by the fairness gate only, never by a model'),
})

export const loans = defineCollection({
  name: 'loans',
  title: { en: 'Loans', 'zh-CN': '贷款' },
  summary: {
    en: 'Past loans with their features and whether they defaulted.',
    'zh-CN': '历史贷款的特征及其是否违约。',
  },
  schema: loanRecord,
  isImmutable: false,
  label: 'defaulted',
  fields: [
    { name: 'id', kind: 'text', required: true, aliases: ['loan_id', 'row_id', 'application_id'] },
    { name: 'applicant_ref', kind: 'text', required: false, aliases: ['customer', 'customer_id'] },
    { name: 'as_of', kind: 'time', required: false, aliases: ['date'] },
    { name: 'defaulted', kind: 'boolean', required: true, aliases: ['default', 'bad', 'target'] },
    { name: 'features', kind: 'record', required: true, aliases: [] },
    { name: 'protected', kind: 'record', required: false, aliases: [] },
  ],
  headOf: (loan) => ({ key: loan.id, subject: loan.applicant_ref ?? null, at: loan.as_of ?? null }),
})

const applicationRecord = z.strictObject({
  id: idText.describe('The run that was decided'),
  application_id: idText,
  applicant_ref: idText.nullish(),
  decided_at: timeField,
  recommended: z.enum(actions),
  decided: z.enum(decisions),
  is_override: z.boolean(),
  reason_code: z.string().max(60).nullish(),
  points: z.number().nullish(),
  features: z.record(z.string().max(60), featureValue),
})

export const applications = defineCollection({
  name: 'applications',
  title: { en: 'Applications', 'zh-CN': '申请' },
  summary: {
    en: 'Decided applications: what was recommended, what a person decided, and why. Overrides are labels.',
    'zh-CN': '已决定的申请：建议、人工决定及理由。改判即为标签。',
  },
  schema: applicationRecord,
  isImmutable: false,
  label: 'decided',
  fields: [
    { name: 'id', kind: 'text', required: true, aliases: ['run'] },
    { name: 'application_id', kind: 'text', required: true, aliases: ['application'] },
    { name: 'applicant_ref', kind: 'text', required: false, aliases: ['customer', 'customer_id'] },
    { name: 'decided_at', kind: 'time', required: true, aliases: ['date'] },
    { name: 'recommended', kind: 'text', required: true, aliases: [] },
    { name: 'decided', kind: 'text', required: true, aliases: ['decision'] },
    { name: 'is_override', kind: 'boolean', required: true, aliases: ['override'] },
    { name: 'reason_code', kind: 'text', required: false, aliases: ['reason'] },
    { name: 'points', kind: 'number', required: false, aliases: ['score'] },
    { name: 'features', kind: 'record', required: true, aliases: [] },
  ],
  headOf: (one) => ({ key: one.id, subject: one.applicant_ref ?? null, at: one.decided_at }),
})
