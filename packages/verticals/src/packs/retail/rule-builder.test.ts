// The builder says of a rule what the rule does: its count is that of the condition, its sentence is in both languages, what it calls sound the
// schema takes, and it throws on nothing that can be typed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownAt, withOwn } from '../../kit/rule-place.ts'
import { type Condition, holds } from './condition.ts'
import { faultsOfContent, recommendContent } from './content.ts'
import { demoItems } from './demo/items.ts'
import { ruleBuilder } from './rule-builder.ts'
import { shelfItem } from './shelf.ts'

const titleOf = (key: string) => ({ en: key, 'zh-CN': key })
const says = (kind: string, rule: unknown) => ruleBuilder.sentence(kind, rule, titleOf)
const records = demoItems.map((body) => ({ key: String(body.id), body }))
const weigh = (factor: number, where: Condition) => ({ id: 'a', where, factor })
const tea: Condition = { field: 'category', op: 'is', value: ['Tea'] }

test('a rule reads as what it does, in both languages', () => {
  expect(says('weight', weigh(0.5, tea))).toEqual({
    en: 'Bury items of category Tea by half',
    'zh-CN': '将类别为“Tea”的商品的得分减半',
  })
  expect(says('weight', weigh(3, { field: 'price', op: 'at_most', value: 20 })).en).toBe(
    'Lift items whose price is at most 20 to 3 times their score',
  )
  expect(says('filter', { keeps: { field: 'brand', op: 'is_not', value: ['Acme', 'Harbour'] } }).en).toBe(
    'Leave out items of brand Acme or Harbour, and items that do not say their brand',
  )
  expect(says('filter', { keeps: { field: 'attribute', attribute: 'organic', op: 'is', value: true } })).toEqual({
    en: 'Show only items whose organic is yes',
    'zh-CN': '只展示“organic”为是的商品',
  })
  expect(says('pin', { item_id: 'tea-green', rank: 2 }).en).toBe('Pin tea-green to place 2')
})

test('it is about the items of which the condition holds', () => {
  const price: Condition = { field: 'price', op: 'at_least', value: 20 }
  for (const condition of [price, { field: 'attribute', attribute: 'organic', op: 'is', value: true } as const])
    for (const record of records)
      expect(ruleBuilder.matches('filter', { keeps: condition })(record)).toBe(holds(condition, shelfItem(record)))
  expect(records.filter((one) => ruleBuilder.matches('filter', { keeps: price })(one)).length).toBeGreaterThan(3)
})

test('every way to begin gives a rule whose only fault is what is not filled in', () => {
  for (const kind of ruleBuilder.kinds)
    for (const { rule } of kind.begins) {
      const [first, second] = [rule([]), rule([rule([])])]
      if (kind.isList && typeof first === 'object') expect(first).not.toEqual(second)
      expect(says(kind.slug, first).en.length).toBeGreaterThan(5)
      if (!kind.isList) expect(ruleBuilder.mend(kind.slug, first, [])).toBeNull()
    }
})

const word = fc.constantFrom('', 'Tea', 'tea-green', 'organic')
const anyCondition = fc.record({
  field: fc.constantFrom('item', 'category', 'brand', 'price', 'attribute'),
  attribute: fc.option(word),
  op: fc.constantFrom('is', 'is_not', 'at_least', 'at_most'),
  value: fc.oneof(word, fc.integer({ min: -5, max: 50 }), fc.boolean(), fc.array(word, { minLength: 1, maxLength: 3 })),
})
const typed: Record<string, fc.Arbitrary<unknown>> = {
  filter: fc.record({ id: fc.constant('f'), title: fc.record({ en: word, 'zh-CN': word }), keeps: anyCondition }),
  weight: fc.record({ id: fc.constant('w'), where: anyCondition, factor: fc.constantFrom(0, 0.5, 1, 2, 100, 101) }),
  pin: fc.record({ item_id: word, rank: fc.constantFrom(0, 1, 1.5, 2, 101) }),
  excluded: word,
  buried: word,
  age: word,
}

test('what needs no mending is taken by the schema, and what the schema refuses is named', () => {
  for (const kind of ruleBuilder.kinds) {
    const rules = typed[kind.slug]
    if (!rules) continue
    fc.assert(
      fc.property(rules, (rule) => {
        const content = withOwn(ruleBuilder.defaults, kind.path, kind.isList ? [rule] : rule)
        const parsed = recommendContent.safeParse(content)
        const isSound = parsed.success && faultsOfContent(parsed.data).length === 0
        const mend = ruleBuilder.mend(kind.slug, rule, [])
        // A factor of 1 and an empty word in a list are allowed, and are nevertheless a slip.
        if (!isSound) expect(mend, JSON.stringify(rule)).not.toBeNull()
        expect(ownAt(content, kind.path)).toEqual(kind.isList ? [rule] : rule)
      }),
    )
  }
})

test('nothing that can be typed makes it throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ruleBuilder.kinds), fc.jsonValue(), (kind, rule) => {
      ruleBuilder.mend(kind.slug, rule, [rule])
      for (const record of records.slice(0, 3))
        expect(typeof ruleBuilder.matches(kind.slug, rule)(record)).toBe('boolean')
      const { en, 'zh-CN': zh } = says(kind.slug, rule)
      expect(en.length * zh.length).toBeGreaterThan(0)
    }),
  )
})
