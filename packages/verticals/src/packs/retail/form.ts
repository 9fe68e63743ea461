// The recommendation form, as data.
import type { FormDescriptor, FormField } from '../../kit/form.ts'

type Rest = Partial<Omit<FormField, 'path' | 'label' | 'kind'>>

function field(path: string, [en, zh]: [string, string], kind: FormField['kind'], rest: Rest = {}): FormField {
  return { path, label: { en, 'zh-CN': zh }, kind, required: false, ...rest }
}

const option = (value: string, en: string, zh: string) => ({ value, label: { en, 'zh-CN': zh } })

export const recommendForm: FormDescriptor = {
  groups: [
    {
      id: 'request',
      title: { en: 'Request', 'zh-CN': '请求' },
      fields: [
        field('scenario', ['Scenario', '场景'], 'select', {
          options: [
            option('home', 'Home page', '首页'),
            option('similar', 'Similar items', '相似商品'),
            option('bought_together', 'Bought together', '经常一起购买'),
            option('cart', 'Goes with the cart', '购物车搭配'),
            option('trending', 'Trending', '近期热门'),
            option('rerank', 'Put in order', '重新排序'),
            option('buy_again', 'Buy again', '再次购买'),
          ],
          help: { en: 'A template of one scenario needs none', 'zh-CN': '单一场景的模板可不填' },
        }),
        field('user_ref', ['Shopper', '顾客'], 'text', {
          help: { en: 'The reference in your events', 'zh-CN': '与事件中的标识一致' },
        }),
        field('limit', ['How many', '数量'], 'number', { unit: 'count', min: 1, max: 100 }),
        field('diversity', ['Diversity', '多样性'], 'number', {
          min: 0,
          max: 1,
          help: { en: 'From score alone, 0, to as different as can be, 1', 'zh-CN': '0 仅按得分，1 尽量不同' },
        }),
        field('personalization', ['Use the shopper’s history', '使用顾客历史'], 'boolean'),
      ],
    },
    {
      id: 'context',
      title: { en: 'Page', 'zh-CN': '页面' },
      fields: [
        field('context.category', ['Category', '类别'], 'text', {
          help: { en: 'Any level; only its items are shown', 'zh-CN': '任意层级，仅展示该类别' },
        }),
        field('context.country', ['Country', '国家'], 'text', { help: { en: 'Two letters', 'zh-CN': '两位字母' } }),
        field('context.currency', ['Currency', '货币'], 'text'),
        field('context.verified_age', ['Verified age', '已核验年龄'], 'number', { unit: 'years', min: 0, max: 150 }),
      ],
    },
  ],
}
