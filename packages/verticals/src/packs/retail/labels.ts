// How rules, strategies and states read in both languages. They enter texts as labels of facts.
import type { Localized } from '../../kit/localized.ts'
import type { Strategy } from './output.ts'

export const ruleTitles = {
  purchased: { en: 'bought already', 'zh-CN': '已购买' },
  unlisted: { en: 'gone from the catalogue', 'zh-CN': '目录中已下架' },
  not_in_stock: { en: 'sold out', 'zh-CN': '缺货' },
  age_restricted: { en: 'age limit', 'zh-CN': '年龄限制' },
  country: { en: 'not sold in this country', 'zh-CN': '该国家不销售' },
  excluded_category: { en: 'excluded category', 'zh-CN': '排除的类别' },
  substitute: { en: 'same kind as in the cart', 'zh-CN': '与购物车同类' },
  not_due: { en: 'not due yet', 'zh-CN': '尚未到期' },
  category: { en: 'other category', 'zh-CN': '其他类别' },
  brand: { en: 'other brand', 'zh-CN': '其他品牌' },
  price: { en: 'price', 'zh-CN': '价格' },
  attribute: { en: 'attribute', 'zh-CN': '属性' },
  cap_brand: { en: 'limit per brand', 'zh-CN': '每个品牌的上限' },
  cap_category: { en: 'limit per category', 'zh-CN': '每个类别的上限' },
} satisfies Record<string, Localized>

export const strategyTitles: Record<Strategy, Localized> = {
  history: { en: 'the shopper’s history', 'zh-CN': '顾客历史' },
  session: { en: 'this session', 'zh-CN': '本次会话' },
  context: { en: 'the items of the page or cart', 'zh-CN': '页面或购物车中的商品' },
  content: { en: 'what the items read like', 'zh-CN': '商品内容的相似度' },
  records: { en: 'the newest orders and what the items read like', 'zh-CN': '最新订单与商品内容' },
  popularity: { en: 'what sells', 'zh-CN': '畅销程度' },
  trending: { en: 'what sells now', 'zh-CN': '近期畅销程度' },
  repurchase: { en: 'the rhythm of purchases', 'zh-CN': '购买周期' },
  given: { en: 'the order that was sent', 'zh-CN': '所给顺序' },
}
