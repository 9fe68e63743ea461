// The same fraction in other clothes: simplest form, equal fractions, and which of two is the greater.
import { fraction } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'
import { choicesOf, gcd, properFraction } from './numbers.ts'

const simplest: Family = {
  id: 'frac-simplest',
  skill: 'frac-equivalent',
  type: 'numeric',
  difficulty: -0.4,
  readingGrade: 3,
  starters: 3,
  restatesAnswer: true,
  draft: (random) => {
    const { n, d } = properFraction(random, { from: 3, to: 11 })
    const by = random.int(3, 9)
    const [above, below, answer] = [n * by, d * by, fraction(n, d)]
    return {
      stem: both(`Write ${above}/${below} in its simplest form.`, `把 ${above}/${below} 化成最简分数。`),
      answer,
      hints: [
        both('When is a fraction as simple as it can be?', '什么样的分数才是最简分数？'),
        both(
          'Divide above and below by the same number, the largest that divides both.',
          '分子和分母同时除以它们的最大公因数。',
        ),
        both(
          'List what divides the numerator. Which of those divide the denominator as well?',
          '先列出分子的因数，看看其中哪些也是分母的因数。',
        ),
      ],
      wrong: [
        { id: 'one-side-only', answer: fraction(n, below), as: `(${above} / ${by}) / ${below}` },
        { id: 'turned-over', answer: fraction(d, n), as: `${below} / ${above}` },
      ],
      lines: [
        both(
          `${by} divides both: ${above} ÷ ${by} = ${n} and ${below} ÷ ${by} = ${d}.`,
          `${by} 是它们的最大公因数：${above} ÷ ${by} = ${n}，${below} ÷ ${by} = ${d}。`,
        ),
        same(`${above}/${below} = ${n}/${d}`),
      ],
      check: { line: same(`${n} × ${below} = ${d} × ${above}`), holds: answer.mul(below).equals(above) },
    }
  },
}

const equalTo: Family = {
  id: 'frac-equal',
  skill: 'frac-equivalent',
  type: 'choice',
  difficulty: -0.5,
  readingGrade: 3,
  starters: 2,
  draft: (random) => {
    const { n, d } = properFraction(random, { from: 4, to: 13 })
    const times = random.int(3, 6)
    const [right, added, oneSide, over] = [
      `${n * times}/${d * times}`,
      `${n + times}/${d + times}`,
      `${n * times}/${d}`,
      `${d * times}/${n * times}`,
    ]
    const { choices, idOf } = choicesOf(random, [right, added, oneSide, over])
    return {
      stem: both(`Which of these fractions is equal to ${n}/${d}?`, `下面哪个分数与 ${n}/${d} 相等？`),
      answer: idOf(right),
      choices,
      hints: [
        both('What keeps the value of a fraction the same?', '分数在什么情况下大小不变？'),
        both(
          'Look for a fraction whose numerator and denominator were both multiplied by the same number.',
          '找分子、分母乘了相同的数的那个分数。',
        ),
        both(
          'For each fraction, ask: by what was the numerator multiplied, and by what the denominator?',
          '逐个检查：分子乘了几？分母乘了几？',
        ),
      ],
      wrong: [
        { id: 'added-same', answer: idOf(added) },
        { id: 'one-side-only', answer: idOf(oneSide) },
        { id: 'turned-over', answer: idOf(over) },
      ],
      lines: [
        both(
          `Above: ${n} × ${times} = ${n * times}. Below: ${d} × ${times} = ${d * times}.`,
          `分子：${n} × ${times} = ${n * times}。分母：${d} × ${times} = ${d * times}。`,
        ),
        both(`The factor is the same, so ${n}/${d} = ${right}.`, `乘的数相同，所以 ${n}/${d} = ${right}。`),
      ],
      check: {
        line: same(`${n} × ${d * times} = ${d} × ${n * times}`),
        holds: fraction(n * times, d * times).equals(fraction(n, d)),
      },
    }
  },
}

const greaterStories = [
  (one: string, other: string) => both(`Which is greater, ${one} or ${other}?`, `${one} 和 ${other}，哪个更大？`),
  (one: string, other: string) =>
    both(
      `Of two equal jugs, the red is filled to ${one} and the blue to ${other}. Which amount of water is greater?`,
      `两个相同的水壶，红壶装了 ${one} 壶水，蓝壶装了 ${other} 壶水。哪份水更多？`,
    ),
] as const

const greater: Family = {
  id: 'frac-greater',
  skill: 'frac-equivalent',
  type: 'choice',
  difficulty: 0,
  readingGrade: 4,
  starters: 3,
  draft: (random, turn) => {
    // The smaller fraction has the larger figures: whoever looks at figures alone is led astray.
    const large = properFraction(random, { from: 4, to: 11 })
    const small = { n: large.n + random.int(1, 3), d: large.d + random.int(2, 7) }
    const [a, b] = [large.n * small.d, small.n * large.d]
    if (a <= b || gcd(small.n, small.d) > 1) return null
    const [right, wrong] = [`${large.n}/${large.d}`, `${small.n}/${small.d}`]
    const { choices, idOf } = choicesOf(random, [right, wrong])
    const [first, second] = choices
    const common = large.d * small.d
    return {
      stem: inTurn(greaterStories, turn)(first?.text.en ?? '', second?.text.en ?? ''),
      answer: idOf(right),
      choices: [...choices, { id: 'c', text: both('They are equal', '它们相等') }],
      hints: [
        both('Can you compare parts of different size by counting them?', '每份大小不同时，能只靠数份数来比较吗？'),
        both('Bring the fractions to the same denominator, then compare the numerators.', '先通分，再比较分子。'),
        both(
          'Find a number that both denominators divide, and rewrite each fraction with it.',
          '找出能被各个分母整除的数，用它作分母改写每个分数。',
        ),
      ],
      wrong: [{ id: 'larger-denominator', answer: idOf(wrong) }],
      lines: [
        both(
          `With the denominator ${common}: ${right} = ${a}/${common} and ${wrong} = ${b}/${common}.`,
          `通分，分母是 ${common}：${right} = ${a}/${common}，${wrong} = ${b}/${common}。`,
        ),
        both(`${a} is more than ${b}, so ${right} is greater.`, `${a} 大于 ${b}，所以 ${right} 更大。`),
      ],
      check: {
        line: same(`${right} − ${wrong} = ${a - b}/${common}`),
        holds: fraction(large.n, large.d)
          .sub(fraction(small.n, small.d))
          .equals(fraction(a - b, common)),
      },
    }
  },
}

export const equalFractionFamilies = [simplest, equalTo, greater]
