// The recommender's outputs -> a pool of items with the terms of their scores, what orders say of the history, and the items' rhythms.
import type { ItemCard } from '@guildhall/contracts/model-card'
import { realsOf, wholesOf } from '../../kit/tensors.ts'
import type { Tensors } from '../../kit/vertical.ts'
import type { ShopperHistory } from './features.ts'
import type { Orders, Together } from './popularity.ts'
import { neededOf, type Recommendation, repurchasesOf, type Scored, type Term } from './recommendation.ts'
import { kOf, type Slot, slotsOf } from './slots.ts'

const barredScore = -1e29
const pairWidth = 3

type Outputs = {
  card: ItemCard
  k: number
  width: number
  items: Int32Array
  scores: Float32Array
  evidence: Float32Array
  /** [rows, slots, partners * 3] and [rows, slots, 2]; absent on graphs that were trained before orders were counted. */
  pairs: Float32Array | null
  rhythm: Float32Array | null
}

/** Throws when a tensor is absent or does not have the shape that its card and the rows ask for. */
export function decode(
  outputs: Tensors,
  rows: number,
  card: ItemCard,
  features: readonly ShopperHistory[],
): Recommendation[] {
  const k = kOf(features, card)
  const slots = features.map((row) => slotsOf(row, card))
  const width = Math.max(1, ...slots.map((own) => own.length))
  const read: Outputs = {
    card,
    k,
    width,
    items: wholesOf(outputs, 'item'),
    scores: realsOf(outputs, 'score'),
    evidence: realsOf(outputs, 'evidence'),
    pairs: card.orders ? realsOf(outputs, 'pairs') : null,
    rhythm: card.orders ? realsOf(outputs, 'rhythm') : null,
  }
  const pairs = rows * width * (card.orders?.partners ?? 0) * pairWidth
  if (
    read.items.length !== rows * k ||
    read.scores.length !== rows * k ||
    read.evidence.length !== rows * width * k ||
    (read.pairs?.length ?? 0) !== pairs
  )
    throw new Error(`the graph of ${card.name} does not have the shape of its card`)
  return features.map((history, row) => recommendationOf(read, { history, row, slots: slots[row] ?? [] }))
}

type Row = { history: ShopperHistory; row: number; slots: readonly Slot[] }

function recommendationOf(read: Outputs, at: Row): Recommendation {
  const { history, row, slots } = at
  const { card, k } = read
  const size = Math.min(k, Math.max(history.k, history.only?.length ?? 0))
  const items: Scored[] = []
  for (let place = 0; place < size; place++) {
    const score = read.scores[row * k + place] ?? Number.NaN
    const item = card.items[read.items[row * k + place] ?? -1]
    if (item !== undefined && score > barredScore) items.push({ item, score, terms: termsOf(read, at, place) })
  }
  const orders = ordersOf(read, at)
  const rhythms = new Map(slots.map((slot, own) => [slot.item, rhythmAt(read, row, own)?.interval ?? 0]))
  const partners = isPaired(history) ? orders.together.flatMap((one) => one.partners.map((two) => two.item)) : []
  return {
    items,
    isModel: true,
    isCold: slots.length === 0,
    catalogue: card.items.length,
    orders,
    repurchase: repurchasesOf(history, (item) => rhythms.get(item) || null),
    needed: [...neededOf(history), ...partners],
    asksNew: history.asksNew,
  }
}

function termsOf({ evidence, width, k }: Outputs, { row, slots }: Row, place: number): Term[] {
  const terms: Term[] = []
  for (const [slot, { item }] of slots.entries()) {
    const value = evidence[(row * width + slot) * k + place] ?? 0
    if (value !== 0) terms.push({ from: item, value, kind: 'model' })
  }
  return terms
}

/** In these scenarios partners may be shown; elsewhere they only speak for what the model chose. */
const isPaired = ({ scenario }: ShopperHistory) => scenario === 'bought_together' || scenario === 'cart'

function ordersOf(read: Outputs, { row, slots }: Row): Orders {
  const { card, width, pairs } = read
  const count = card.orders?.count ?? 0
  const wide = (card.orders?.partners ?? 0) * pairWidth
  if (!pairs || count === 0) return { count, together: [] }
  const together = slots.map((slot, own): Together => {
    const start = (row * width + own) * wide
    const partners: Together['partners'] = []
    for (let at = start; at < start + wide; at += pairWidth) {
      const item = card.items[pairs[at] ?? -1]
      const both = pairs[at + 1] ?? 0
      if (item !== undefined && both > 0) partners.push({ item, both, orders: pairs[at + 2] ?? 0 })
    }
    return { from: slot.item, orders: rhythmAt(read, row, own)?.orders ?? 0, partners }
  })
  return { count, together }
}

function rhythmAt({ rhythm, width }: Outputs, row: number, slot: number): { orders: number; interval: number } | null {
  if (!rhythm) return null
  const at = (row * width + slot) * 2
  return { orders: rhythm[at] ?? 0, interval: rhythm[at + 1] ?? 0 }
}
