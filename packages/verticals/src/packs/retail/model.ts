// The recommender's tensors: a history of item numbers with three weights per slot in; items, scores and exact evidence out.
import { type ItemCard, itemCard } from '@guildhall/contracts/model-card'
import { realsOf, wholesOf } from '../../kit/tensors.ts'
import type { ModelSpec, Tensors } from '../../kit/vertical.ts'
import type { ShopperHistory } from './features.ts'

const barredScore = -1e29
// Breaks ties between items that the history says nothing about; far below any learned weight.
const tieBreak = 1e-5

/** `contribution` is what that item of the history adds to the score; null where popularity alone speaks. */
export type Scored = { item: string; score: number; evidence: { item: string; contribution: number } | null }
export type Recommendation = { items: Scored[]; isCold: boolean; catalogue: number }

type Slot = { number: number; weight: number; recent: number; own: number }

export const recommenderModel: ModelSpec<ItemCard, ShopperHistory, Recommendation> = {
  name: 'recommender',
  builtin: null,
  card: itemCard,
  encode,
  decode,
  compare,
}

const numbersByCard = new WeakMap<ItemCard, Map<string, number>>()

function numbersOf(card: ItemCard): Map<string, number> {
  const known = numbersByCard.get(card) ?? new Map(card.items.map((item, at) => [item, at]))
  numbersByCard.set(card, known)
  return known
}

/** Items the model does not know are left out: they came after it was trained. */
function slotsOf(history: ShopperHistory, card: ItemCard): Slot[] {
  const { own_weight: ownWeight, half_life_days: halfLife, transition } = card.settings
  const numbers = numbersOf(card)
  return history.items.flatMap(({ item, ages }) => {
    const number = numbers.get(item)
    if (number === undefined) return []
    const count = ages.reduce((sum, age) => sum + (halfLife === null ? 1 : 0.5 ** (age / halfLife)), 0)
    const recent = history.recent.reduce(
      (sum, one, back) => (one === item && transition ? sum + transition.decay ** back : sum),
      0,
    )
    return [
      {
        number,
        weight: 1,
        recent: transition ? recent * transition.weight : 0,
        own: history.showsOwn ? ownWeight * Math.log1p(count) : 0,
      },
    ]
  })
}

function excludedOf(history: ShopperHistory, card: ItemCard): number[] {
  const numbers = numbersOf(card)
  const own = new Set(history.items.map((one) => one.item))
  if (history.isOwnOnly) return card.items.flatMap((item, at) => (own.has(item) ? [] : [at]))
  const barred = history.showsOwn ? history.excluded : [...history.excluded, ...own]
  return barred.flatMap((item) => numbers.get(item) ?? [])
}

function encode(rows: readonly ShopperHistory[], card: ItemCard): Tensors {
  const slots = rows.map((row) => slotsOf(row, card))
  const barred = rows.map((row) => excludedOf(row, card))
  const width = Math.max(1, ...slots.map((own) => own.length))
  const bars = Math.max(1, ...barred.map((own) => own.length))
  const padding = card.items.length
  const whole = (count: number, read: (row: number, at: number) => number | undefined) => ({
    data: BigInt64Array.from({ length: rows.length * count }, (_, cell) =>
      BigInt(read(Math.floor(cell / count), cell % count) ?? padding),
    ),
    dims: [rows.length, count],
  })
  const real = (read: (slot: Slot) => number) => ({
    data: Float32Array.from({ length: rows.length * width }, (_, cell) => {
      const slot = slots[Math.floor(cell / width)]?.[cell % width]
      return slot ? read(slot) : 0
    }),
    dims: [rows.length, width],
  })
  return {
    history: whole(width, (row, at) => slots[row]?.[at]?.number),
    weights: real((slot) => slot.weight),
    recent: real((slot) => slot.recent),
    own: real((slot) => slot.own),
    popular: {
      data: Float32Array.from(slots, (own) => (own.length === 0 ? 1 : tieBreak)),
      dims: [rows.length, 1],
    },
    excluded: whole(bars, (row, at) => barred[row]?.[at]),
    k: { data: BigInt64Array.of(BigInt(kOf(rows, card))), dims: [1] },
  }
}

const kOf = (rows: readonly ShopperHistory[], card: ItemCard) =>
  Math.min(card.items.length, Math.max(...rows.map((row) => row.k)))

function decode(outputs: Tensors, rows: number, card: ItemCard, features: readonly ShopperHistory[]): Recommendation[] {
  const items = wholesOf(outputs, 'item')
  const scores = realsOf(outputs, 'score')
  const evidence = realsOf(outputs, 'evidence')
  const k = kOf(features, card)
  const slots = features.map((row) => slotsOf(row, card))
  const width = Math.max(1, ...slots.map((own) => own.length))
  if (items.length !== rows * k || scores.length !== rows * k || evidence.length !== rows * width * k)
    throw new Error(`the graph of ${card.name} does not have the shape of its card`)
  return features.map((history, row) => {
    const own = slots[row] ?? []
    const shown = Array.from({ length: Math.min(k, history.k) }, (_, place) => {
      const at = row * k + place
      const contributions = own.map((_, slot) => evidence[(row * width + slot) * k + place] ?? 0)
      return {
        item: card.items[items[at] ?? -1] ?? '',
        score: scores[at] ?? Number.NaN,
        evidence: strongest(contributions, own, card),
      }
    })
    return {
      items: shown.filter((one) => one.score > barredScore),
      isCold: own.length === 0,
      catalogue: card.items.length,
    }
  })
}

function strongest(contributions: readonly number[], own: readonly Slot[], card: ItemCard): Scored['evidence'] {
  const best = contributions.reduce((top, one, at) => (one > (contributions[top] ?? 0) ? at : top), 0)
  const contribution = contributions[best] ?? 0
  const item = card.items[own[best]?.number ?? -1]
  return item !== undefined && contribution > 0 ? { item, contribution } : null
}

function compare(champion: Recommendation, candidate: Recommendation) {
  const top = (one: Recommendation) => one.items.slice(0, 10).map((scored) => scored.item)
  const [before, after] = [new Set(top(champion)), top(candidate)]
  const shared = after.filter((item) => before.has(item)).length
  return { isFlipped: top(champion)[0] !== after[0], overlap: after.length === 0 ? 1 : shared / after.length }
}
