// The kinds of rules a merchandiser may make, as data for the builder, in the order in which a list meets them.
import type { Localized } from '../../kit/localized.ts'
import type { RuleField, RuleKind, RuleSlot } from '../../kit/rule-builder.ts'

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

const single = { isList: false, isOrdered: false, most: 1 } as const
const list = { isList: true, isOrdered: false, off: null } as const
const condition = (at: string): RuleSlot => ({ at, label: both('Items', '商品'), input: 'condition' })
const places = both('places', '个位置')

/** A free name: what rules dropped is counted under it. */
const freshId = (stem: string, taken: readonly unknown[]): string => {
  const ids = new Set(taken.map((one) => (typeof one === 'object' && one !== null ? Reflect.get(one, 'id') : null)))
  let at = 1
  while (ids.has(`${stem}_${at}`)) at++
  return `${stem}_${at}`
}

function freePlace(taken: readonly unknown[]): number {
  const ranks = new Set(taken.map((one) => (typeof one === 'object' && one !== null ? Reflect.get(one, 'rank') : null)))
  let rank = 1
  while (ranks.has(rank)) rank++
  return rank
}

const filter = (op: 'is' | 'is_not') => (taken: readonly unknown[]) => ({
  id: freshId('filter', taken),
  title: both('', ''),
  keeps: { field: 'category', op, value: [] },
})
const weight = (factor: number) => (taken: readonly unknown[]) => ({
  id: freshId(factor > 1 ? 'lift' : 'bury', taken),
  where: { field: 'category', op: 'is', value: [] },
  factor,
})
const onlyOne = (title: Localized, rule: unknown): RuleKind['begins'] => [{ title, rule: () => rule }]

export const ruleKinds: readonly RuleKind[] = [
  {
    ...single,
    slug: 'stock',
    title: both('Stock', '库存'),
    path: 'in_stock_only',
    off: false,
    slots: [],
    effect: 'keeps',
    begins: onlyOne(both('Only what is in stock', '只展示有货'), true),
  },
  {
    ...single,
    slug: 'age',
    title: both('Age limit', '年龄限制'),
    path: 'age_attribute',
    off: null,
    slots: [{ at: '', label: both('Attribute with the least age', '最低年龄属性'), input: 'attribute' }],
    effect: 'moves',
    mayBeIdle: true,
    begins: onlyOne(both('Keep an age limit', '遵守年龄限制'), 'min_age'),
  },
  {
    ...single,
    slug: 'country',
    title: both('Countries', '国家'),
    path: 'country_attribute',
    off: null,
    slots: [{ at: '', label: both('Attribute with the countries', '国家属性'), input: 'attribute' }],
    effect: 'moves',
    mayBeIdle: true,
    begins: onlyOne(both('Keep to countries', '遵守销售国家'), 'countries'),
  },
  {
    ...list,
    slug: 'excluded',
    title: both('Categories left out', '排除的类别'),
    path: 'excluded_categories',
    most: 100,
    slots: [{ at: '', label: both('Category', '类别'), input: 'value', field: 'category' }],
    effect: 'leaves_out',
    mayBeIdle: true,
    begins: onlyOne(both('Leave out a category', '排除类别'), ''),
  },
  {
    ...single,
    slug: 'complements',
    title: both('Complements', '互补'),
    path: 'complements_only',
    off: false,
    slots: [],
    effect: null,
    begins: onlyOne(both('Complements of a cart only', '购物车仅互补商品'), true),
  },
  {
    ...single,
    slug: 'window',
    title: both('After a purchase', '购买之后'),
    path: 'exclude_purchased_days',
    off: null,
    slots: [
      {
        at: '',
        label: both('Hidden for', '隐藏时长'),
        input: 'number',
        unit: both('days', '天'),
        min: 0,
        max: 3650,
        isWhole: true,
      },
    ],
    effect: null,
    begins: onlyOne(both('Hide what was bought', '隐藏已购商品'), 30),
  },
  {
    ...list,
    slug: 'filter',
    title: both('Filters', '筛选'),
    path: 'filters',
    most: 20,
    isOrdered: true,
    slots: [condition('keeps'), { at: 'title', label: both('Name in results', '结果中的名称'), input: 'localized' }],
    effect: 'keeps',
    begins: [
      { title: both('Show only …', '只展示……'), rule: filter('is') },
      { title: both('Leave out …', '不展示……'), rule: filter('is_not') },
    ],
  },
  {
    ...list,
    slug: 'weight',
    title: both('Lift and bury', '提升与降低'),
    path: 'boosts',
    most: 20,
    slots: [
      condition('where'),
      {
        at: 'factor',
        label: both('Score', '得分'),
        input: 'number',
        unit: both('times', '倍'),
        min: 0.01,
        max: 100,
        isWhole: false,
      },
    ],
    effect: 'moves',
    begins: [
      { title: both('Lift …', '提升……'), rule: weight(2) },
      { title: both('Bury …', '降低……'), rule: weight(0.5) },
    ],
  },
  {
    ...list,
    slug: 'pin',
    title: both('Pins', '置顶'),
    path: 'pins',
    most: 20,
    slots: [
      { at: 'item_id', label: both('Item', '商品'), input: 'record' },
      {
        at: 'rank',
        label: both('Place', '位置'),
        input: 'number',
        unit: both('from the top', '自上而下'),
        min: 1,
        max: 100,
        isWhole: true,
      },
    ],
    effect: 'moves',
    begins: [{ title: both('Pin an item', '置顶商品'), rule: (taken) => ({ item_id: '', rank: freePlace(taken) }) }],
  },
  {
    ...single,
    slug: 'cap_brand',
    title: both('Cap per brand', '每个品牌上限'),
    path: 'caps.per_brand',
    off: null,
    slots: [{ at: '', label: both('At most', '最多'), input: 'number', unit: places, min: 1, max: 100, isWhole: true }],
    effect: null,
    begins: onlyOne(both('Cap per brand', '每个品牌上限'), 3),
  },
  {
    ...single,
    slug: 'cap_category',
    title: both('Cap per category', '每个类别上限'),
    path: 'caps.per_category',
    off: null,
    slots: [{ at: '', label: both('At most', '最多'), input: 'number', unit: places, min: 1, max: 100, isWhole: true }],
    effect: null,
    begins: onlyOne(both('Cap per category', '每个类别上限'), 4),
  },
  {
    ...list,
    slug: 'buried',
    title: both('Buried items', '沉底商品'),
    path: 'buried',
    most: 200,
    slots: [{ at: '', label: both('Item', '商品'), input: 'record' }],
    effect: 'moves',
    begins: onlyOne(both('Bury one item', '沉底一件商品'), ''),
  },
  {
    ...list,
    slug: 'sensitive',
    title: both('Sensitive categories', '敏感类别'),
    path: 'sensitive_categories',
    most: 100,
    slots: [{ at: '', label: both('Category', '类别'), input: 'value', field: 'category' }],
    effect: 'moves',
    mayBeIdle: true,
    begins: onlyOne(both('Treat a category as sensitive', '设为敏感类别'), ''),
  },
]

export const ruleFields: readonly RuleField[] = [
  { slug: 'category', label: both('Category', '类别'), kind: 'text' },
  { slug: 'brand', label: both('Brand', '品牌'), kind: 'text' },
  { slug: 'price', label: both('Price', '价格'), kind: 'number' },
  { slug: 'item', label: both('Item', '商品'), kind: 'record' },
]
