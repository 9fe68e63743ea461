// The task `price_advice`: from dated sales to a price within the shop's bounds, with the curve it rests on.
import { defineTask } from '../../../kit/vertical.ts'
import { composePriceAdvice } from './compose.ts'
import { priceWords } from './content-words.ts'
import { priceQuestion, readsItem } from './features.ts'
import { priceForm } from './form.ts'
import { defaultPriceContent, priceContent, priceInput } from './input.ts'
import { demandModel } from './model.ts'
import { priceGoldens, priceSamples } from './samples.ts'

export const priceAdvice = defineTask({
  slug: 'price_advice',
  starters: [
    { slug: 'price-advice', title: { en: 'Price advice', 'zh-CN': '定价建议' }, content: defaultPriceContent },
  ],
  title: { en: 'Price advice', 'zh-CN': '定价建议' },
  summary: {
    en: 'Expected units and revenue over a range of prices, and the price that pays within your bounds.',
    'zh-CN': '各价位的预计销量与销售额，以及限定范围内最有利的价格。',
  },
  input: priceInput,
  content: priceContent,
  words: priceWords,
  form: priceForm,
  samples: priceSamples,
  goldens: priceGoldens,
  model: demandModel,
  reads: readsItem,
  features: priceQuestion,
  compose: composePriceAdvice,
  decisionOf: ({ status }) => String(status),
  goldenPaths: ['status', 'objective', 'lacks.0.what'],
})
