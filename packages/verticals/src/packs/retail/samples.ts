// Sample requests for the playground and the docs, with the ids of the demo shop.
import type { Sample } from '../../kit/vertical.ts'

export const samples: Sample[] = [
  {
    slug: 'trending',
    title: { en: 'What is popular now', 'zh-CN': '当前热门' },
    input: { scenario: 'trending', limit: 10 },
  },
  {
    slug: 'home',
    title: { en: 'A shopper’s home page', 'zh-CN': '顾客首页' },
    input: { scenario: 'home', user_ref: 'demo-01', limit: 10, personalization: true },
  },
  {
    slug: 'anonymous-session',
    title: { en: 'Somebody unknown, in this session', 'zh-CN': '匿名会话' },
    template: 'home-recommendations',
    input: {
      session: {
        id: 's-81',
        events: [
          { item_id: 'tea-green', type: 'view' },
          { item_id: 'pot-clay', type: 'cart' },
        ],
      },
      limit: 6,
    },
  },
  {
    slug: 'similar',
    title: { en: 'Like the item on the page', 'zh-CN': '与页面商品相似' },
    template: 'similar-items',
    input: { context: { item_ids: ['beans-house'] }, limit: 6 },
  },
  {
    slug: 'bought-together',
    title: { en: 'Bought together with it', 'zh-CN': '与其一起购买' },
    template: 'bought-together',
    input: { context: { item_ids: ['pasta-penne'] }, limit: 4 },
  },
  {
    slug: 'cart',
    title: { en: 'Goes with the cart', 'zh-CN': '购物车搭配' },
    template: 'cart-complements',
    input: { context: { cart: ['seeds-basil', 'pots-terra'], country: 'DE', verified_age: 30 }, limit: 4 },
  },
  {
    slug: 'buy-again',
    title: { en: 'Time to buy again', 'zh-CN': '该再次购买' },
    template: 'buy-again',
    input: { user_ref: 'demo-01', limit: 5 },
  },
  {
    slug: 'rerank',
    title: { en: 'Put a list in order', 'zh-CN': '给列表排序' },
    template: 'rerank',
    input: { user_ref: 'demo-03', candidates: ['tent-two', 'oil-olive', 'note-dot', 'cheese-hard'], limit: 4 },
  },
]
