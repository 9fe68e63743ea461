// Fractions of a whole: what is left of it, how many parts a mixed number holds, and which numerator belongs to another denominator.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'
import { properFraction } from './numbers.ts'

const restStories = [
  (d: number, n: number) =>
    both(
      `A ribbon is cut into ${d} equal pieces. ${n} of them are red. What fraction of the ribbon is not red?`,
      `一条彩带剪成 ${d} 段同样长的小段，其中 ${n} 段是红色的。不是红色的部分占整条彩带的几分之几？`,
    ),
  (d: number, n: number) =>
    both(
      `A garden bed has ${d} strips of equal size. Beans grow on ${n} of them. What fraction of the bed has no beans?`,
      `一块菜地平均分成 ${d} 垄，其中 ${n} 垄种了豆角。没种豆角的部分占整块菜地的几分之几？`,
    ),
  (d: number, n: number) =>
    both(
      `A cake is cut into ${d} equal pieces, and ${n} have been eaten. What fraction of the cake is left?`,
      `一个蛋糕平均切成 ${d} 块，已经吃掉 ${n} 块。还剩这个蛋糕的几分之几？`,
    ),
] as const

const rest: Family = {
  id: 'frac-rest',
  skill: 'frac-meaning',
  type: 'numeric',
  difficulty: -1.6,
  readingGrade: 4,
  starters: 3,
  draft: (random, turn) => {
    const { n, d } = properFraction(random, { from: 5, to: 12 })
    const left = d - n
    const answer = fraction(left, d)
    return {
      stem: inTurn(restStories, turn)(d, n),
      answer,
      hints: [
        both(
          'What is the whole here, and which part of it does the question ask about?',
          '这里的整体是什么？题目问的是其中哪个部分？',
        ),
        both(
          'Count all the equal parts, then count the parts the question asks about.',
          '先数全部的份数，再数题目所问的份数。',
        ),
        both(
          'All parts go below the bar. Read the question again: which parts go above it?',
          '全部的份数写在分数线下面。再读问题：上面应写哪些份？',
        ),
      ],
      wrong: [
        { id: 'part-for-rest', answer: fraction(n, d), as: `${n} / ${d}` },
        { id: 'part-to-part', answer: fraction(n, left), as: `${n} / (${d} - ${n})` },
      ],
      lines: [
        both(`Parts the question asks about: ${d} − ${n} = ${left}.`, `题目所问的份数：${d} − ${n} = ${left}。`),
        both(`Out of ${d} equal parts that is ${left}/${d}.`, `全部是 ${d} 份，所以是 ${left}/${d}。`),
      ],
      check: { line: same(`${n}/${d} + ${left}/${d} = ${d}/${d}`), holds: answer.add(fraction(n, d)).equals(1) },
    }
  },
}

const partsInMixed: Family = {
  id: 'frac-parts',
  skill: 'frac-meaning',
  type: 'numeric',
  difficulty: -0.9,
  readingGrade: 4,
  starters: 3,
  draft: (random) => {
    const { n, d } = properFraction(random, { from: 3, to: 9 })
    const whole = random.int(3, 7)
    const answer = fraction(whole * d + n)
    return {
      stem: both(
        `How many pieces of size 1/${d} are there in ${whole} ${n}/${d}?`,
        `${whole} ${n}/${d} 里面有多少个 1/${d}？`,
      ),
      answer,
      hints: [
        both(
          'A mixed number has a whole part and a fraction. Where do small pieces hide in it?',
          '带分数由整数部分和分数部分组成。小份藏在哪些部分里？',
        ),
        both(
          'Find how many small pieces make up the wholes, then add those of the fraction.',
          '先求整数部分含有多少小份，再加上分数部分的份数。',
        ),
        both(
          'The denominator tells how many pieces each whole gives; the numerator is what you add.',
          '分母说明每个整体能分成多少份；分子是还要加上的份数。',
        ),
      ],
      wrong: [
        { id: 'wholes-lost', answer: fraction(whole * d), as: `${whole} * ${d}` },
        { id: 'wholes-added', answer: fraction(whole + n), as: `${whole} + ${n}` },
      ],
      lines: [
        both(
          `The wholes give ${whole} × ${d} = ${whole * d} pieces.`,
          `整数部分有 ${whole} × ${d} = ${whole * d} 份。`,
        ),
        both(
          `With the fraction: ${whole * d} + ${n} = ${shown(answer)}.`,
          `加上分数部分：${whole * d} + ${n} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${shown(answer)}/${d} = ${whole} ${n}/${d}`),
        holds: answer.div(d).sub(whole).equals(fraction(n, d)),
      },
    }
  },
}

const missing: Family = {
  id: 'frac-missing',
  skill: 'frac-equivalent',
  type: 'numeric',
  difficulty: -0.8,
  readingGrade: 3,
  starters: 4,
  draft: (random) => {
    const { n, d } = properFraction(random, { from: 3, to: 12 })
    const times = random.int(3, 8)
    const [below, answer] = [d * times, fraction(n * times)]
    return {
      stem: both(`Which number belongs in the box? ${n}/${d} = □/${below}`, `方框里应填什么数？${n}/${d} = □/${below}`),
      answer,
      hints: [
        both('What may you do to a fraction without changing its value?', '怎样改变分子和分母，分数的大小才不变？'),
        both('Multiply above and below by the same number.', '分子和分母要乘相同的数。'),
        both(
          'Compare the denominators: by what was the left denominator multiplied to get the right denominator?',
          '比较左右的分母：左边的分母乘几得到右边的分母？',
        ),
      ],
      wrong: [
        { id: 'added-same', answer: fraction(n + below - d), as: `${n} + (${below} - ${d})` },
        { id: 'factor-only', answer: fraction(times), as: `${below} / ${d}` },
      ],
      lines: [
        both(`The denominator was multiplied by ${below} ÷ ${d} = ${times}.`, `分母乘了 ${below} ÷ ${d} = ${times}。`),
        both(
          `The numerator must be, too: ${n} × ${times} = ${shown(answer)}.`,
          `分子也要乘同样的数：${n} × ${times} = ${shown(answer)}。`,
        ),
      ],
      check: { line: same(`${shown(answer)}/${below} = ${n}/${d}`), holds: answer.mul(d).equals(n * below) },
    }
  },
}

export const partFamilies = [rest, partsInMixed, missing]
