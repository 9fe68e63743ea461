// Which of two offers is the better buy: a choice, because the point is to compare unit prices and not to state them.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'

type Shop = { name: string; title: ReturnType<typeof both> }
type Offer = { shop: Shop; many: number; cost: string }
/** In the order they are told. */
type Offers = readonly [Offer, Offer]

const shop = (en: string, zh: string): Shop => ({ name: en.toLowerCase(), title: both(en, zh) })
const shops = [
  [shop('The red shop', '红店'), shop('The green shop', '绿店')],
  [shop('The old shop', '老店'), shop('The new shop', '新店')],
  [shop('The shop by the lake', '湖边店'), shop('The shop by the park', '公园店')],
  [shop('The corner shop', '街角店'), shop('The village shop', '村口店')],
] as const

const stories = [
  ([one, other]: Offers) =>
    both(
      `${one.shop.title.en} sells ${one.many} pens for ${one.cost} dollars. ${other.shop.title.en} sells ${other.many} of the same pens for ${other.cost} dollars. Where is a pen cheaper?`,
      `${one.shop.title['zh-CN']} ${one.many} 支笔卖 ${one.cost} 元，${other.shop.title['zh-CN']} ${other.many} 支同样的笔卖 ${other.cost} 元。哪家店的单价更低？`,
    ),
  ([one, other]: Offers) =>
    both(
      `${one.shop.title.en} sells ${one.many} kg of apples for ${one.cost} dollars, ${other.shop.name} sells ${other.many} kg for ${other.cost} dollars. Where are apples cheaper?`,
      `${one.shop.title['zh-CN']} ${one.many} kg 苹果卖 ${one.cost} 元，${other.shop.title['zh-CN']} ${other.many} kg 苹果卖 ${other.cost} 元。哪家店的苹果更便宜？`,
    ),
] as const

const better: Family = {
  id: 'rate-better',
  skill: 'ratio-rate',
  type: 'choice',
  difficulty: 0.3,
  readingGrade: 5,
  starters: 2,
  draft: (random, turn) => {
    // The larger pack has the larger price and the lower one for each: whoever looks at totals alone is led astray.
    const many = random.int(3, 6)
    const more = many + random.int(2, 4)
    const price = fraction(random.int(10, 20) * 2, 10)
    const lower = price.sub(fraction(random.int(1, 2) * 2, 10))
    const [cost, dearer] = [price.mul(many), lower.mul(more)]
    const [small, large] = random.shuffle(random.pick(shops))
    if (!small || !large) return null
    const text = (value: typeof price) => shown(value, { isDecimal: true })
    const [first, second] = random.shuffle([
      { shop: small, many, cost: text(cost) },
      { shop: large, many: more, cost: text(dearer) },
    ])
    if (!first || !second) return null
    const idOf = (one: Shop) => (first.shop === one ? 'a' : 'b')
    return {
      stem: inTurn(stories, turn)([first, second]),
      answer: idOf(large),
      choices: [
        { id: 'a', text: first.shop.title },
        { id: 'b', text: second.shop.title },
        { id: 'c', text: both('The price is the same', '单价相同') },
      ],
      hints: [
        both('Can offers of different size be compared by their totals?', '数量不同时，能只比总价吗？'),
        both('Find what the same amount costs in each shop.', '求出每家店相同数量的价格。'),
        both(
          'Divide each total by its own amount, then compare the results.',
          '用每家店的总价除以各自的数量，再比较结果。',
        ),
      ],
      wrong: [{ id: 'more-is-dearer', answer: idOf(small) }],
      lines: [
        both(
          `${small.title.en}: ${text(cost)} ÷ ${many} = ${text(price)}.`,
          `${small.title['zh-CN']}：${text(cost)} ÷ ${many} = ${text(price)}。`,
        ),
        both(
          `${large.title.en}: ${text(dearer)} ÷ ${more} = ${text(lower)}. That is less.`,
          `${large.title['zh-CN']}：${text(dearer)} ÷ ${more} = ${text(lower)}。这个价格更低。`,
        ),
      ],
      check: {
        line: same(`${text(price)} × ${more} − ${text(dearer)} = ${text(price.mul(more).sub(dearer))}`),
        holds: lower.mul(more).compare(price.mul(more)) < 0,
      },
    }
  },
}

export const offerFamilies = [better]
