// Rows of the retail pack's own builder: what is typed reaches the content when it is sound, and never before; nothing else of the content moves.
import type { RuleKind } from '@guildhall/verticals/kit/rule-builder'
import { ownAt } from '@guildhall/verticals/kit/rule-place'
import { recommendContent } from '@guildhall/verticals/packs/retail/content'
import { retail } from '@guildhall/verticals/packs/retail/pack'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Rules, removed, renamed, rowsOf, swapped, typed } from './rule-rows.ts'

const [task] = retail.tasks
const builder = task?.ruleBuilder
if (!builder || !task) throw new Error('recommend has a rule builder')
const kindOf = (slug: string): RuleKind => {
  const kind = builder.kinds.find((one) => one.slug === slug)
  if (!kind) throw new Error(slug)
  return kind
}
const starter = task.starters[1]?.content ?? {}
const fresh: Rules = { builder, content: starter, unfinished: [] }
const filter = (value: string[]) => ({
  id: 'f',
  title: { en: 'a', 'zh-CN': '甲' },
  keeps: { field: 'brand', op: 'is', value },
})

test('half a rule stays beside the content; the whole one goes in', () => {
  const kind = kindOf('filter')
  const half = { ...fresh, ...typed(fresh, { kind, at: 0, rule: filter([]) }) }
  expect(half.content).toBe(starter)
  expect(rowsOf(half, kind)).toMatchObject([{ at: 0, isUnfinished: true }])
  const whole = { ...half, ...typed(half, { kind, at: 0, rule: filter(['Acme']) }) }
  expect(whole.unfinished).toEqual([])
  expect(ownAt(whole.content, 'filters')).toEqual([filter(['Acme'])])
  expect(removed(whole, { kind, at: 0 }).content).toEqual({ ...starter, filters: [] })
})

test('a single rule is switched off by its own word, inside its group', () => {
  const off = removed(fresh, { kind: kindOf('cap_brand'), at: 0 })
  expect(ownAt(off.content, 'caps')).toEqual({ per_brand: null, per_category: null })
  expect(removed(fresh, { kind: kindOf('stock'), at: 0 }).content.in_stock_only).toBe(false)
})

test('what is under way moves with its neighbours', () => {
  const kind = kindOf('filter')
  const two = { ...fresh, content: { ...starter, filters: [filter(['a']), { ...filter(['b']), id: 'g' }] } }
  const busy = { ...two, ...typed(two, { kind, at: 1, rule: filter([]) }) }
  expect(swapped(busy, { kind, at: 1, to: 0 }).unfinished).toMatchObject([{ at: 0 }])
  expect(removed(busy, { kind, at: 0 }).unfinished).toMatchObject([{ at: 0 }])
})

test('a name follows the rule until somebody writes one', () => {
  const says = (rule: unknown) => ({ en: `says ${JSON.stringify(ownAt(rule, 'keeps.value'))}`, 'zh-CN': '说' })
  const before = { ...filter(['a']), title: { en: 'says ["a"]', 'zh-CN': '我的' } }
  expect(ownAt(renamed({ before, after: { ...before, keeps: { value: ['b'] } } }, says), 'title')).toEqual({
    en: 'says ["b"]',
    'zh-CN': '我的',
  })
})

test('whatever is done to rules, the content stays one that the schema takes', () => {
  const step = fc.record({
    kind: fc.constantFrom(...builder.kinds),
    at: fc.nat(3),
    does: fc.constantFrom('begin', 'remove', 'up', 'fill'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let rules = fresh
      for (const { kind, at, does } of steps) {
        const rows = rowsOf(rules, kind)
        const rule = kind.begins[0]?.rule(rows.map((row) => row.rule))
        if (does === 'begin') rules = { ...rules, ...typed(rules, { kind, at: rows.length, rule }) }
        else if (does === 'fill')
          rules = {
            ...rules,
            ...typed(rules, {
              kind,
              at: rows.length,
              rule: kind.slug === 'filter' ? { ...filter(['x']), id: `f${rows.length}_${at}` } : rule,
            }),
          }
        else if (at < rows.length)
          rules = {
            ...rules,
            ...(does === 'remove' ? removed(rules, { kind, at }) : swapped(rules, { kind, at, to: at - 1 })),
          }
        expect(recommendContent.safeParse(rules.content).error?.issues).toBeUndefined()
      }
    }),
    { numRuns: 300 },
  )
})
