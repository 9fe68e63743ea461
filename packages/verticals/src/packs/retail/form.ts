// The recommendation form, as data.
import type { FormDescriptor } from '../../kit/form.ts'

export const recommendForm: FormDescriptor = {
  groups: [
    {
      id: 'request',
      title: { en: 'Request', 'zh-CN': '请求' },
      fields: [
        {
          path: 'scenario',
          label: { en: 'Scenario', 'zh-CN': '场景' },
          kind: 'select',
          required: true,
          options: [
            { value: 'home', label: { en: 'Home page', 'zh-CN': '首页' } },
            { value: 'similar', label: { en: 'Similar items', 'zh-CN': '相似商品' } },
            { value: 'cart', label: { en: 'Goes with the cart', 'zh-CN': '购物车搭配' } },
            { value: 'buy_again', label: { en: 'Buy again', 'zh-CN': '再次购买' } },
            { value: 'trending', label: { en: 'Trending', 'zh-CN': '热门' } },
          ],
        },
        {
          path: 'user_ref',
          label: { en: 'Shopper', 'zh-CN': '顾客' },
          kind: 'text',
          required: false,
          help: { en: 'The reference in your events', 'zh-CN': '与事件中的标识一致' },
        },
        {
          path: 'limit',
          label: { en: 'How many', 'zh-CN': '数量' },
          kind: 'number',
          required: false,
          unit: 'count',
          min: 1,
          max: 100,
        },
        {
          path: 'personalization',
          label: { en: 'Use the shopper’s history', 'zh-CN': '使用顾客历史' },
          kind: 'boolean',
          required: false,
        },
      ],
    },
  ],
}
