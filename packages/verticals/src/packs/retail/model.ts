// The recommender's tensors: a history of item numbers with three weights per slot in; items, scores and exact evidence out.
import { type ItemCard, itemCard } from '@guildhall/contracts/model-card'
import type { ModelSpec, Tensors } from '../../kit/vertical.ts'
import { decode } from './decode.ts'
import type { ShopperHistory } from './features.ts'
import type { Recommendation } from './recommendation.ts'
import { withoutModel } from './recommendation.ts'
import { barredOf, kOf, slotsOf } from './slots.ts'

// Breaks ties between items that the history says nothing about; far below any learned weight.
const tieBreak = 1e-5

export const recommenderModel: ModelSpec<ItemCard, ShopperHistory, Recommendation> = {
  name: 'recommender',
  builtin: null,
  card: itemCard,
  encode,
  decode,
  withoutModel,
  compare,
}

function encode(rows: readonly ShopperHistory[], card: ItemCard): Tensors {
  const slots = rows.map((row) => slotsOf(row, card))
  const barred = rows.map((row) => barredOf(row, card))
  const width = Math.max(1, ...slots.map((own) => own.length))
  const bars = Math.max(1, ...barred.map((own) => own.length))
  const padding = BigInt(card.items.length)
  const history = new BigInt64Array(rows.length * width).fill(padding)
  const weights = new Float32Array(rows.length * width)
  const [recent, own] = [weights.slice(), weights.slice()]
  const excluded = new BigInt64Array(rows.length * bars).fill(padding)
  for (const [row, mine] of slots.entries())
    for (const [at, slot] of mine.entries()) {
      history[row * width + at] = BigInt(slot.number)
      weights[row * width + at] = slot.weight
      recent[row * width + at] = slot.recent
      own[row * width + at] = slot.own
    }
  for (const [row, mine] of barred.entries())
    for (const [at, item] of mine.entries()) excluded[row * bars + at] = BigInt(item)
  const popular = Float32Array.from(slots, (mine) => (mine.length === 0 ? 1 : tieBreak))
  return {
    history: { data: history, dims: [rows.length, width] },
    weights: { data: weights, dims: [rows.length, width] },
    recent: { data: recent, dims: [rows.length, width] },
    own: { data: own, dims: [rows.length, width] },
    popular: { data: popular, dims: [rows.length, 1] },
    excluded: { data: excluded, dims: [rows.length, bars] },
    k: { data: BigInt64Array.of(BigInt(kOf(rows, card))), dims: [1] },
  }
}

function compare(champion: Recommendation, candidate: Recommendation) {
  const top = (one: Recommendation) => one.items.slice(0, 10).map((scored) => scored.item)
  const [before, after] = [new Set(top(champion)), top(candidate)]
  const shared = after.filter((item) => before.has(item)).length
  return { isFlipped: top(champion)[0] !== after[0], overlap: after.length === 0 ? 1 : shared / after.length }
}
