// The retail pack: recommendations with a reason each. The only file others see.
import { defineTask, defineVertical } from '../../kit/vertical.ts'
import { articles, sampleArticles } from './answers/articles.ts'
import { answerQuestion } from './answers/task.ts'
import { events, items } from './collections.ts'
import { composeRecommendation } from './compose.ts'
import { faultsOfContent, recommendContent } from './content.ts'
import { contentWords } from './content-words.ts'
import { demoEvents } from './demo/events.ts'
import { demoItems } from './demo/items.ts'
import { historyFeatures, readsHistory } from './features.ts'
import { recommendForm } from './form.ts'
import { goldens } from './goldens.ts'
import { recommendInput } from './input.ts'
import { recommenderModel } from './model.ts'
import { demoSales } from './price/demo-sales.ts'
import { sales } from './price/sales.ts'
import { priceAdvice } from './price/task.ts'
import { ruleBuilder } from './rule-builder.ts'
import { samples } from './samples.ts'
import { readsCatalogue } from './shelf.ts'
import { arrangeScenario, starters } from './starters.ts'

export const retail = defineVertical({
  slug: 'retail',
  title: { en: 'Retail', 'zh-CN': '零售' },
  collections: [items, events, sales, articles],
  starterRecords: { items: () => demoItems, events: demoEvents, sales: demoSales, articles: sampleArticles },
  tasks: [
    defineTask({
      slug: 'recommend',
      starters,
      title: { en: 'Recommendations', 'zh-CN': '商品推荐' },
      summary: {
        en: 'Items for a shopper, a page or a cart, each with the part of the history that speaks for it.',
        'zh-CN': '面向顾客、页面或购物车的商品，每件都附依据。',
      },
      input: recommendInput,
      content: recommendContent,
      arrange: arrangeScenario,
      contentFaults: faultsOfContent,
      words: contentWords,
      ruleBuilder,
      goldenPaths: [
        'scenario',
        'cold_start.strategy',
        'fallback_used',
        'items.0.item_id',
        'items.1.item_id',
        'items.2.item_id',
      ],
      form: recommendForm,
      samples,
      goldens,
      model: recommenderModel,
      reads: readsHistory,
      features: historyFeatures,
      looksUp: readsCatalogue,
      compose: composeRecommendation,
    }),
    priceAdvice,
    answerQuestion,
  ],
})
