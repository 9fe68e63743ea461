// The template's rules and the request's filters: each candidate is kept or dropped by the first rule it breaks, and every rule counts.
import type { Localized } from '../../kit/localized.ts'
import type { Candidate } from './candidates.ts'
import { type Condition, holds } from './condition.ts'
import type { RecommendContent } from './content.ts'
import type { RecommendInput } from './input.ts'
import { ruleTitles } from './labels.ts'
import type { Shelf, ShelfItem } from './shelf.ts'

export type Dropped = { rule: string; title: Localized; count: number }
type Rule = { id: string; title: Localized; keeps: (candidate: Candidate) => boolean }
export type Ruling = { input: RecommendInput; content: RecommendContent; shelf: Shelf; barredBought: readonly string[] }

export function filtered(all: readonly Candidate[], ruling: Ruling): { kept: Candidate[]; dropped: Dropped[] } {
  const rules = rulesOf(all, ruling)
  const counts = new Map<string, number>(
    ruling.barredBought.length > 0 ? [['purchased', ruling.barredBought.length]] : [],
  )
  const kept = all.filter((candidate) => {
    const broken = rules.find((rule) => !rule.keeps(candidate))
    if (broken) counts.set(broken.id, (counts.get(broken.id) ?? 0) + 1)
    return broken === undefined
  })
  const titles = new Map(rules.map((rule) => [rule.id, rule.title]))
  const dropped = [...counts].map(([rule, count]) => ({ rule, title: titles.get(rule) ?? ruleTitles.purchased, count }))
  return { kept, dropped }
}

/** In the order in which they are asked: the shop's own bars, then the law's, then the template's, then the request's. */
function rulesOf(all: readonly Candidate[], { input, content, shelf }: Ruling): Rule[] {
  const isCatalogued = all.some(({ item }) => item.hasRecord)
  const rule = (id: keyof typeof ruleTitles, keeps: Rule['keeps']): Rule => ({ id, title: ruleTitles[id], keeps })
  const meets = (condition: Condition) => (one: Candidate) => holds(condition, priced(one.item, input))
  const any = (field: 'category' | 'brand', value: string[]): Condition => ({ field, op: 'is', value })
  const { filters, context } = input
  const { min, max } = filters?.price ?? {}
  return [
    // A shop without a catalogue is served by ids; in one with a catalogue, what has no record is gone.
    ...(isCatalogued ? [rule('unlisted', ({ item }) => item.hasRecord)] : []),
    ...(content.in_stock_only || filters?.in_stock ? [rule('not_in_stock', ({ item }) => item.inStock)] : []),
    rule('age_restricted', ({ item }) => isOldEnough(item, content.age_attribute, context?.verified_age ?? null)),
    rule('country', ({ item }) => isSoldIn(item, content.country_attribute, context?.country ?? null)),
    ...(content.excluded_categories.length > 0
      ? [rule('excluded_category', (one) => !meets(any('category', content.excluded_categories))(one))]
      : []),
    ...(input.scenario === 'cart' && content.complements_only
      ? [rule('substitute', substituteTest(input, shelf))]
      : []),
    ...(input.scenario === 'buy_again'
      ? [
          rule(
            'not_due',
            ({ repurchase }) => (repurchase?.due ?? content.buy_again.from_due) >= content.buy_again.from_due,
          ),
        ]
      : []),
    ...content.filters.map(({ id, title, keeps }) => ({ id, title, keeps: meets(keeps) })),
    ...(context?.category ? [rule('category', meets(any('category', [context.category])))] : []),
    ...(filters && filters.categories.length > 0 ? [rule('category', meets(any('category', filters.categories)))] : []),
    ...(filters && filters.brands.length > 0 ? [rule('brand', meets(any('brand', filters.brands)))] : []),
    ...(typeof min === 'number' ? [rule('price', meets({ field: 'price', op: 'at_least', value: min }))] : []),
    ...(typeof max === 'number' ? [rule('price', meets({ field: 'price', op: 'at_most', value: max }))] : []),
    ...Object.entries(filters?.attributes ?? {}).map(([attribute, value]) =>
      rule('attribute', meets({ field: 'attribute', attribute, op: 'is', value })),
    ),
  ]
}

/** A price in another currency than the one asked in is no price here. */
function priced(item: ShelfItem, { context }: RecommendInput): ShelfItem {
  const isOther = context?.currency && item.currency && context.currency !== item.currency
  return isOther ? { ...item, price: null } : item
}

/** An age nobody verified opens nothing; a limit that cannot be read closes. */
function isOldEnough({ attributes }: ShelfItem, attribute: string | null, age: number | null): boolean {
  const limit = attribute === null ? undefined : attributes[attribute]
  if (limit === undefined || limit === null || limit === '') return true
  return age !== null && Number(limit) <= age
}

/** An item that may be sold in some countries only needs to know the country. */
function isSoldIn({ attributes }: ShelfItem, attribute: string | null, country: string | null): boolean {
  const list = attribute === null ? undefined : attributes[attribute]
  if (typeof list !== 'string' || list.trim() === '') return true
  const countries = list.toUpperCase().split(/[\s,;]+/)
  return country !== null && countries.includes(country)
}

/** A second kind of what is in the cart is no complement: same last level of the category. */
function substituteTest({ context }: RecommendInput, shelf: Shelf): Rule['keeps'] {
  const cart = [...(context?.cart ?? []), ...(context?.item_ids ?? [])]
  const leaves = new Set(cart.map((id) => leafOf(shelf.item(id))).filter((leaf) => leaf !== ''))
  return ({ item }) => !leaves.has(leafOf(item))
}

const leafOf = ({ category }: ShelfItem) => category.join(' > ').toLowerCase()

/** The boosts of the template and the request that an item meets: its score times all of them; a score below nothing is divided. */
export function boosted({ item, score }: Candidate, { input, content }: Ruling): { score: number; boosts: string[] } {
  const boosts: string[] = []
  let factor = 1
  for (const { id, where, factor: own } of content.boosts) {
    if (!holds(where, priced(item, input))) continue
    boosts.push(id)
    factor *= own
  }
  for (const [at, { where, factor: own }] of (input.boosts ?? []).entries()) {
    if (!holds(where, priced(item, input))) continue
    boosts.push(`request_${at + 1}`)
    factor *= own
  }
  return { score: score >= 0 ? score * factor : score / factor, boosts }
}
