// Sample requests for a price, and golden cases that hold whatever a tenant's model says: the bounds, and what thin data gives.
import { type GoldenCase, goldenCaseSchema } from '../../../kit/golden.ts'
import type { Sample } from '../../../kit/vertical.ts'

export const priceSamples: Sample[] = [
  {
    slug: 'with-cost',
    title: { en: 'A price for the best margin', 'zh-CN': '毛利最大的价格' },
    input: { item_id: 'beans-house', current_price: '12.50', cost: '6.80', for_date: '2026-11-23' },
  },
  {
    slug: 'without-cost',
    title: { en: 'A price for the largest revenue', 'zh-CN': '销售额最大的价格' },
    input: { item_id: 'beans-house', for_date: '2026-11-23' },
  },
  {
    slug: 'promoted',
    title: { en: 'A price in a promoted week', 'zh-CN': '促销周的价格' },
    input: { item_id: 'beans-house', current_price: '12.50', on_promotion: true },
  },
]

// An item nobody sells: thin with a model and without one.
const unheardOf = 'golden-never-sold'
const noFigures = [
  { path: 'status', equals: 'thin' },
  { path: 'current', equals: null },
  { path: 'elasticity', equals: null },
  { path: 'curve', equals: [] },
  { path: 'advised_price', equals: null },
]

const goldens: GoldenCase[] = [
  {
    slug: 'thin-data-gives-no-figures',
    title: { en: 'Too few periods give counts, no figures', 'zh-CN': '时段过少时只给计数' },
    input: { item_id: unheardOf, current_price: '4.00' },
    content: { min_periods: 500 },
    expect: noFigures,
  },
  {
    slug: 'a-price-far-from-what-was-seen',
    title: { en: 'A price far outside those seen gives no figures', 'zh-CN': '现价远超已见范围时略去数字' },
    input: { item_id: unheardOf, current_price: '400.00' },
    expect: noFigures,
  },
  {
    slug: 'margin-needs-a-cost',
    title: { en: 'The best margin is not named without a cost', 'zh-CN': '缺少成本则无法按毛利定价' },
    input: { item_id: unheardOf, current_price: '4.00' },
    content: { objective: 'margin' },
    expect: [
      { path: 'objective', equals: 'margin' },
      { path: 'advised_price', equals: null },
    ],
  },
]
export const priceGoldens = goldens.map((golden) => goldenCaseSchema.parse(golden))
