// What the conformance test needs: a card of four items, their records (one is sold out), and scores that a graph would give.
import type { ItemCard } from '@guildhall/contracts/model-card'
import type { Examples } from '../../kit/example.ts'
import { answersExample } from './answers/example.ts'
import type { Recommendation } from './model.ts'
import { priceExample } from './price/example.ts'

const items = ['sku-1', 'sku-2', 'sku-3', 'sku-4']
const card: ItemCard = {
  name: 'recommender',
  vertical: 'retail',
  task: 'recommend',
  family: 'item-linear',
  form: 'dense',
  seed: 1,
  onnx_sha256: '0'.repeat(64),
  precision: 'fp32',
  data: { source: 'four items', licence: 'CC0', rows: 12, users: 3, sha256: '0'.repeat(64), window: null },
  items,
  settings: { ridge: 10, half_life_days: 30, own_weight: 0.2, transition: { weight: 0.3, ridge: 20, decay: 0.6 } },
  metrics: [],
}
const titles = ['Oat milk 2%', 'Bread, 500 g', 'Butter', 'Jam']

export const examples: Examples = {
  price_advice: priceExample,
  answer_question: answersExample,
  recommend: {
    card,
    graph: null,
    records: { history: [{ key: 'e1', body: { item_id: 'sku-4', ts: '2026-10-30T08:00:00Z' } }] },
    found: {
      catalogue: items.map((key, at) => ({
        key,
        body: { title: { en: titles[at], 'zh-CN': `商品${titles[at]}` }, category_path: ['Food'], in_stock: at !== 1 },
      })),
    },
    predict: (shift): Recommendation => ({
      items: items.slice(0, 3).map((item, at) => ({
        item,
        score: 1 - at * 0.2 + shift,
        evidence: at === 2 ? null : { item: 'sku-4', contribution: 0.5 },
      })),
      isCold: shift > 0,
      catalogue: items.length,
    }),
  },
}
