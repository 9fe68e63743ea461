// What the conformance test needs of price advice: a demand card, an item's records, and the answer a graph would give for them.
import type { DemandCard } from '@guildhall/contracts/model-card'
import type { Example } from '../../../kit/example.ts'
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
  items: ['beans-house'],
  settings: { harmonics: 2, half_life: 13, noise_scale: 1, memory: 0.2 },
  categories: [{ name: 'Food', items: 1, elasticity: -1.8 }],
  elasticity_spread: 0.4,
  metrics: { held_out_periods: 16, wape: 0.2, naive_wape: 0.3, coverage_90: 0.9 },
}

const base = 12.5

/** `shift` moves the elasticity and the level. Prices are those of a request at 12.50 with the starter's largest change. */
function answerAt(shift: number): DemandAnswer {
  const elasticity = -2.4 + shift
  const low = base * 0.85
  const steps = Array.from({ length: 41 }, (_, at) => Number((low * (1.15 / 0.85) ** (at / 40)).toFixed(2)))
  const prices = [...new Set([...steps, base])].sort((a, b) => a - b)
  return {
    points: prices.map((price) => ({
      price,
      mean: 4.6 + shift + elasticity * Math.log(price / base),
      variance: 0.002 + 0.04 * Math.log(price / base) ** 2,
    })),
    noise: 0.04,
    elasticity,
    elasticitySd: 0.2,
    periods: 104,
    prices: 9,
    priceSpread: 0.08,
    low: 10.9,
    high: 14.4,
    lastDate: '2026-11-16',
    emptyShare: 0,
  }
}

const records = {
  item: [
    {
      key: 'beans-house',
      body: { title: { en: 'Coffee beans 100%', 'zh-CN': '咖啡豆 100%' }, currency: 'EUR', price: '12.80' },
    },
  ],
  sales: [
    {
      key: 'beans-house||2026-11-16',
      body: { item_id: 'beans-house', period: '2026-11-16', price: '12.50', units: 96 },
    },
  ],
}

export const priceExample: Example = { card, graph: null, records, found: {}, predict: answerAt }
