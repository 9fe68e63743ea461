// What the rule builder asks of this pack: which items a rule is about, how it reads, and what to mend in it. Rules come as they are typed.
import type { Localized } from '../../kit/localized.ts'
import type { RuleBuilder, RuleRecord, RuleValue } from '../../kit/rule-builder.ts'
import { type Condition, conditionSchema, holds } from './condition.ts'
import { defaultContent } from './content.ts'
import { ruleFields, ruleKinds } from './rule-kinds.ts'
import { filterSentence, pinSentence, plainSentence, type Rules, weightSentence } from './rule-sentences.ts'
import { type ShelfItem, shelfItem } from './shelf.ts'

export const ruleBuilder: RuleBuilder = {
  collection: 'items',
  kinds: ruleKinds,
  fields: ruleFields,
  defaults: defaultContent,
  valuesOf,
  matches,
  sentence: (kind, rule, titleOf) => {
    if (kind === 'filter') return filterSentence({ keeps: conditionIn(rule, 'keeps') }, titleOf)
    if (kind === 'weight')
      return weightSentence({ where: conditionIn(rule, 'where'), factor: numberIn(rule, 'factor') ?? 1 }, titleOf)
    if (kind === 'pin') return pinSentence(pinOf(rule), titleOf)
    return plainSentence(kind, typeof rule === 'number' || typeof rule === 'boolean' ? rule : textOf(rule), titleOf)
  },
  mend: (kind, rule, others) => {
    const condition = kind === 'filter' ? 'keeps' : kind === 'weight' ? 'where' : null
    if (condition) return mendCondition(rule, condition) ?? mendParts(kind, rule)
    if (kind === 'pin') return mendPin(pinOf(rule), others.map(pinOf))
    if (typeof rule === 'string') return mendText(kind, rule, others)
    return null
  },
}

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

function valuesOf(record: RuleRecord): RuleValue[] {
  const { category, brand, price, currency, attributes } = shelfItem(record)
  const value = (field: string, own: RuleValue['value'], more: Partial<RuleValue> = {}): RuleValue => ({
    field,
    attribute: null,
    value: own,
    unit: null,
    ...more,
  })
  return [
    ...[...new Set(category)].map((one) => value('category', one)),
    ...(brand === null ? [] : [value('brand', brand)]),
    ...(price === null ? [] : [value('price', price, { unit: currency })]),
    ...Object.entries(attributes).flatMap(([attribute, own]) =>
      typeof own === 'string' || typeof own === 'number' || typeof own === 'boolean'
        ? [value('attribute', own, { attribute })]
        : [],
    ),
  ]
}

function matches(kind: string, rule: unknown): (record: RuleRecord) => boolean {
  const about = aboutItems(kind, rule)
  return (record) => about(itemOf(record))
}

function aboutItems(kind: string, rule: unknown): (item: ShelfItem) => boolean {
  const meets = (condition: Condition) => (item: ShelfItem) => holds(condition, item)
  switch (kind) {
    case 'stock':
      return (item) => item.inStock
    case 'age':
    case 'country':
      return ({ attributes }) => ![undefined, null, ''].some((nothing) => attributes[textOf(rule)] === nothing)
    case 'excluded':
    case 'sensitive':
      return meets({ field: 'category', op: 'is', value: textOf(rule) })
    case 'filter':
      return meets(conditionIn(rule, 'keeps'))
    case 'weight':
      return meets(conditionIn(rule, 'where'))
    case 'pin':
      return (item) => item.id === pinOf(rule).item_id
    case 'buried':
      return (item) => item.id === rule
    default:
      return () => false
  }
}

// Each record is asked of by every rule in turn.
const items = new WeakMap<RuleRecord, ShelfItem>()

function itemOf(record: RuleRecord): ShelfItem {
  const known = items.get(record) ?? shelfItem(record)
  items.set(record, known)
  return known
}

/** While it is typed a condition may not be one yet: then it asks for an empty value, which nothing has. */
function conditionIn(rule: unknown, at: 'keeps' | 'where'): Condition {
  const loose = ownOf(rule, at)
  const parsed = conditionSchema.safeParse(loose)
  if (parsed.success) return parsed.data
  const field = ruleFields.find((one) => one.slug === ownOf(loose, 'field'))?.slug ?? 'attribute'
  const op = ops.find((one) => one === ownOf(loose, 'op')) ?? 'is'
  const value = ownOf(loose, 'value')
  return {
    field: fieldNames.find((one) => one === field) ?? 'attribute',
    attribute: textOf(ownOf(loose, 'attribute')),
    op,
    value: typeof value === 'number' || typeof value === 'boolean' ? value : '',
  }
}
const ops = ['is', 'is_not', 'at_least', 'at_most'] as const
const fieldNames = ['item', 'category', 'brand', 'price', 'attribute'] as const

function mendCondition(rule: unknown, at: 'keeps' | 'where'): Localized | null {
  const { field, attribute, op, value } = conditionIn(rule, at)
  if (field === 'attribute' && !attribute) return both('Pick the attribute', '请选择属性')
  if (op === 'at_least' || op === 'at_most') {
    if (typeof value !== 'number') return both('Give a number to compare with', '请填写要比较的数字')
    if (field !== 'price' && field !== 'attribute')
      return both('Only numbers are at least or at most: use “is”', '只有数字可比较大小：请用“是”')
  }
  const isEmpty = Array.isArray(value) ? value.every((one) => one === '') : value === ''
  if (isEmpty) return both('Pick at least one value', '请至少选择一个值')
  if (conditionSchema.safeParse(ownOf(rule, at)).success) return null
  return both('This cannot be read: set field and value again', '无法读取：请重新设置字段和值')
}

function mendParts(kind: string, rule: unknown): Localized | null {
  if (kind === 'filter') {
    const title = ownOf(rule, 'title')
    const isNamed = ['en', 'zh-CN'].every((language) => textOf(ownOf(title, language)) !== '')
    return isNamed ? null : both('Name it in both languages', '请用两种语言命名')
  }
  const factor = numberIn(rule, 'factor')
  if (factor === null || factor < 0.01 || factor > 100)
    return both('The score is multiplied by 0.01 to 100', '得分系数应在 0.01 到 100 之间')
  return factor === 1 ? both('Times 1 changes nothing', '乘以 1 没有任何作用') : null
}

function mendPin({ item_id, rank }: Rules['pin'], others: readonly Rules['pin'][]): Localized | null {
  if (item_id === '') return both('Pick the item', '请选择商品')
  if (!Number.isInteger(rank) || rank < 1 || rank > 100)
    return both('The place is a whole number from 1 to 100', '位置应为 1 到 100 的整数')
  if (others.some((one) => one.item_id === item_id)) return both('This item is pinned twice', '该商品已被置顶')
  return others.some((one) => one.rank === rank) ? both('Another item is pinned there', '该位置已有其他置顶商品') : null
}

function mendText(kind: string, text: string, others: readonly unknown[]): Localized | null {
  if (text.trim() === '') {
    if (kind === 'buried') return both('Pick the item', '请选择商品')
    return kind === 'age' || kind === 'country'
      ? both('Pick the attribute', '请选择属性')
      : both('Pick the category', '请选择类别')
  }
  return others.includes(text) ? both('This stands there already', '已有相同的规则') : null
}

const pinOf = (rule: unknown): Rules['pin'] => ({
  item_id: textOf(ownOf(rule, 'item_id')),
  rank: numberIn(rule, 'rank') ?? 0,
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function numberIn(of: unknown, key: string): number | null {
  const value = ownOf(of, key)
  return typeof value === 'number' ? value : null
}

function ownOf(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined
}
