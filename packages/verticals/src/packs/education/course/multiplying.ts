// Multiplying fractions: a fraction of an amount, of a fraction, and bare products.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'
import { gcd, properFraction } from './numbers.ts'

const amountStories = [
  (part: string, all: number) =>
    both(
      `A class has ${all} pupils. ${part} of them come by bike. How many pupils is that?`,
      `班里有 ${all} 名学生，其中 ${part} 骑车上学。骑车上学的有多少名？`,
    ),
  (part: string, all: number) =>
    both(
      `A book has ${all} pages, and ${part} of it have been read. How many pages have been read?`,
      `一本书有 ${all} 页，已经读了全书的 ${part}。读了多少页？`,
    ),
  (part: string, all: number) =>
    both(
      `A baker made ${all} rolls and sold ${part} of them. How many rolls were sold?`,
      `面包师做了 ${all} 个面包，卖出了 ${part}。卖出多少个？`,
    ),
] as const

const ofAmount: Family = {
  id: 'frac-of',
  skill: 'frac-multiply',
  type: 'numeric',
  difficulty: -0.5,
  readingGrade: 4,
  starters: 4,
  draft: (random, turn) => {
    const { n, d } = properFraction(random, { from: 4, to: 9, least: 2 })
    const each = random.int(3, 9)
    const all = d * each
    const answer = fraction(n * each)
    return {
      stem: inTurn(amountStories, turn)(`${n}/${d}`, all),
      answer,
      hints: [
        both('What does the denominator tell you to do with the whole amount?', '分母告诉你要把总量怎样分？'),
        both(
          'Split the amount into equal parts, then take as many of them as the fraction says.',
          '先把总量平均分，再取分数所说的那些份。',
        ),
        both(
          'Divide by the number below the bar. What must you still do with the number above it?',
          '除以分数线下面的数。接着要用上面的数做什么？',
        ),
      ],
      wrong: [
        { id: 'part-only', answer: fraction(each), as: `${all} / ${d}` },
        { id: 'wrong-term', answer: fraction(all, n), as: `${all} / ${n}` },
        { id: 'taken-not-left', answer: fraction(all - n * each), as: `${all} - ${all} * ${n} / ${d}` },
      ],
      lines: [
        both(`Each part: ${all} ÷ ${d} = ${each}.`, `每份：${all} ÷ ${d} = ${each}。`),
        both(`${n} parts: ${each} × ${n} = ${shown(answer)}.`, `${n} 份：${each} × ${n} = ${shown(answer)}。`),
      ],
      check: { line: same(`${shown(answer)}/${all} = ${n}/${d}`), holds: answer.div(all).equals(fraction(n, d)) },
    }
  },
}

const times: Family = {
  id: 'frac-times',
  skill: 'frac-multiply',
  type: 'numeric',
  difficulty: -0.2,
  readingGrade: 3,
  starters: 3,
  draft: (random) => {
    const [one, other] = [properFraction(random, { from: 3, to: 9 }), properFraction(random, { from: 3, to: 9 })]
    const [above, below] = [one.n * other.n, one.d * other.d]
    const answer = fraction(above, below)
    return {
      stem: both(
        `Work out ${one.n}/${one.d} × ${other.n}/${other.d}.`,
        `计算 ${one.n}/${one.d} × ${other.n}/${other.d}。`,
      ),
      answer,
      hints: [
        both(
          'Must the product be larger or smaller than the fractions you start from?',
          '积应当比原来的分数大还是小？',
        ),
        both(
          'Multiply the numerators with each other, and the denominators with each other.',
          '分子与分子相乘，分母与分母相乘。',
        ),
        both(
          'Before you multiply: does any numerator share a divisor with a denominator?',
          '相乘之前看看：有没有分子能与分母约分？',
        ),
      ],
      wrong: [
        {
          id: 'cross-multiplied',
          answer: fraction(one.n * other.d, one.d * other.n),
          as: `(${one.n} * ${other.d}) / (${one.d} * ${other.n})`,
        },
        {
          id: 'added-across',
          answer: fraction(one.n + other.n, one.d + other.d),
          as: `(${one.n} + ${other.n}) / (${one.d} + ${other.d})`,
        },
      ],
      lines: [
        same(
          `${one.n}/${one.d} × ${other.n}/${other.d} = (${one.n} × ${other.n})/(${one.d} × ${other.d}) = ${above}/${below}`,
        ),
        ...(gcd(above, below) > 1 ? [both(`In simplest form: ${shown(answer)}.`, `化简得 ${shown(answer)}。`)] : []),
      ],
      check: {
        line: same(`${shown(answer)} ÷ ${other.n}/${other.d} = ${one.n}/${one.d}`),
        holds: answer.div(fraction(other.n, other.d)).equals(fraction(one.n, one.d)),
      },
    }
  },
}

const partStories = [
  (one: string, other: string) =>
    both(
      `${one} of a field is planted with vegetables, and ${other} of that part is planted with carrots. What fraction of the field has carrots?`,
      `菜园占整块地的 ${one}，菜园的 ${other} 种了胡萝卜。胡萝卜地占整块地的几分之几？`,
    ),
  (one: string, other: string) =>
    both(
      `${one} of a choir are in the upper school, and ${other} of these sing the low part. What fraction of the choir is that?`,
      `合唱团的 ${one} 是高年级学生，其中 ${other} 唱低声部。这些学生占合唱团的几分之几？`,
    ),
] as const

const partOfPart: Family = {
  id: 'frac-part-of-part',
  skill: 'frac-multiply',
  type: 'numeric',
  difficulty: 0.2,
  readingGrade: 6,
  starters: 2,
  draft: (random, turn) => {
    const [one, other] = [properFraction(random, { from: 3, to: 8 }), properFraction(random, { from: 3, to: 8 })]
    const answer = fraction(one.n * other.n, one.d * other.d)
    return {
      stem: inTurn(partStories, turn)(`${one.n}/${one.d}`, `${other.n}/${other.d}`),
      answer,
      hints: [
        both(
          'Of what is the later fraction a part: of everything, or of a part?',
          '后面的分数是谁的几分之几：整体的，还是某个部分的？',
        ),
        both(
          'Draw a rectangle for the whole. A part of a part is found by multiplying.',
          '画长方形表示整体。求部分的部分，用乘法。',
        ),
        both(
          'Mark the columns of the earlier fraction, then the rows of the later. Which small boxes lie in both?',
          '先涂前面分数所占的列，再涂后面分数所占的行。哪些小格被重复涂到？',
        ),
      ],
      wrong: [
        {
          id: 'added-across',
          answer: fraction(one.n + other.n, one.d + other.d),
          as: `(${one.n} + ${other.n}) / (${one.d} + ${other.d})`,
        },
        {
          id: 'taken-not-left',
          answer: fraction(one.n, one.d).sub(answer),
          as: `${one.n}/${one.d} - ${one.n}/${one.d} * ${other.n}/${other.d}`,
        },
      ],
      lines: [
        both(
          `${other.n}/${other.d} of ${one.n}/${one.d} is ${other.n}/${other.d} × ${one.n}/${one.d} = ${one.n * other.n}/${one.d * other.d}.`,
          `${one.n}/${one.d} 的 ${other.n}/${other.d}：${other.n}/${other.d} × ${one.n}/${one.d} = ${one.n * other.n}/${one.d * other.d}。`,
        ),
        ...(gcd(one.n * other.n, one.d * other.d) > 1
          ? [both(`In simplest form: ${shown(answer)}.`, `化简得 ${shown(answer)}。`)]
          : []),
      ],
      check: {
        line: same(`${shown(answer)} ÷ ${one.n}/${one.d} = ${other.n}/${other.d}`),
        holds: answer.div(fraction(one.n, one.d)).equals(fraction(other.n, other.d)),
      },
    }
  },
}

export const multiplyingFamilies = [ofAmount, times, partOfPart]
