// Sample requests for the playground and the docs.
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
    input: { scenario: 'home', user_ref: 'u1', limit: 10, personalization: true },
  },
]
