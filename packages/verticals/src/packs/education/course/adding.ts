// Adding and subtracting fractions whose parts are of the same size, bare and in stories.
import { fraction, shown } from './answer.ts'
import { both, type Family, type Hints, inTurn, same } from './family.ts'
import { gcd } from './numbers.ts'

const hints: Hints = [
  both(
    'Are the parts of both fractions of the same size? What does that allow?',
    '这些分数的每份大小相同吗？相同时可以怎么做？',
  ),
  both(
    'Parts of the same size can be counted together, or taken away from each other.',
    '每份大小相同，就可以直接把份数合起来或去掉。',
  ),
  both('Work with the numerators only. What happens to the denominator?', '只对分子进行计算。分母会怎样？'),
]

const likeStories = [
  (one: string, other: string) =>
    both(
      `A walker covers ${one} of a trail before lunch and ${other} of it after lunch. What fraction of the trail is that altogether?`,
      `徒步者午饭前走了全程的 ${one}，午饭后走了全程的 ${other}。共走了全程的几分之几？`,
    ),
  (one: string, other: string) =>
    both(
      `A tank is ${one} full. Rain fills another ${other} of it. How full is the tank now?`,
      `水箱里有 ${one} 箱水，下雨又增加了 ${other} 箱。现在水箱里有几分之几箱水？`,
    ),
  (one: string, other: string) => both(`Work out ${one} + ${other}.`, `计算 ${one} + ${other}。`),
] as const

const addLike: Family = {
  id: 'frac-add-like',
  skill: 'frac-add-like',
  type: 'numeric',
  difficulty: -1.3,
  readingGrade: 4,
  starters: 3,
  draft: (random, turn) => {
    const d = random.int(5, 15)
    const a = random.int(1, d - 3)
    const b = random.int(1, d - 1 - a)
    if (gcd(a, d) > 1 || gcd(b, d) > 1) return null
    const answer = fraction(a + b, d)
    const isReduced = gcd(a + b, d) > 1
    return {
      stem: inTurn(likeStories, turn)(`${a}/${d}`, `${b}/${d}`),
      answer,
      hints,
      wrong: [
        { id: 'added-across', answer: fraction(a + b, d + d), as: `(${a} + ${b}) / (${d} + ${d})` },
        { id: 'multiplied-instead', answer: fraction(a * b, d), as: `${a} * ${b} / ${d}` },
      ],
      lines: [
        same(`${a}/${d} + ${b}/${d} = (${a} + ${b})/${d} = ${a + b}/${d}`),
        ...(isReduced ? [both(`In simplest form: ${shown(answer)}.`, `化简得 ${shown(answer)}。`)] : []),
      ],
      check: {
        line: same(`${shown(answer)} − ${b}/${d} = ${a}/${d}`),
        holds: answer.sub(fraction(b, d)).equals(fraction(a, d)),
      },
    }
  },
}

const leftStories = [
  (one: string, other: string) =>
    both(
      `A bottle holds ${one} of a litre of juice. A guest drinks ${other} of a litre. How many litres are left?`,
      `瓶里有 ${one} 升果汁，客人喝了 ${other} 升。还剩多少升？`,
    ),
  (one: string, other: string) => both(`Work out ${one} − ${other}.`, `计算 ${one} − ${other}。`),
  (one: string, other: string) =>
    both(
      `A board is ${one} of a metre long. A piece of ${other} of a metre is sawn off. How many metres remain?`,
      `一块木板长 ${one} 米，锯掉 ${other} 米。还剩多少米？`,
    ),
] as const

const subtractLike: Family = {
  id: 'frac-sub-like',
  skill: 'frac-add-like',
  type: 'numeric',
  difficulty: -1.1,
  readingGrade: 4,
  starters: 3,
  draft: (random, turn) => {
    const d = random.int(7, 15)
    const a = random.int(5, d - 1)
    const b = random.int(2, a - 2)
    if (gcd(a, d) > 1 || gcd(b, d) > 1) return null
    const answer = fraction(a - b, d)
    return {
      stem: inTurn(leftStories, turn)(`${a}/${d}`, `${b}/${d}`),
      answer,
      hints,
      wrong: [
        { id: 'added-instead', answer: fraction(a + b, d), as: `(${a} + ${b}) / ${d}` },
        { id: 'denominator-lost', answer: fraction(a - b), as: `${a} - ${b}` },
      ],
      lines: [
        same(`${a}/${d} − ${b}/${d} = (${a} − ${b})/${d} = ${a - b}/${d}`),
        ...(gcd(a - b, d) > 1 ? [both(`In simplest form: ${shown(answer)}.`, `化简得 ${shown(answer)}。`)] : []),
      ],
      check: {
        line: same(`${shown(answer)} + ${b}/${d} = ${a}/${d}`),
        holds: answer.add(fraction(b, d)).equals(fraction(a, d)),
      },
    }
  },
}

export const addingFamilies = [addLike, subtractLike]
