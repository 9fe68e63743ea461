// What a rule builder asks of a tenant's records: which values there are to choose from, and of how many records each rule is about.
import { z } from 'zod'

const id = z.string().min(1).max(100).describe('Slug or id of a template')
const localized = z.object({ en: z.string(), 'zh-CN': z.string() })

/** The first so many records by key are read; `is_truncated` says when there are more. */
export const maxRuleRecords = 20_000

export const ruleValuesInput = z.strictObject({ id })
export const ruleValues = z.object({
  object: z.literal('rule_values'),
  records: z.int(),
  is_truncated: z.boolean(),
  fields: z.array(
    z.object({
      field: z.string(),
      attribute: z.string().nullable(),
      kind: z.enum(['text', 'number', 'boolean']).describe('Text where records do not agree'),
      unit: z.string().nullable().describe('null where there is none, or more than one'),
      min: z.number().nullable(),
      max: z.number().nullable(),
      values: z.array(z.object({ value: z.string(), records: z.int() })).describe('The most frequent first'),
    }),
  ),
})
export type RuleValues = z.infer<typeof ruleValues>

export const ruleMatchesInput = z.strictObject({
  id,
  rules: z.array(z.strictObject({ kind: z.string().max(40), rule: z.json() })).max(200),
})
export const ruleMatches = z.object({
  object: z.literal('rule_matches'),
  records: z.int(),
  is_truncated: z.boolean(),
  counts: z.array(z.int()).describe('Of how many records each rule is about, in the order of the request'),
})

export const ruleRecordsInput = z.strictObject({
  id,
  text: z.string().trim().max(100).default('').describe('Part of a key or title'),
  keys: z.array(z.string().max(200)).max(300).default([]).describe('These instead'),
})
export const ruleRecords = z.object({
  object: z.literal('rule_records'),
  data: z.array(z.object({ key: z.string(), title: localized })),
})
