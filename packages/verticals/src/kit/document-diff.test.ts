// Differences and merges of template documents: rows are compared by their own name, and two changes that fit together are both kept.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTask } from '../registry.ts'
import { changesOf } from './document-diff.ts'
import { threeWay } from './document-merge.ts'
import { isSameJson } from './keyed.ts'

const task = findTask('finance', 'risk_note')
const base = { content: structuredClone(task?.starters[0].content ?? {}), goldens: [] as unknown[] }
type Doc = { content: Record<string, unknown> & { rules: Record<string, unknown>[]; lgd: number }; goldens: unknown[] }

/** Guarantee: the finance starter has rules and lgd. */
const copy = (change: (doc: Doc) => void): Doc => {
  const doc = structuredClone(base) as Doc
  change(doc)
  return doc
}

describe('differences', () => {
  test('a limit, a row that is gone, a row that is new and one that moved, each where a reader looks', () => {
    const after = copy(({ content }) => {
      const [first, second, ...rest] = content.rules
      content.rules = [
        { ...second, limit: 0.4 },
        ...rest.slice(0, -1),
        { ...first },
        { ...rest.at(-1), id: 'new_rule' },
      ]
      content.lgd = 0.5
    })
    const changes = changesOf(base, after, task?.words)
    expect(changes.map(({ path, kind, group }) => `${group} ${kind} ${path}`)).toEqual([
      'rules changed content.rules.max_dti_after.limit',
      'rules removed content.rules.max_loan_to_income',
      'rules added content.rules.new_rule',
      'rules moved content.rules',
      'thresholds changed content.lgd',
    ])
    expect(changes[0]?.title).toEqual({
      en: 'Content › Rules › Debt service to income after the loan › Limit',
      'zh-CN': '内容 › 规则 › 放款后偿债收入比 › 限值',
    })
    expect(changes[4]?.title['zh-CN']).toBe('内容 › 违约损失率')
  })

  test('nothing changed, nothing said, whatever the order of keys', () => {
    const turned = { goldens: [], content: Object.fromEntries(Object.entries(base.content).reverse()) }
    expect(changesOf(base, turned)).toEqual([])
  })

  test('a difference is empty exactly where the values are the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), (a, b) => {
        expect(changesOf(a, b).length === 0).toBe(isSameJson(a, b))
      }),
    )
  })
})

describe('merges', () => {
  test('a rule of mine and a threshold of theirs are both kept', () => {
    const mine = copy(({ content }) => {
      content.rules = content.rules.map((rule) => (rule.id === 'max_dti_after' ? { ...rule, limit: 0.4 } : rule))
    })
    const theirs = copy(({ content }) => {
      content.lgd = 0.5
      content.rules = content.rules.filter((rule) => rule.id !== 'max_pd')
    })
    const { merged, both } = threeWay(base, mine, theirs)
    expect(both).toEqual([])
    expect(changesOf(base, Object(merged)).map((change) => change.path)).toEqual([
      'content.rules.max_pd',
      'content.rules.max_dti_after.limit',
      'content.lgd',
    ])
  })

  test('the same field changed to different values is named, and mine stands until somebody chooses', () => {
    const [mine, theirs] = [0.4, 0.5].map((lgd) => copy(({ content }) => void Object.assign(content, { lgd })))
    const { merged, both } = threeWay(base, mine, theirs)
    expect(both).toEqual(['content.lgd'])
    expect(Object(merged).content.lgd).toBe(0.4)
  })

  test('a change of one side alone is that side', () => {
    const json = fc.jsonValue()
    fc.assert(
      fc.property(json, json, (began, changed) => {
        expect(threeWay(began, changed, began)).toEqual({ merged: changed, both: [] })
        expect(threeWay(began, began, changed)).toEqual({ merged: changed, both: [] })
        expect(threeWay(began, changed, changed)).toEqual({ merged: changed, both: [] })
      }),
    )
  })
})
