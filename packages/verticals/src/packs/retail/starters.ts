// The templates every shop begins with: one that takes any scenario, and one per scenario with rules that suit its place on the page.
import type { InputFault, Starter } from '../../kit/vertical.ts'
import { type RecommendContent, recommendContent } from './content.ts'
import type { Scenario } from './input.ts'

/** A cautious beginning: what a purchase of these would tell about a person is nobody's reason. */
const sensitive = ['Health', 'Medicine', 'Intimate care', 'Pregnancy', '健康', '药品', '私护', '孕产']

const withRules = (rules: Partial<RecommendContent>): RecommendContent =>
  recommendContent.parse({
    in_stock_only: true,
    repeats: 'never',
    excluded_categories: [],
    sensitive_categories: sensitive,
    ...rules,
  })

const forScenario = (scenario: Scenario, rules: Partial<RecommendContent> = {}) => withRules({ scenario, ...rules })

export const starters: [Starter, ...Starter[]] = [
  {
    slug: 'recommendations',
    title: { en: 'Recommendations', 'zh-CN': '商品推荐' },
    content: withRules({}),
  },
  {
    slug: 'home-recommendations',
    title: { en: 'Home page', 'zh-CN': '首页推荐' },
    content: forScenario('home', {
      diversity: 0.3,
      caps: { per_brand: 3, per_category: null },
      exploration: { share: 0.05 },
    }),
  },
  {
    slug: 'similar-items',
    title: { en: 'Similar items', 'zh-CN': '相似商品' },
    content: forScenario('similar', { content_weight: 0.5, repeats: 'always' }),
  },
  {
    slug: 'bought-together',
    title: { en: 'Bought together', 'zh-CN': '经常一起购买' },
    content: forScenario('bought_together', { repeats: 'always' }),
  },
  {
    slug: 'cart-complements',
    title: { en: 'Goes with the cart', 'zh-CN': '购物车搭配' },
    content: forScenario('cart', { repeats: 'always', complements_only: true }),
  },
  {
    slug: 'trending-now',
    title: { en: 'Trending now', 'zh-CN': '近期热门' },
    content: forScenario('trending', { repeats: 'always', caps: { per_brand: null, per_category: 4 } }),
  },
  {
    slug: 'rerank',
    title: { en: 'Put in order', 'zh-CN': '重新排序' },
    content: forScenario('rerank', { in_stock_only: false, repeats: 'always' }),
  },
  {
    slug: 'buy-again',
    title: { en: 'Buy again', 'zh-CN': '再次购买' },
    content: forScenario('buy_again', { repeats: 'always' }),
  },
]

/** A template of one scenario answers requests that name none, and refuses those that name another. */
export function arrangeScenario(
  raw: unknown,
  { scenario }: RecommendContent,
): { input: unknown; faults: InputFault[] } {
  if (scenario === null || typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { input: raw, faults: [] }
  const asked: unknown = Reflect.get(raw, 'scenario')
  if (asked === undefined) return { input: { ...raw, scenario }, faults: [] }
  if (asked === scenario) return { input: raw, faults: [] }
  const message = `is ${JSON.stringify(asked)}, but this template answers ${scenario}`
  return {
    input: raw,
    faults: [{ path: 'scenario', message, fix: 'Leave it out, or use the template recommendations' }],
  }
}
