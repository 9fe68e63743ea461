// What the conformance test needs: the demo shop's records, a card of some of its items, and a pool that a graph would give.
import type { ItemCard } from '@guildhall/contracts/model-card'
import type { Examples } from '../../kit/example.ts'
import type { TenantRecord } from '../../kit/vertical.ts'
import { answersExample } from './answers/example.ts'
import { demoEvents } from './demo/events.ts'
import { demoItems } from './demo/items.ts'
import { priceExample } from './price/example.ts'
import type { Recommendation } from './recommendation.ts'

const asRecord = (body: Record<string, unknown>): TenantRecord => ({ key: String(body.id), body })
const newest = demoEvents()
  .toSorted((a, b) => (String(a.ts) < String(b.ts) ? 1 : -1))
  .map(asRecord)
const catalogue = demoItems.map(asRecord)
const known = catalogue.slice(0, 40).map((record) => record.key)

const exampleCard: ItemCard = {
  name: 'recommender',
  vertical: 'retail',
  task: 'recommend',
  family: 'item-linear',
  form: 'dense',
  seed: 1,
  onnx_sha256: '0'.repeat(64),
  precision: 'fp32',
  data: {
    source: 'The simulated demo shop',
    licence: 'CC0',
    rows: newest.length,
    users: 80,
    sha256: '0'.repeat(64),
    window: null,
  },
  items: known,
  settings: { ridge: 10, half_life_days: 30, own_weight: 0.2, transition: { weight: 0.3, ridge: 20, decay: 0.6 } },
  orders: { count: 400, partners: 2, gap_minutes: 60 },
  categories: {
    paths: [['Coffee & tea', 'Coffee'], ['Pantry']],
    of: known.map((id) => (id.startsWith('beans') ? 0 : 1)),
  },
  metrics: [],
}

/** In turns: the history speaks, popularity speaks, and one item is spoken against. */
function examplePrediction(shift: number): Recommendation {
  return {
    items: known.map((item, at) => ({
      item,
      score: 1 - at * 0.02 + shift,
      terms:
        at % 3 === 2
          ? []
          : [
              { from: 'beans-house', value: 0.7 - at * 0.015, kind: 'model' },
              { from: 'pot-clay', value: 0.2, kind: 'model' },
              { from: 'test-glucose', value: -0.05, kind: 'model' },
            ],
    })),
    isModel: shift >= 0,
    isCold: shift > 0,
    catalogue: known.length,
    orders: {
      count: 400,
      together: [
        {
          from: 'beans-house',
          orders: 120,
          partners: [
            { item: 'filters-paper', both: 64, orders: 90 },
            { item: 'milk-oat', both: 9, orders: 60 },
          ],
        },
        { from: 'pasta-penne', orders: 60, partners: [{ item: 'sauce-tomato', both: 52, orders: 80 }] },
      ],
    },
    repurchase: [
      { item: 'beans-house', purchases: 4, score: 1.2, intervalDays: 14.2, lastDays: 12, due: 0.85 },
      { item: 'honey-wild', purchases: 1, score: 0.6, intervalDays: 30, lastDays: 40, due: 1.33 },
      { item: 'oats-rolled', purchases: 2, score: 0.1, intervalDays: 20, lastDays: 2, due: 0.1 },
    ],
    needed: [],
    asksNew: true,
  }
}

const isOfShopper = (record: TenantRecord) => record.body.user_ref === 'demo-01'

export const examples: Examples = {
  price_advice: priceExample,
  answer_question: answersExample,
  recommend: {
    card: exampleCard,
    graph: null,
    records: { history: newest.filter(isOfShopper), recent: newest },
    found: { catalogue, newest: catalogue.toReversed() },
    predict: examplePrediction,
  },
}
