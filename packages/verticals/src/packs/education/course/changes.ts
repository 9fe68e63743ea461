// Percentage change: up, down, by how much, and back to what it was before.
import { fraction, shown } from './answer.ts'
import { both, type Family, type Hints, inTurn, same } from './family.ts'

const decimal = { isDecimal: true }
type Change = { p: number; from: number }

const hints: Hints = [
  both('Does the question ask for the change or for the amount after it?', '题目问的是变化量，还是变化后的量？'),
  both(
    'Find the change from the amount before, then apply it; or work with the percentage that results.',
    '先按原来的量求变化量，再加上或减去；也可以直接用变化后的百分率。',
  ),
  both(
    'Take the amount before as the whole. What percentage of it is there afterwards?',
    '把原来的量看作全部。变化后占原来的百分之几？',
  ),
]

const upStories = [
  ({ p, from }: Change) =>
    both(
      `A monthly ticket costs ${from} dollars. Its price rises by ${p}%. What does it cost then, in dollars?`,
      `月票原价 ${from} 元，涨价 ${p}%。涨价后是多少元？`,
    ),
  ({ p, from }: Change) =>
    both(
      `A village has ${from} inhabitants. Within a decade their number grows by ${p}%. How many inhabitants are there then?`,
      `村里原有 ${from} 人，后来人口增长了 ${p}%。现在有多少人？`,
    ),
] as const

const up: Family = {
  id: 'pct-up',
  skill: 'percent-change',
  type: 'numeric',
  difficulty: 0.4,
  readingGrade: 5,
  starters: 3,
  draft: (random, turn) => {
    const p = random.int(1, 9) * 5
    const from = random.int(3, 24) * 20
    const change = fraction(p * from, 100)
    const answer = change.add(from)
    return {
      stem: inTurn(upStories, turn)({ p, from }),
      answer,
      hints,
      wrong: [
        { id: 'change-only', answer: change, as: `${from} * ${p} / 100` },
        { id: 'percent-as-amount', answer: fraction(from + p), as: `${from} + ${p}` },
        { id: 'sign-error', answer: fraction(from).sub(change), as: `${from} - ${from} * ${p} / 100` },
      ],
      lines: [
        both(`The change: ${from} × ${p}/100 = ${shown(change)}.`, `变化量：${from} × ${p}/100 = ${shown(change)}。`),
        both(
          `Afterwards: ${from} + ${shown(change)} = ${shown(answer)}.`,
          `变化后：${from} + ${shown(change)} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${from} × ${100 + p}/100 = ${shown(answer)}`),
        holds: answer
          .div(from)
          .mul(100)
          .equals(100 + p),
      },
    }
  },
}

const downStories = [
  ({ p, from }: Change) =>
    both(
      `A jacket costs ${from} dollars. In the sale it is ${p}% cheaper. What is the sale price, in dollars?`,
      `外套原价 ${from} 元，促销时降价 ${p}%。促销价是多少元？`,
    ),
  ({ p, from }: Change) =>
    both(
      `A town used ${from} tons of salt last winter and ${p}% less this winter. How many tons did it use this winter?`,
      `小镇去年冬天用盐 ${from} 吨，今年冬天少用了 ${p}%。今年冬天用了多少吨？`,
    ),
] as const

const down: Family = {
  id: 'pct-down',
  skill: 'percent-change',
  type: 'numeric',
  difficulty: 0.5,
  readingGrade: 5,
  starters: 3,
  draft: (random, turn) => {
    const p = random.int(1, 9) * 5
    const from = random.int(3, 24) * 20
    const change = fraction(p * from, 100)
    const answer = fraction(from).sub(change)
    return {
      stem: inTurn(downStories, turn)({ p, from }),
      answer,
      hints,
      wrong: [
        { id: 'change-only', answer: change, as: `${from} * ${p} / 100` },
        { id: 'percent-as-amount', answer: fraction(from - p), as: `${from} - ${p}` },
        { id: 'sign-error', answer: fraction(from).add(change), as: `${from} + ${from} * ${p} / 100` },
      ],
      lines: [
        both(`The change: ${from} × ${p}/100 = ${shown(change)}.`, `变化量：${from} × ${p}/100 = ${shown(change)}。`),
        both(
          `Afterwards: ${from} − ${shown(change)} = ${shown(answer)}.`,
          `变化后：${from} − ${shown(change)} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${from} × ${100 - p}/100 = ${shown(answer)}`),
        holds: answer
          .div(from)
          .mul(100)
          .equals(100 - p),
      },
    }
  },
}

type Moved = { from: number; to: number }

const byStories = [
  ({ from, to }: Moved) =>
    both(
      `A young tree grew from ${from} cm to ${to} cm. By what percentage did it grow? Type only the number in front of the percent sign.`,
      `小树从 ${from} cm 长到 ${to} cm。增长了百分之几？只填百分号前面的数。`,
    ),
  ({ from, to }: Moved) =>
    both(
      `A shop sold ${from} bikes last year and ${to} this year. By what percentage did sales rise? Type only the number in front of the percent sign.`,
      `车店去年卖出 ${from} 辆自行车，今年卖出 ${to} 辆。销量增长了百分之几？只填百分号前面的数。`,
    ),
] as const

const byHowMuch: Family = {
  id: 'pct-by',
  skill: 'percent-change',
  type: 'numeric',
  difficulty: 0.9,
  readingGrade: 5,
  starters: 3,
  isDecimal: true,
  draft: (random, turn) => {
    const p = random.pick([15, 20, 25, 30, 35, 40, 45, 60, 75])
    const from = random.int(2, 12) * 20
    const to = from + (from * p) / 100
    const answer = fraction((to - from) * 100, from)
    return {
      stem: inTurn(byStories, turn)({ from, to }),
      answer,
      hints: [
        both('A percentage change is always a part of some amount. Of which?', '增长率是相对于哪个量来说的？'),
        both('Find the change and compare it with the amount before.', '先求变化量，再与原来的量相比。'),
        both(
          'Put the change over the amount before, not over the amount after, and turn that into a percentage.',
          '变化量除以原来的量，不是除以现在的量，再化成百分数。',
        ),
      ],
      wrong: [
        { id: 'difference-only', answer: fraction(to - from), as: `${to} - ${from}` },
        { id: 'wrong-base', answer: fraction((to - from) * 100, to), as: `(${to} - ${from}) / ${to} * 100` },
        { id: 'change-not-taken', answer: fraction(to * 100, from), as: `${to} / ${from} * 100` },
      ],
      lines: [
        both(`The change: ${to} − ${from} = ${to - from}.`, `变化量：${to} − ${from} = ${to - from}。`),
        both(
          `Of the amount before: ${to - from} ÷ ${from} × 100 = ${shown(answer, decimal)}.`,
          `与原来的量相比：${to - from} ÷ ${from} × 100 = ${shown(answer, decimal)}。`,
        ),
      ],
      check: { line: same(`${from} × ${100 + p}/100 = ${to}`), holds: answer.div(100).add(1).mul(from).equals(to) },
    }
  },
}

const beforeStories = [
  ({ p, from }: Change) =>
    both(
      `After a discount of ${p}%, a tent costs ${from} dollars. What did it cost before, in dollars?`,
      `帐篷降价 ${p}% 后卖 ${from} 元。原价是多少元？`,
    ),
  ({ p, from }: Change) =>
    both(
      `A reservoir lost ${p}% of its water over the summer and now holds ${from} megalitres. How many megalitres did it hold before?`,
      `水库的水在夏天减少了 ${p}%，现在有 ${from} 兆升。原来有多少兆升？`,
    ),
] as const

const before: Family = {
  id: 'pct-before',
  skill: 'percent-change',
  type: 'numeric',
  difficulty: 1.3,
  readingGrade: 6,
  starters: 4,
  isDecimal: true,
  draft: (random, turn) => {
    const p = random.pick([15, 20, 25, 30, 35, 40, 45])
    const answer = fraction(random.int(4, 24) * 20)
    const now = answer.mul(100 - p).div(100)
    const n = shown(now)
    return {
      stem: inTurn(beforeStories, turn)({ p, from: Number(n) }),
      answer,
      hints: [
        both(
          'Of which amount was the percentage taken: the amount now or the amount before?',
          '这个百分率是按现在的量算的，还是按原来的量算的？',
        ),
        both(
          'What percentage of the amount before is left now? Then undo that.',
          '现在的量是原来的百分之几？再逆着求。',
        ),
        both(
          'Divide the amount now by the percentage that remained, written as a fraction or decimal.',
          '用现在的量除以剩下的百分率，百分率先化成分数或小数。',
        ),
      ],
      wrong: [
        { id: 'wrong-base', answer: now.mul(100 + p).div(100), as: `${n} * (1 + ${p} / 100)` },
        { id: 'percent-as-amount', answer: now.add(p), as: `${n} + ${p}` },
        { id: 'sign-error', answer: now.mul(100 - p).div(100), as: `${n} * (1 - ${p} / 100)` },
      ],
      lines: [
        both(`What remained: 100% − ${p}% = ${100 - p}%.`, `剩下的百分率：100% − ${p}% = ${100 - p}%。`),
        both(
          `Before: ${n} × 100 ÷ ${100 - p} = ${shown(answer)}.`,
          `原来：${n} × 100 ÷ ${100 - p} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${shown(answer)} × ${100 - p}/100 = ${n}`),
        holds: answer.sub(answer.mul(p).div(100)).equals(now),
      },
    }
  },
}

export const changeFamilies = [up, down, byHowMuch, before]
