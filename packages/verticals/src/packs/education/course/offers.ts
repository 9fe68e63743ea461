// Which of two offers is the better buy: a choice, because the point is to compare unit prices and not to state them.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'

type Shop = { name: string; title: ReturnType<typeof both> }
type Offers = { one: Shop; other: Shop; many: number; cost: string; more: number; dearer: string }

const shop = (en: string, zh: string): Shop => ({ name: en.toLowerCase(), title: both(en, zh) })
const shops = [
  [shop('The red shop', '红店'), shop('The green shop', '绿店')],
  [shop('The old shop', '老店'), shop('The new shop', '新店')],
  [shop('The shop by the lake', '湖边店'), shop('The shop by the park', '公园店')],
  [shop('The corner shop', '街角店'), shop('The village shop', '村口店')],
] as const

const stories = [
  ({ one, other, many, cost, more, dearer }: Offers) =>
    both(
      `${one.title.en} sells ${many} pens for ${cost} dollars. ${other.title.en} sells ${more} of the same pens for ${dearer} dollars. Where is a pen cheaper?`,
      `${one.title['zh-CN']} ${many} 支笔卖 ${cost} 元，${other.title['zh-CN']} ${more} 支同样的笔卖 ${dearer} 元。哪家店的单价更低？`,
    ),
  ({ one, other, many, cost, more, dearer }: Offers) =>
    both(
      `${one.title.en} sells ${many} kg of apples for ${cost} dollars, ${other.name} sells ${more} kg for ${dearer} dollars. Where are apples cheaper?`,
      `${one.title['zh-CN']} ${many} kg 苹果卖 ${cost} 元，${other.title['zh-CN']} ${more} kg 苹果卖 ${dearer} 元。哪家店的苹果更便宜？`,
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
    const many = random.int(3, 6)
    const more = many + random.int(2, 4)
    const price = fraction(random.int(10, 20) * 2, 10)
    const lower = price.sub(fraction(random.int(1, 2) * 2, 10))
    const [cost, dearer] = [price.mul(many), lower.mul(more)]
    const [one, other] = random.pick(shops)
    const text = (value: typeof price) => shown(value, { isDecimal: true })
    return {
      stem: inTurn(stories, turn)({ one, other, many, cost: text(cost), more, dearer: text(dearer) }),
      answer: 'b',
      choices: [
        { id: 'a', text: one.title },
        { id: 'b', text: other.title },
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
      wrong: [
        { id: 'more-is-dearer', answer: 'a' },
        { id: 'difference-compared', answer: 'c' },
      ],
      lines: [
        both(
          `${one.title.en}: ${text(cost)} ÷ ${many} = ${text(price)}.`,
          `${one.title['zh-CN']}：${text(cost)} ÷ ${many} = ${text(price)}。`,
        ),
        both(
          `${other.title.en}: ${text(dearer)} ÷ ${more} = ${text(lower)}. That is less.`,
          `${other.title['zh-CN']}：${text(dearer)} ÷ ${more} = ${text(lower)}。这个价格更低。`,
        ),
      ],
      check: {
        line: same(`${text(price)} × ${more} = ${text(price.mul(more))}; ${text(lower)} × ${more} = ${text(dearer)}`),
        holds: lower.mul(more).compare(price.mul(more)) < 0 && dearer.compare(cost) > 0,
      },
    }
  },
}

export const offerFamilies = [better]
