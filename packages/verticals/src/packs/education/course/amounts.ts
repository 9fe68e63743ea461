// A percentage of an amount: the part, what is left, and the whole behind a known part.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'

const decimal = { isDecimal: true }
type Share = { p: number; all: number }

type Pair = readonly [percent: number, amount: number]
/** Percent and amount that give a whole number. */
const wholePairs: readonly [Pair, ...Pair[]] = [
  [15, 20],
  [15, 40],
  [15, 60],
  [35, 20],
  [35, 40],
  [35, 80],
  [45, 40],
  [45, 60],
  [12, 25],
  [12, 75],
  [18, 50],
  [24, 25],
  [24, 75],
  [30, 70],
  [30, 90],
  [40, 35],
  [40, 85],
  [60, 45],
  [60, 85],
  [65, 40],
  [65, 80],
  [70, 30],
  [80, 45],
  [85, 20],
  [85, 60],
  [5, 240],
  [8, 150],
  [16, 75],
]

const ofStories = [
  ({ p, all }: Share) =>
    both(
      `A survey asked ${all} people. ${p}% of them cycle to work. How many people is that?`,
      `调查了 ${all} 人，其中 ${p}% 骑车上班。骑车上班的有多少人？`,
    ),
  ({ p, all }: Share) => both(`What is ${p}% of ${all}?`, `${all} 的 ${p}% 是多少？`),
  ({ p, all }: Share) =>
    both(
      `A hall has ${all} seats, and ${p}% of them are taken. How many seats are taken?`,
      `礼堂有 ${all} 个座位，已坐了 ${p}%。坐了多少个座位？`,
    ),
] as const

const ofAmount: Family = {
  id: 'pct-of',
  skill: 'percent-of',
  type: 'numeric',
  difficulty: -0.1,
  readingGrade: 4,
  starters: 4,
  draft: (random, turn) => {
    const [p, base] = random.pick(wholePairs)
    const all = base * random.int(1, 3)
    const answer = fraction(p * all, 100)
    return {
      stem: inTurn(ofStories, turn)({ p, all }),
      answer,
      hints: [
        both('Is the answer more or less than the whole amount? Make an estimate.', '答案应比总量大还是小？先估计。'),
        both(
          'Turn the percentage into a fraction or a decimal, then multiply by the amount.',
          '先把百分数化成分数或小数，再乘总量。',
        ),
        both(
          'Find what each percent of the amount comes to. How many such pieces do you need?',
          '先求每份百分率对应多少。需要多少个这样的小份？',
        ),
      ],
      wrong: [
        { id: 'divided-by-percent', answer: fraction(all, p), as: `${all} / ${p}` },
        { id: 'percent-as-amount', answer: fraction(all - p), as: `${all} - ${p}` },
        { id: 'taken-not-left', answer: fraction((100 - p) * all, 100), as: `${all} * (100 - ${p}) / 100` },
        { id: 'place-value', answer: fraction(p * all, 10), as: `${all} * ${p} / 10` },
      ],
      lines: [same(`${p}% = ${p}/100`), same(`${all} × ${p}/100 = ${shown(answer)}`)],
      check: {
        line: same(`${shown(answer)} ÷ ${all} = ${shown(fraction(p, 100), decimal)} = ${p}%`),
        holds: answer.div(all).mul(100).equals(p),
      },
    }
  },
}

const leftStories = [
  ({ p, all }: Share) =>
    both(
      `A tank holds ${all} litres. ${p}% of that is used for watering. How many litres are left?`,
      `水箱有 ${all} 升水，浇花用去 ${p}%。还剩多少升？`,
    ),
  ({ p, all }: Share) =>
    both(
      `Of a ${all} km tour, ${p}% lies behind the riders. How many km are still ahead?`,
      `全程 ${all} km，车队已经走了 ${p}%。还剩多少 km？`,
    ),
  ({ p, all }: Share) =>
    both(
      `A club had ${all} dollars and spent ${p}% of them on balls. How many dollars remain?`,
      `社团有 ${all} 元，买球用去 ${p}%。还剩多少元？`,
    ),
] as const

const left: Family = {
  id: 'pct-left',
  skill: 'percent-of',
  type: 'numeric',
  difficulty: 0.3,
  readingGrade: 5,
  starters: 4,
  draft: (random, turn) => {
    const [p, base] = random.pick(wholePairs)
    const all = base * random.int(2, 4)
    const answer = fraction((100 - p) * all, 100)
    return {
      stem: inTurn(leftStories, turn)({ p, all }),
      answer,
      hints: [
        both(
          'Which part does the question ask about: what is gone, or what remains?',
          '题目问的是用去的部分，还是剩下的部分？',
        ),
        both(
          'Work out what is gone and take it away, or work with the percentage that remains.',
          '可以先求用去的再减，也可以直接用剩下的百分率。',
        ),
        both(
          'What percentage of the whole remains? Take that percentage of the amount.',
          '剩下的占总量的百分之几？用这个百分率乘总量。',
        ),
      ],
      wrong: [
        { id: 'taken-not-left', answer: fraction(p * all, 100), as: `${all} * ${p} / 100` },
        { id: 'percent-as-amount', answer: fraction(all - p), as: `${all} - ${p}` },
      ],
      lines: [same(`100% − ${p}% = ${100 - p}%`), same(`${all} × ${100 - p}/100 = ${shown(answer)}`)],
      check: {
        line: same(`${shown(answer)} + ${shown(fraction(p * all, 100))} = ${all}`),
        holds: fraction(all).sub(answer).div(all).equals(fraction(p, 100)),
      },
    }
  },
}

type Known = { p: number; part: string }

const wholeStories = [
  ({ p, part }: Known) =>
    both(
      `${part} pupils of a school play in the band. That is ${p}% of all pupils. How many pupils does the school have?`,
      `学校乐队有 ${part} 名学生，占全校学生的 ${p}%。全校有多少名学生？`,
    ),
  ({ p, part }: Known) => both(`${part} is ${p}% of which number?`, `哪个数的 ${p}% 是 ${part}？`),
  ({ p, part }: Known) =>
    both(
      `A deposit of ${part} dollars was ${p}% of the price. What is the price, in dollars?`,
      `定金 ${part} 元，占总价的 ${p}%。总价是多少元？`,
    ),
] as const

const whole: Family = {
  id: 'pct-whole',
  skill: 'percent-of',
  type: 'numeric',
  difficulty: 0.8,
  readingGrade: 5,
  starters: 3,
  draft: (random, turn) => {
    const [p, base] = random.pick(wholePairs)
    const all = base * random.int(2, 5)
    const part = fraction(p * all, 100)
    const answer = fraction(all)
    return {
      stem: inTurn(wholeStories, turn)({ p, part: shown(part) }),
      answer,
      hints: [
        both('Is the number you know the part or the whole?', '已知的数是部分还是整体？'),
        both(
          'Undo the percentage: what must be multiplied by it to give the known part?',
          '逆着想：什么数乘这个百分率，等于已知的部分？',
        ),
        both(
          'Divide the known part by the percentage, written as a fraction or decimal.',
          '用已知的部分除以百分率，百分率先化成分数或小数。',
        ),
      ],
      wrong: [
        { id: 'wrong-base', answer: part.mul(p).div(100), as: `${shown(part)} * ${p} / 100` },
        { id: 'percent-as-amount', answer: part.add(p), as: `${shown(part)} + ${p}` },
      ],
      lines: [
        same(`${shown(part)} ÷ ${p}/100 = ${shown(part)} × 100/${p}`),
        same(`${shown(part)} × 100 ÷ ${p} = ${shown(answer)}`),
      ],
      check: { line: same(`${shown(answer)} × ${p}/100 = ${shown(part)}`), holds: answer.mul(p).div(100).equals(part) },
    }
  },
}

export const amountFamilies = [ofAmount, left, whole]
