// The demand model's tensors: an item's number and a grid of log prices in; expected log units, their variance and what was seen of the item out.
import { type DemandCard, demandCard } from '@guildhall/contracts/model-card'
import { realsOf } from '../../../kit/tensors.ts'
import type { ModelSpec, Tensors } from '../../../kit/vertical.ts'
import type { PriceQuestion } from './features.ts'

const factCount = 12

/** Of the logarithm of the units one period sells. */
type PricePoint = { price: number; mean: number; variance: number }
export type DemandAnswer = {
  points: PricePoint[]
  /** Variance of one period about its expectation. */
  noise: number
  elasticity: number
  elasticitySd: number
  /** What was seen of the item; no periods where the model does not know it. */
  periods: number
  prices: number
  priceSpread: number
  low: number
  high: number
  /** ISO 8601; null where there is none. */
  lastDate: string | null
  emptyShare: number
}

export const demandModel: ModelSpec<DemandCard, PriceQuestion, DemandAnswer> = {
  name: 'demand',
  builtin: null,
  card: demandCard,
  encode,
  decode,
  withoutModel: () => unknownItem,
  compare,
}

const unknownItem: DemandAnswer = {
  points: [],
  noise: 0,
  elasticity: 0,
  elasticitySd: 0,
  periods: 0,
  prices: 0,
  priceSpread: 0,
  low: 0,
  high: 0,
  lastDate: null,
  emptyShare: 0,
}

const numbersByCard = new WeakMap<DemandCard, Map<string, number>>()

function numberOf(item: string, card: DemandCard): number {
  const known = numbersByCard.get(card) ?? new Map(card.items.map((id, at) => [id, at]))
  numbersByCard.set(card, known)
  return known.get(item) ?? card.items.length
}

const gridOf = (rows: readonly PriceQuestion[]) => Math.max(1, ...rows.map((row) => row.prices.length))

function encode(rows: readonly PriceQuestion[], card: DemandCard): Tensors {
  const grid = gridOf(rows)
  const whole = (read: (row: PriceQuestion) => number) => ({
    data: BigInt64Array.from(rows, (row) => BigInt(read(row))),
    dims: [rows.length],
  })
  const real = (read: (row: PriceQuestion) => number) => ({ data: Float32Array.from(rows, read), dims: [rows.length] })
  return {
    item: whole((row) => numberOf(row.item, card)),
    log_price: {
      data: Float32Array.from({ length: rows.length * grid }, (_, cell) =>
        Math.log(rows[Math.floor(cell / grid)]?.prices[cell % grid] ?? 1),
      ),
      dims: [rows.length, grid],
    },
    promotion: real((row) => row.promotion),
    phase: real((row) => row.phase),
    weekday: whole((row) => row.weekday),
  }
}

function decode(outputs: Tensors, rows: number, card: DemandCard, features: readonly PriceQuestion[]): DemandAnswer[] {
  const [means, variances, facts] = [realsOf(outputs, 'mean'), realsOf(outputs, 'variance'), realsOf(outputs, 'facts')]
  const grid = gridOf(features)
  if (means.length !== rows * grid || variances.length !== rows * grid || facts.length !== rows * factCount)
    throw new Error(`the graph of ${card.name} does not have the shape of its card`)
  return features.map((question, row) => {
    const fact = (at: number) => facts[row * factCount + at] ?? Number.NaN
    if (!(fact(4) > 0)) return unknownItem
    const points = question.prices.map((price, at) => ({
      price,
      mean: finite(means[row * grid + at], card),
      variance: Math.max(0, finite(variances[row * grid + at], card)),
    }))
    return {
      points,
      noise: fact(0),
      elasticity: fact(1),
      elasticitySd: fact(2),
      periods: Math.round(fact(4)),
      prices: Math.round(fact(5)),
      priceSpread: fact(6),
      low: fact(7),
      high: fact(8),
      lastDate: new Date(Math.round(fact(10)) * 86_400_000).toISOString().slice(0, 10),
      emptyShare: fact(11),
    }
  })
}

function finite(value: number | undefined, card: DemandCard): number {
  if (value === undefined || !Number.isFinite(value)) throw new Error(`${card.name} gave no finite forecast`)
  return value
}

/** A flip is another price of largest revenue; there is no list to share. */
function compare(champion: DemandAnswer, candidate: DemandAnswer) {
  const best = ({ points }: DemandAnswer) =>
    points.reduce<PricePoint | null>((top, one) => (top === null || revenueOf(one) > revenueOf(top) ? one : top), null)
  return { isFlipped: best(champion)?.price !== best(candidate)?.price, overlap: 1 }
}

const revenueOf = ({ price, mean }: PricePoint) => Math.log(price) + mean
