// Which of two offers is the better buy: a choice, because the point is to compare unit prices and not to state them.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'

type Offers = { many: number; cost: string; more: number; dearer: string }

const stories = [
  ({ many, cost, more, dearer }: Offers) =>
    both(
      `Shop A sells ${many} pens for ${cost} dollars. Shop B sells ${more} of the same pens for ${dearer} dollars. Where is a pen cheaper?`,
      `甲店 ${many} 支笔卖 ${cost} 元，乙店 ${more} 支同样的笔卖 ${dearer} 元。哪家店的单价更低？`,
    ),
  ({ many, cost, more, dearer }: Offers) =>
    both(
      `Shop A sells ${many} kg of apples for ${cost} dollars, shop B sells ${more} kg for ${dearer} dollars. Where are apples cheaper?`,
      `甲店 ${many} kg 苹果卖 ${cost} 元，乙店 ${more} kg 苹果卖 ${dearer} 元。哪家店的苹果更便宜？`,
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
    const price = fraction(random.int(8, 20) * 2, 10)
    const lower = price.sub(fraction(random.int(1, 3) * 2, 10))
    const [cost, dearer] = [price.mul(many), lower.mul(more)]
    const text = (value: typeof price) => shown(value, { isDecimal: true })
    return {
      stem: inTurn(stories, turn)({ many, cost: text(cost), more, dearer: text(dearer) }),
      answer: 'b',
      choices: [
        { id: 'a', text: both('In shop A', '甲店') },
        { id: 'b', text: both('In shop B', '乙店') },
        { id: 'c', text: both('The same in both shops', '单价相同') },
      ],
      hints: [
        both('Can offers of different size be compared by their totals?', '数量不同时，能只比总价吗？'),
        both('Find what the same amount costs in each shop.', '求出每家店相同数量的价格。'),
        both('Divide each total by its own amount, then compare the results.', '用每家店的总价除以各自的数量，再比较结果。'),
      ],
      wrong: [
        { id: 'more-is-dearer', answer: 'a' },
        { id: 'difference-compared', answer: 'c' },
      ],
      lines: [
        both(`In shop A: ${text(cost)} ÷ ${many} = ${text(price)}.`, `甲店：${text(cost)} ÷ ${many} = ${text(price)}。`),
        both(`In shop B: ${text(dearer)} ÷ ${more} = ${text(lower)}. That is less.`, `乙店：${text(dearer)} ÷ ${more} = ${text(lower)}。这个价格更低。`),
      ],
      check: {
        line: same(`${text(price)} × ${more} = ${text(price.mul(more))}; ${text(lower)} × ${more} = ${text(dearer)}`),
        holds: lower.mul(more).compare(price.mul(more)) < 0 && dearer.compare(cost) > 0,
      },
    }
  },
}

export const offerFamilies = [better]
