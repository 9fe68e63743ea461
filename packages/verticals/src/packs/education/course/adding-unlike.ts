// Adding and subtracting fractions whose denominators differ, and mixed numbers.
import { fraction, shown } from './answer.ts'
import { both, type Draft, type Family, type Hints, inTurn, same } from './family.ts'
import { gcd, lcm, properFraction } from './numbers.ts'
import type { Random } from './random.ts'

const hints: Hints = [
  both('Are the parts of both fractions of the same size?', '这些分数的每份大小相同吗？'),
  both(
    'Rewrite the fractions so that their parts have the same size; only then can you count them.',
    '先把它们化成每份大小相同的分数，才能直接数份数。',
  ),
  both(
    'Find a number that both denominators divide. What must each numerator be multiplied by?',
    '找出能被各个分母整除的数作公分母。每个分子要乘几？',
  ),
]

type Pair = { a: number; b: number; c: number; d: number }

/** Two reduced fractions with different denominators, the first one the greater. */
function unlikePair(random: Random): Pair {
  for (;;) {
    const [one, other] = [properFraction(random, { from: 3, to: 10 }), properFraction(random, { from: 3, to: 10 })]
    if (one.d === other.d || one.n * other.d <= other.n * one.d) continue
    return { a: one.n, b: one.d, c: other.n, d: other.d }
  }
}

const addStories = [
  (one: string, other: string) => both(`Work out ${one} + ${other}.`, `计算 ${one} + ${other}。`),
  (one: string, other: string) =>
    both(
      `A recipe needs ${one} of a kilogram of flour and ${other} of a kilogram of sugar. How many kilograms is that together?`,
      `做点心需要 ${one} 千克面粉和 ${other} 千克糖。合起来是多少千克？`,
    ),
  (one: string, other: string) =>
    both(
      `Painting a wall takes ${one} of an hour, cleaning up takes ${other} of an hour. How many hours is that in all?`,
      `刷墙用了 ${one} 小时，收拾用了 ${other} 小时。总共用了多少小时？`,
    ),
] as const

const add: Family = {
  id: 'frac-add',
  skill: 'frac-add-unlike',
  type: 'numeric',
  difficulty: 0.1,
  readingGrade: 4,
  starters: 4,
  draft: (random, turn) => joined({ pair: unlikePair(random), sign: 1, story: inTurn(addStories, turn) }),
}

const subtractStories = [
  (one: string, other: string) => both(`Work out ${one} − ${other}.`, `计算 ${one} − ${other}。`),
  (one: string, other: string) =>
    both(
      `A bus tank is ${one} full in the morning and ${other} full in the evening. What fraction of a full tank was used?`,
      `公交车早上有 ${one} 箱油，晚上有 ${other} 箱油。这天用了几分之几箱油？`,
    ),
  (one: string, other: string) =>
    both(
      `A red rope measures ${one} of a metre, a blue rope ${other} of a metre. How much longer is the red rope, in metres?`,
      `红绳长 ${one} 米，蓝绳长 ${other} 米。红绳比蓝绳长多少米？`,
    ),
] as const

const subtract: Family = {
  id: 'frac-sub',
  skill: 'frac-add-unlike',
  type: 'numeric',
  difficulty: 0.3,
  readingGrade: 4,
  starters: 4,
  draft: (random, turn) => joined({ pair: unlikePair(random), sign: -1, story: inTurn(subtractStories, turn) }),
}

type Joined = { pair: Pair; sign: 1 | -1; story: (one: string, other: string) => Draft['stem'] }

function joined({ pair: { a, b, c, d }, sign, story }: Joined): Draft {
  const common = lcm(b, d)
  const [p, q] = [(a * common) / b, (c * common) / d]
  const above = p + sign * q
  const answer = fraction(above, common)
  const [by, undo] = sign === 1 ? ['+', '−'] : ['−', '+']
  const ascii = sign === 1 ? '+' : '-'
  const across = { id: 'added-across', answer: fraction(a + sign * c, b + sign * d) } as const
  return {
    stem: story(`${a}/${b}`, `${c}/${d}`),
    answer,
    hints,
    wrong: [
      { ...across, as: `(${a} ${ascii} ${c}) / (${b} ${ascii} ${d})` },
      { id: 'kept-denominator', answer: fraction(a + sign * c, common), as: `(${a} ${ascii} ${c}) / ${common}` },
    ],
    lines: [
      both(
        `Common denominator ${common}: ${a}/${b} = ${p}/${common} and ${c}/${d} = ${q}/${common}.`,
        `公分母是 ${common}：${a}/${b} = ${p}/${common}，${c}/${d} = ${q}/${common}。`,
      ),
      same(`${p}/${common} ${by} ${q}/${common} = ${above}/${common}`),
      ...(gcd(above, common) > 1 ? [both(`In simplest form: ${shown(answer)}.`, `化简得 ${shown(answer)}。`)] : []),
    ],
    check: {
      line: same(`${shown(answer)} ${undo} ${c}/${d} = ${a}/${b}`),
      holds: answer.sub(fraction(sign * c, d)).equals(fraction(a, b)),
    },
  }
}

const addMixed: Family = {
  id: 'frac-add-mixed',
  skill: 'frac-add-unlike',
  type: 'numeric',
  difficulty: 0.7,
  readingGrade: 3,
  starters: 3,
  draft: (random) => {
    const { a, b, c, d } = unlikePair(random)
    const [m, n] = [random.int(2, 5), random.int(2, 5)]
    const common = lcm(b, d)
    const [p, q] = [(a * common) / b, (c * common) / d]
    const parts = fraction(p + q, common)
    const answer = parts.add(m + n)
    return {
      stem: both(`Work out ${m} ${a}/${b} + ${n} ${c}/${d}.`, `计算 ${m} ${a}/${b} + ${n} ${c}/${d}。`),
      answer,
      hints: [
        both(
          'Of what is a mixed number made? Which pieces belong together?',
          '带分数由哪些部分组成？哪些部分可以合起来？',
        ),
        both(
          'Add the wholes and the fractions apart; give the fractions the same denominator first.',
          '整数部分与分数部分分别相加；分数部分要先通分。',
        ),
        both(
          'Do the fractions together make more than a whole? Then carry it over.',
          '分数部分合起来超过整体了吗？超过就要进到整数部分。',
        ),
      ],
      wrong: [
        { id: 'wholes-lost', answer: parts, as: `${a}/${b} + ${c}/${d}` },
        {
          id: 'added-across',
          answer: fraction(a + c, b + d).add(m + n),
          as: `${m} + ${n} + (${a} + ${c}) / (${b} + ${d})`,
        },
      ],
      lines: [
        both(`Wholes: ${m} + ${n} = ${m + n}.`, `整数部分：${m} + ${n} = ${m + n}。`),
        both(
          `Fractions: ${a}/${b} + ${c}/${d} = ${p}/${common} + ${q}/${common} = ${p + q}/${common}.`,
          `分数部分：${a}/${b} + ${c}/${d} = ${p}/${common} + ${q}/${common} = ${p + q}/${common}。`,
        ),
        both(
          `Together: ${m + n} + ${p + q}/${common} = ${shown(answer)}.`,
          `合起来：${m + n} + ${p + q}/${common} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${shown(answer)} − ${n} ${c}/${d} = ${m} ${a}/${b}`),
        holds: answer
          .sub(n)
          .sub(fraction(c, d))
          .equals(fraction(m * b + a, b)),
      },
    }
  },
}

export const unlikeFamilies = [add, subtract, addMixed]
