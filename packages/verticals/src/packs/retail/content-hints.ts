// The hints of the templates' fields in Chinese, by their English, and what their options are called. Of all three tasks of the pack.
import type { Localized } from '../../kit/localized.ts'

export const hints: Readonly<Record<string, string>> = {
  'Items whose record says in_stock false are left out': '记录中 in_stock 为 false 的商品不展示',
  'Whether a list may show what the shopper has bought; buy_again always does':
    '列表是否可展示顾客已购商品；buy_again 始终展示',
  'Any level of category_path': 'category_path 的任意层级',
  'What requests of this template are for; null takes any': '此模板的请求用途；不填则任意',
  'Names the rule where it says what it dropped': '说明排除原因时使用的规则名称',
  'Items for which this does not hold are left out': '不满足此条件的商品不展示',
  'category: any level of the path': 'category：路径的任意层级',
  'Name of the attribute, for the field attribute': '字段为 attribute 时的属性名称',
  'Attribute with the least age': '含最低年龄的属性',
  'Attribute with the countries an item may be sold in, as "DE, FR"; items without it go everywhere':
    '含可销售国家的属性，如“DE, FR”；没有该属性的商品可在任何地方销售',
  'Above 1 lifts, below 1 buries': '大于 1 提升，小于 1 降低',
  'Shown only after everything else': '排在所有商品之后',
  'By the first level of category_path': '按 category_path 的第一层',
  'Lambda of maximal marginal relevance; a request may say its own': '最大边际相关性的 lambda；请求可自行指定',
  'Share of places given to a random eligible item, with its propensity': '随机展示合格商品的位置占比，并记录其概率',
  'Orders that must hold both items before they count as bought together':
    '两件商品须同时出现在多少笔订单中才算一起购买',
  'cart: leaves out items of the last category level of what is in the cart':
    'cart：不展示与购物车商品末级类别相同的商品',
  'Of the places of a list': '占列表位置的比例',
  'Of content similarity against the model’s best score': '内容相似度相对于模型最高分的权重',
  'The same for items the model knows, as on a page of similar items': '用于模型已知的商品，如相似商品页',
  'Where neither shopper nor item has a rhythm yet': '顾客与商品均无购买周期时使用',
  'Share of the interval that must have passed': '须已经过的周期占比',
  'How long after a list was served a purchase of an item in it counts for it':
    '列表展示后多长时间内购买其中商品计入该列表',
  'Never read of a history and never given as a reason': '不读取历史，也不作为理由',
  'What the price shall make largest; margin is (price - cost) x units':
    '定价要最大化的目标；毛利 =（价格 − 成本）× 销量',
  'Largest step from the current price, as a share of it': '相对于当前价格的最大调整幅度',
  'Floor: the cost and this share of it': '下限：成本加上此比例',
  'Advised prices end so, such as .99; null for any price': '建议价格的尾数，如 .99；不填则任意',
  'How far beyond the prices seen, as a share of them': '可超出历史价格的比例',
  'Chance that the change pays from which it is advised': '建议调价所需的获益概率',
  'Fewer days or weeks of sales give no figures': '销售天数或周数更少时不给出数字',
  'Fewer different prices give no figures': '不同价格更少时不给出数字',
  'Least standard deviation of the log price': '对数价格的最小标准差',
  'More periods without a sale give no figures': '无销售的时段更多时不给出数字',
  'Below it the answer is "not covered". Share of the question’s meaning that one passage covers':
    '低于此值则回复“未涉及”。即单个段落覆盖问题含义的比例',
  'Groups of single words that mean the same to you, such as refund and money-back':
    '含义相同的单词组，如 refund 与 money-back',
  'What a customer reads where the articles hold no answer': '文章中没有答案时顾客看到的内容',
}

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

export const values: Readonly<Record<string, Localized>> = {
  never: both('never', '从不'),
  always: both('always', '始终'),
  home: both('home page', '首页'),
  similar: both('similar items', '相似商品'),
  bought_together: both('bought together', '经常一起购买'),
  cart: both('goes with the cart', '购物车搭配'),
  trending: both('trending', '近期热门'),
  rerank: both('put in order', '重新排序'),
  buy_again: both('buy again', '再次购买'),
  item: both('item', '商品'),
  category: both('category', '类别'),
  brand: both('brand', '品牌'),
  price: both('price', '价格'),
  attribute: both('attribute', '属性'),
  is: both('is', '是'),
  is_not: both('is not', '不是'),
  at_least: both('is at least', '不低于'),
  at_most: both('is at most', '不高于'),
  answered: both('answered', '已回答'),
  not_covered: both('not covered', '未涉及'),
  thin: both('too little data', '数据不足'),
  undecided: both('undecided', '无法判定'),
  keep: both('keep the price', '维持价格'),
  change: both('change the price', '调整价格'),
  margin: both('margin', '毛利'),
  revenue: both('revenue', '收入'),
  margin_if_cost_known: both('margin where the cost is known, else revenue', '已知成本则为毛利，否则为收入'),
}
