// Dividing by a fraction, bare and as the question how often something goes into an amount.
import { fraction, shown } from './answer.ts'
import { both, type Family, type Hints, inTurn, same } from './family.ts'
import { properFraction } from './numbers.ts'

const hints: Hints = [
  both(
    'Dividing asks how often something fits. What has to fit into what?',
    '除法问的是能容纳多少次。是什么要装进什么里？',
  ),
  both('Dividing by a fraction is multiplying by its reciprocal.', '除以分数，等于乘它的倒数。'),
  both(
    'Turn over the fraction behind the division sign, and leave the number before it as it is.',
    '把除号后面的分数上下颠倒，除号前面的数不变。',
  ),
]

const divide: Family = {
  id: 'frac-div',
  skill: 'frac-divide',
  type: 'numeric',
  difficulty: 0.5,
  readingGrade: 3,
  starters: 4,
  draft: (random) => {
    const [one, other] = [properFraction(random, { from: 3, to: 9 }), properFraction(random, { from: 3, to: 9 })]
    const [above, below] = [one.n * other.d, one.d * other.n]
    const answer = fraction(above, below)
    const isReduced = shown(answer) !== `${above}/${below}`
    return {
      stem: both(
        `Work out ${one.n}/${one.d} ÷ ${other.n}/${other.d}.`,
        `计算 ${one.n}/${one.d} ÷ ${other.n}/${other.d}。`,
      ),
      answer,
      hints,
      wrong: [
        { id: 'turned-wrong', answer: fraction(below, above), as: `(${one.d} * ${other.n}) / (${one.n} * ${other.d})` },
        {
          id: 'not-turned',
          answer: fraction(one.n * other.n, one.d * other.d),
          as: `(${one.n} * ${other.n}) / (${one.d} * ${other.d})`,
        },
      ],
      lines: [
        same(
          `${one.n}/${one.d} ÷ ${other.n}/${other.d} = ${one.n}/${one.d} × ${other.d}/${other.n} = ${above}/${below}`,
        ),
        ...(isReduced ? [both(`In simplest form: ${shown(answer)}.`, `化简得 ${shown(answer)}。`)] : []),
      ],
      check: {
        line: same(`${shown(answer)} × ${other.n}/${other.d} = ${one.n}/${one.d}`),
        holds: answer.mul(fraction(other.n, other.d)).equals(fraction(one.n, one.d)),
      },
    }
  },
}

const portionStories = [
  (all: number, part: string) =>
    both(
      `A pot holds ${all} litres of soup. A bowl takes ${part} of a litre. How many bowls can be filled?`,
      `锅里有 ${all} 升汤，每碗盛 ${part} 升。可以盛多少碗？`,
    ),
  (all: number, part: string) =>
    both(
      `A roll of cloth is ${all} metres long. A bag needs ${part} of a metre. How many bags can be made?`,
      `一卷布长 ${all} 米，做一个布袋要用 ${part} 米。可以做多少个布袋？`,
    ),
  (all: number, part: string) =>
    both(
      `A lamp burns ${part} of a litre of oil a night. For how many nights do ${all} litres last?`,
      `一盏油灯每晚烧油 ${part} 升，${all} 升油可以烧多少晚？`,
    ),
] as const

const portions: Family = {
  id: 'frac-portions',
  skill: 'frac-divide',
  type: 'numeric',
  difficulty: 0.3,
  readingGrade: 5,
  starters: 4,
  draft: (random, turn) => {
    const { n, d } = properFraction(random, { from: 4, to: 9, least: 2 })
    const all = n * random.int(2, 6)
    const answer = fraction(all * d, n)
    return {
      stem: inTurn(portionStories, turn)(all, `${n}/${d}`),
      answer,
      hints,
      wrong: [
        { id: 'not-turned', answer: fraction(all * n, d), as: `${all} * ${n} / ${d}` },
        { id: 'numerator-ignored', answer: fraction(all * d), as: `${all} * ${d}` },
      ],
      lines: [same(`${all} ÷ ${n}/${d} = ${all} × ${d}/${n} = ${all * d}/${n} = ${shown(answer)}`)],
      check: { line: same(`${shown(answer)} × ${n}/${d} = ${all}`), holds: answer.mul(fraction(n, d)).equals(all) },
    }
  },
}

export const dividingFamilies = [divide, portions]
