// A merchandiser's rule as one sentence in both languages. The unknown meets no condition, and a rule that leaves out says so.
import type { Localized } from '../../kit/localized.ts'
import type { Condition } from './condition.ts'
import { ruleFields } from './rule-kinds.ts'

type TitleOf = (key: string) => Localized

export type Rules = {
  filter: { keeps: Condition }
  weight: { where: Condition; factor: number }
  pin: { item_id: string; rank: number }
}

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

export function filterSentence({ keeps }: Rules['filter'], titleOf: TitleOf): Localized {
  if (keeps.op !== 'is_not') {
    const items = itemsThat(keeps, titleOf)
    return both(`Show only ${items.en}`, `只展示${items['zh-CN']}`)
  }
  const items = itemsThat({ ...keeps, op: 'is' }, titleOf)
  if (keeps.field === 'item') return both(`Leave out ${items.en}`, `不展示${items['zh-CN']}`)
  const field = fieldOf(keeps)
  return both(
    `Leave out ${items.en}, and items that do not say their ${field.en}`,
    `不展示${items['zh-CN']}，以及未填写${field['zh-CN']}的商品`,
  )
}

export function weightSentence({ where, factor }: Rules['weight'], titleOf: TitleOf): Localized {
  const { en, 'zh-CN': zh } = itemsThat(where, titleOf)
  if (factor === 1) return both(`Leave ${en} where they are`, `${zh}保持原位`)
  if (factor === 2) return both(`Lift ${en} to twice their score`, `将${zh}的得分翻倍`)
  if (factor > 1) return both(`Lift ${en} to ${factor} times their score`, `将${zh}的得分提高到 ${factor} 倍`)
  if (factor === 0.5) return both(`Bury ${en} by half`, `将${zh}的得分减半`)
  const percent = Number((factor * 100).toPrecision(4))
  return both(`Bury ${en} to ${percent}% of their score`, `将${zh}的得分降至 ${percent}%`)
}

export function pinSentence({ item_id, rank }: Rules['pin'], titleOf: TitleOf): Localized {
  const title = titleOf(item_id)
  return both(`Pin ${title.en || '…'} to place ${rank}`, `将${title['zh-CN'] || '……'}固定在第 ${rank} 位`)
}

export function plainSentence(kind: string, value: string | number | boolean, titleOf: TitleOf): Localized {
  const text = String(value) || '…'
  switch (kind) {
    case 'stock':
      return both('Show only what is in stock', '只展示有货商品')
    case 'age':
      return both(`Hide items whose ${text} is above the age that was verified`, `隐藏“${text}”高于已核验年龄的商品`)
    case 'country':
      return both(`Hide items whose ${text} do not name the shopper’s country`, `隐藏“${text}”未包含顾客所在国家的商品`)
    case 'excluded':
      return both(`Never show category ${text}`, `从不展示类别“${text}”`)
    case 'complements':
      return both('For a cart: leave out a second kind of what is in it', '购物车：不展示已有商品的同类')
    case 'window':
      return both(`Hide what the shopper bought in the last ${text} days`, `隐藏顾客最近 ${text} 天内购买的商品`)
    case 'cap_brand':
      return both(`At most ${text} places a list for one brand`, `每个列表同一品牌最多 ${text} 个位置`)
    case 'cap_category':
      return both(`At most ${text} places a list for one category`, `每个列表同一类别最多 ${text} 个位置`)
    case 'buried': {
      const title = titleOf(String(value))
      return both(`Show ${title.en || '…'} only after everything else`, `${title['zh-CN'] || '……'}排在所有商品之后`)
    }
    default:
      return both(
        `Never read category ${text} of a history, never name it as a reason`,
        `不读取类别“${text}”的历史，也不作为理由`,
      )
  }
}

/** "items of category Tea or Coffee". */
function itemsThat(condition: Condition, titleOf: TitleOf): Localized {
  const { field, op } = condition
  const { en, 'zh-CN': zh } = saidValue(condition, titleOf)
  const name = fieldOf(condition)
  if (field === 'item') return op === 'is' ? both(en, zh) : both(`all items but ${en}`, `除${zh}以外的商品`)
  if (op === 'at_least') return both(`items whose ${name.en} is at least ${en}`, `${name['zh-CN']}不低于 ${zh} 的商品`)
  if (op === 'at_most') return both(`items whose ${name.en} is at most ${en}`, `${name['zh-CN']}不高于 ${zh} 的商品`)
  const not = op === 'is_not'
  if (field === 'attribute' || field === 'price')
    return both(
      `items whose ${name.en} is ${not ? 'not ' : ''}${en}`,
      `${name['zh-CN']}${not ? '不是' : '为'}${zh}的商品`,
    )
  return both(`items ${not ? 'not ' : ''}of ${name.en} ${en}`, `${name['zh-CN']}${not ? '不是' : '为'}${zh}的商品`)
}

function fieldOf({ field, attribute }: Condition): Localized {
  if (field === 'attribute') return both(attribute || '…', `“${attribute || '……'}”`)
  const known = ruleFields.find((one) => one.slug === field)?.label
  return both((known?.en ?? field).toLowerCase(), known?.['zh-CN'] ?? field)
}

const yes: Localized = { en: 'yes', 'zh-CN': '是' }
const no: Localized = { en: 'no', 'zh-CN': '否' }

function saidValue({ field, value }: Condition, titleOf: TitleOf): Localized {
  if (typeof value === 'number') return both(String(value), String(value))
  if (typeof value === 'boolean') return value ? yes : no
  const texts = (Array.isArray(value) ? value : [value]).filter((one) => one !== '')
  if (texts.length === 0) return both('…', '“……”')
  const named = texts.map((one) => (field === 'item' ? titleOf(one) : both(one, one)))
  return both(
    listed(
      named.map((one) => one.en),
      [', ', ' or '],
    ),
    listed(
      named.map((one) => `“${one['zh-CN']}”`),
      ['、', '或'],
    ),
  )
}

const mostNamed = 4

function listed(all: readonly string[], [comma, or]: readonly [string, string]): string {
  if (all.length > mostNamed) return `${all.slice(0, mostNamed).join(comma)}${comma}…`
  const last = all.at(-1) ?? ''
  return all.length === 1 ? last : `${all.slice(0, -1).join(comma)}${or}${last}`
}
