// The records that a template's rules are about, and what a rule builder asks of them. Rules are judged by the pack itself, so that a count is what
// the rule will do.
import { AppError } from '@guildhall/contracts/errors'
import {
  maxRuleRecords,
  ruleMatches,
  ruleMatchesInput,
  ruleRecords,
  ruleRecordsInput,
  ruleValues,
  ruleValuesInput,
} from '@guildhall/contracts/template-rules'
import { sql, type Tx } from '@guildhall/db/client'
import type { RuleBuilder, RuleRecord } from '@guildhall/verticals/kit/rule-builder'
import { tallyValues } from '@guildhall/verticals/kit/rule-values'
import { defineVerb } from '../verb.ts'
import { taskOf } from './task.ts'
import { findTemplate } from './view.ts'

const maxFound = 12
const pageRows = 2000

export const getRuleValues = defineVerb({
  name: 'template.rule_values',
  scope: 'templates:read',
  isRead: true,
  input: ruleValuesInput,
  output: ruleValues,
  run: async ({ actor, tx }, { id }) => {
    const { tenantId } = actor
    const builder = await builderOf(tx, tenantId, id)
    const tally = tallyValues()
    const read = await eachRecord(tx, { tenantId, builder }, (record) => tally.add(builder.valuesOf(record)))
    return { object: 'rule_values' as const, ...read, fields: tally.fields() }
  },
})

export const getRuleMatches = defineVerb({
  name: 'template.rule_matches',
  scope: 'templates:read',
  isRead: true,
  input: ruleMatchesInput,
  output: ruleMatches,
  run: async ({ actor, tx }, { id, rules }) => {
    const { tenantId } = actor
    const builder = await builderOf(tx, tenantId, id)
    const counts = rules.map(() => 0)
    const tests = rules.map(({ kind, rule }) => builder.matches(kind, rule))
    const read = await eachRecord(tx, { tenantId, builder }, (record) => {
      for (const [at, isAbout] of tests.entries()) if (isAbout(record)) counts[at] = (counts[at] ?? 0) + 1
    })
    return { object: 'rule_matches' as const, ...read, counts }
  },
})

/** By part of key or title, the shortest titles first; or these keys, for their titles. */
export const findRuleRecords = defineVerb({
  name: 'template.rule_records',
  scope: 'templates:read',
  isRead: true,
  input: ruleRecordsInput,
  output: ruleRecords,
  run: async ({ actor, tx }, { id, text, keys }) => {
    const { collection } = await builderOf(tx, actor.tenantId, id)
    const part = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
    const wanted =
      keys.length > 0 ? sql`key = ANY(${keys})` : sql`(key ILIKE ${part} OR ${en} ILIKE ${part} OR ${zh} ILIKE ${part})`
    const rows = await tx.$queryRaw<{ key: string; en: string; zh: string }[]>`
      SELECT key, ${en} AS en, ${zh} AS zh FROM record
      WHERE tenant_id = ${actor.tenantId} AND collection = ${collection} AND ${wanted}
      ORDER BY length(${en}), key LIMIT ${keys.length > 0 ? keys.length : maxFound}`
    return {
      object: 'rule_records' as const,
      data: rows.map((row) => ({ key: row.key, title: { en: row.en, 'zh-CN': row.zh } })),
    }
  },
})

// A title is a text or one each; one in one language stands for both, and the key for a record without.
const en = sql`coalesce(body #>> '{title,en}', body #>> '{title,zh-CN}', body ->> 'title', key)`
const zh = sql`coalesce(body #>> '{title,zh-CN}', body #>> '{title,en}', body ->> 'title', key)`

async function builderOf(tx: Tx, tenantId: string, id: string): Promise<RuleBuilder> {
  const row = await findTemplate(tx, tenantId, id)
  const { ruleBuilder } = taskOf(row)
  if (!ruleBuilder) throw new AppError('conflict', { public: `Templates of ${row.task} have no rules about records` })
  return ruleBuilder
}

type Reading = { tenantId: string; builder: RuleBuilder }

/** In pages, so that a large catalogue neither fills the memory nor keeps the process from others. */
async function eachRecord(tx: Tx, { tenantId, builder }: Reading, visit: (record: RuleRecord) => void) {
  let [records, last] = [0, '']
  for (;;) {
    const rows = await tx.$queryRaw<RuleRecord[]>`
      SELECT key, body - '{title,image_url,created_at}'::text[] AS body FROM record
      WHERE tenant_id = ${tenantId} AND collection = ${builder.collection} AND key > ${last} ORDER BY key LIMIT ${pageRows}`
    const room = maxRuleRecords - records
    for (const row of rows.slice(0, room)) visit(row)
    records += Math.min(rows.length, room)
    last = rows.at(-1)?.key ?? ''
    if (rows.length > room) return { records, is_truncated: true }
    if (rows.length < pageRows) return { records, is_truncated: false }
  }
}
