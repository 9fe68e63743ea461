// What the conformance test needs of price advice: a demand card, an item's records, and the answer a graph would give for them.
import type { DemandCard } from '@guildhall/contracts/model-card'
import type { Examples } from '../../../kit/example.ts'
import type { DemandAnswer } from './model.ts'

const card: DemandCard = {
  name: 'demand',
  vertical: 'retail',
  task: 'price_advice',
  family: 'demand',
  seed: 1,
  onnx_sha256: '0'.repeat(64),
  precision: 'fp32',
  data: { source: 'one item', licence: 'CC0', rows: 104, items: 1, sha256: '0'.repeat(64), window: null },
  period: 'week',
  items: ['sku-1'],
  settings: { harmonics: 2, half_life: 13, noise_scale: 1, memory: 0.2 },
  categories: [{ name: 'Food', items: 1, elasticity: -1.8 }],
  elasticity_spread: 0.4,
  metrics: { held_out_periods: 16, wape: 0.2, naive_wape: 0.3, coverage_90: 0.9 },
}

/** `shift` moves the elasticity and the level. Prices are those of a request at 4.00 with the starter's largest change. */
function answerAt(shift: number): DemandAnswer {
  const elasticity = -2.4 + shift
  const low = 4 * 0.85
  const steps = Array.from({ length: 41 }, (_, at) => Number((low * (1.15 / 0.85) ** (at / 40)).toFixed(2)))
  const prices = [...new Set([...steps, 4])].sort((a, b) => a - b)
  return {
    points: prices.map((price) => ({
      price,
      mean: 4.6 + shift + elasticity * Math.log(price / 4),
      variance: 0.002 + 0.04 * Math.log(price / 4) ** 2,
    })),
    noise: 0.04,
    elasticity,
    elasticitySd: 0.2,
    periods: 104,
    prices: 9,
    priceSpread: 0.08,
    low: 3.5,
    high: 4.6,
    lastDate: '2026-11-16',
    emptyShare: 0,
  }
}

const records = {
  item: [
    { key: 'sku-1', body: { title: { en: 'Oat milk 2%', 'zh-CN': '燕麦奶 2%' }, currency: 'EUR', price: '4.20' } },
  ],
  sales: [{ key: 'sku-1||2026-11-16', body: { item_id: 'sku-1', period: '2026-11-16', price: '4.00', units: 96 } }],
}

export const priceExample: Examples[string] = { card, graph: null, records, found: {}, predict: answerAt }
