// A history against a card: which of its items the model knows, at which weights, and which items it must not choose.
import type { ItemCard } from '@guildhall/contracts/model-card'
import type { ShopperHistory } from './features.ts'

export type Slot = { item: string; number: number; weight: number; recent: number; own: number }

const numbersByCard = new WeakMap<ItemCard, Map<string, number>>()

export function numbersOf(card: ItemCard): Map<string, number> {
  const known = numbersByCard.get(card) ?? new Map(card.items.map((item, at) => [item, at]))
  numbersByCard.set(card, known)
  return known
}

/** Items the model does not know are left out: they came after it was trained. So are those of sensitive categories. */
export function slotsOf(history: ShopperHistory, card: ItemCard): Slot[] {
  const { own_weight: ownWeight, half_life_days: halfLife, transition } = card.settings
  const numbers = numbersOf(card)
  const isSensitive = categoryTest(history.sensitive, card)
  return history.items.flatMap(({ item, ages, weight }) => {
    const number = numbers.get(item)
    if (number === undefined || isSensitive(number)) return []
    const count = ages.reduce((sum, age) => sum + (halfLife === null ? 1 : 0.5 ** (age / halfLife)), 0)
    const recent = history.recent.reduce(
      (sum, one, back) => (one === item && transition ? sum + transition.decay ** back : sum),
      0,
    )
    return [
      {
        item,
        number,
        weight,
        recent: transition ? recent * transition.weight : 0,
        own: history.showsOwn ? weight * ownWeight * Math.log1p(count) : 0,
      },
    ]
  })
}

/** Item numbers that may not be chosen. Where only some may, those are the complement. */
export function barredOf(history: ShopperHistory, card: ItemCard): number[] {
  const numbers = numbersOf(card)
  const numbered = (items: readonly string[]) => items.flatMap((item) => numbers.get(item) ?? [])
  const barred = numbered([...history.excluded, ...history.barredBought])
  if (history.only) {
    const only = new Set(numbered(history.only))
    barred.push(...[...card.items.keys()].filter((item) => !only.has(item)))
  }
  if (history.categories && card.categories) {
    const isAsked = categoryTest(history.categories, card)
    // An item whose category the training did not know may be of the asked one: the rules will say.
    for (const [item, path] of card.categories.of.entries()) if (path >= 0 && !isAsked(item)) barred.push(item)
  }
  return [...new Set(barred)]
}

function categoryTest(levels: readonly string[], { categories }: ItemCard): (item: number) => boolean {
  if (levels.length === 0 || !categories) return () => false
  const wanted = new Set(levels.map((level) => level.toLowerCase()))
  const matches = categories.paths.map((path) => path.some((level) => wanted.has(level.toLowerCase())))
  return (item) => matches[categories.of[item] ?? -1] ?? false
}

export const kOf = (rows: readonly ShopperHistory[], card: ItemCard): number =>
  Math.min(card.items.length, Math.max(...rows.map((row) => Math.max(row.k, row.only?.length ?? 0))))
