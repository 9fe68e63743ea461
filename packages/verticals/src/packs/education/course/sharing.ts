// Sharing in a ratio: from the total to a share, from a share to the total, from the difference to the total.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'
import { coprimePair } from './numbers.ts'

type Shares = { all: number; a: number; b: number }

const shareStories = [
  ({ all, a, b }: Shares) =>
    both(
      `Prize money of ${all} dollars is shared by two teams in the ratio ${a} : ${b}. How many dollars does the team with the larger share get?`,
      `${all} 元奖金按 ${a} : ${b} 分给红队和蓝队。得到较多的队分得多少元？`,
    ),
  ({ all, a, b }: Shares) =>
    both(
      `A rope of ${all} metres is cut into pieces in the ratio ${a} : ${b}. How many metres is the longer piece?`,
      `把长 ${all} 米的绳子按 ${a} : ${b} 剪成长短不同的绳子。较长的绳子是多少米？`,
    ),
  ({ all, a, b }: Shares) =>
    both(
      `A school has ${all} pupils. Walkers to bus riders are ${a} : ${b}. How many pupils ride the bus?`,
      `学校有 ${all} 名学生，步行与乘车的人数比是 ${a} : ${b}。乘车的有多少名？`,
    ),
] as const

const share: Family = {
  id: 'ratio-share',
  skill: 'ratio-share',
  type: 'numeric',
  difficulty: 0.2,
  readingGrade: 5,
  starters: 4,
  draft: (random, turn) => {
    const { a, b } = coprimePair(random, { from: 2, to: 9 })
    const each = random.int(3, 12)
    const all = (a + b) * each
    const answer = fraction(b * each)
    return {
      stem: inTurn(shareStories, turn)({ all, a, b }),
      answer,
      hints: [
        both('Into how many equal parts is the total split?', '总量要平均分成多少份？'),
        both(
          'Add the terms of the ratio, find the size of each part, then build the share.',
          '先求总份数，再求每份是多少，最后求所要的那份。',
        ),
        both(
          'Divide the total by the sum of the terms. Which term belongs to the share you need?',
          '用总量除以比的各项之和。所求的量对应比的哪项？',
        ),
      ],
      wrong: [
        { id: 'other-share', answer: fraction(a * each), as: `${all} * ${a} / (${a} + ${b})` },
        { id: 'total-by-term', answer: fraction(all, b), as: `${all} / ${b}` },
        { id: 'part-only', answer: fraction(each), as: `${all} / (${a} + ${b})` },
        { id: 'equal-shares', answer: fraction(all, 2), as: `${all} / 2` },
      ],
      lines: [
        both(
          `All parts: ${a} + ${b} = ${a + b}. Each part: ${all} ÷ ${a + b} = ${each}.`,
          `总份数：${a} + ${b} = ${a + b}。每份：${all} ÷ ${a + b} = ${each}。`,
        ),
        both(`The share: ${b} × ${each} = ${shown(answer)}.`, `所求的量：${b} × ${each} = ${shown(answer)}。`),
      ],
      check: {
        line: same(`${a * each} + ${shown(answer)} = ${all}`),
        holds: answer.mul(a).equals(fraction(all).sub(answer).mul(b)),
      },
    }
  },
}

const wholeStories = [
  (given: number, a: number, b: number) =>
    both(
      `Paint is mixed from blue and white in the ratio ${a} : ${b}. There are ${given} litres of blue. How many litres of mixed paint does that make?`,
      `蓝漆与白漆按 ${a} : ${b} 调配。用了 ${given} 升蓝漆，共调成多少升漆？`,
    ),
  (given: number, a: number, b: number) =>
    both(
      `In an orchard, pear trees to apple trees are ${a} : ${b}. There are ${given} pear trees. How many trees are there in all?`,
      `果园里梨树与苹果树的棵数比是 ${a} : ${b}。梨树有 ${given} 棵，果园里共有多少棵果树？`,
    ),
] as const

const whole: Family = {
  id: 'ratio-total',
  skill: 'ratio-share',
  type: 'numeric',
  difficulty: 0.5,
  readingGrade: 5,
  starters: 3,
  draft: (random, turn) => {
    const { a, b } = coprimePair(random, { from: 2, to: 9 })
    const each = random.int(3, 12)
    const given = a * each
    const answer = fraction((a + b) * each)
    return {
      stem: inTurn(wholeStories, turn)(given, a, b),
      answer,
      hints: [
        both('Which term of the ratio does the known amount belong to?', '已知的量对应比的哪项？'),
        both(
          'Find the size of each part from the known amount; then count the parts you need.',
          '先由已知的量求每份是多少，再看需要多少份。',
        ),
        both(
          'Divide the known amount by its own term only. How many parts does everything together have?',
          '用已知的量除以它自己对应的那项。合起来共有多少份？',
        ),
      ],
      wrong: [
        { id: 'other-share', answer: fraction(b * each), as: `${given} * ${b} / ${a}` },
        { id: 'ratio-added', answer: fraction(given + given + b - a), as: `${given} + (${given} + ${b} - ${a})` },
      ],
      lines: [
        both(`Each part: ${given} ÷ ${a} = ${each}.`, `每份：${given} ÷ ${a} = ${each}。`),
        both(
          `Everything: (${a} + ${b}) × ${each} = ${shown(answer)}.`,
          `总量：(${a} + ${b}) × ${each} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${shown(answer)} × ${a}/${a + b} = ${given}`),
        holds: answer.mul(fraction(a, a + b)).equals(given),
      },
    }
  },
}

const gapStories = [
  (gap: number, a: number, b: number) =>
    both(
      `Lemons to oranges in a crate are ${a} : ${b}. There are ${gap} more oranges than lemons. How many fruits are in the crate?`,
      `箱里柠檬与橙子的个数比是 ${a} : ${b}，橙子比柠檬多 ${gap} 个。箱里共有多少个水果？`,
    ),
  (gap: number, a: number, b: number) =>
    both(
      `Children to adults at a concert were ${a} : ${b}. There were ${gap} more adults than children. How many people came?`,
      `音乐会上儿童与成人的人数比是 ${a} : ${b}，成人比儿童多 ${gap} 人。共来了多少人？`,
    ),
] as const

const fromGap: Family = {
  id: 'ratio-gap',
  skill: 'ratio-share',
  type: 'numeric',
  difficulty: 0.9,
  readingGrade: 5,
  starters: 2,
  draft: (random, turn) => {
    const { a, b } = coprimePair(random, { from: 2, to: 9 })
    const each = random.int(4, 12)
    const gap = (b - a) * each
    const answer = fraction((a + b) * each)
    return {
      stem: inTurn(gapStories, turn)(gap, a, b),
      answer,
      hints: [
        both('How many parts of the ratio make up the difference?', '相差的量对应比的多少份？'),
        both('The difference of the terms belongs to the difference of the amounts.', '比的各项之差，对应数量之差。'),
        both(
          'Subtract the terms and divide the difference by that. Then count all the parts.',
          '用数量之差除以各项之差得到每份，再求总份数是多少。',
        ),
      ],
      wrong: [
        { id: 'gap-as-total', answer: fraction(gap * b, a + b), as: `${gap} * ${b} / (${a} + ${b})` },
        { id: 'other-share', answer: fraction(b * each), as: `${gap} * ${b} / (${b} - ${a})` },
      ],
      lines: [
        both(
          `Parts of the difference: ${b} − ${a} = ${b - a}. Each part: ${gap} ÷ ${b - a} = ${each}.`,
          `相差的份数：${b} − ${a} = ${b - a}。每份：${gap} ÷ ${b - a} = ${each}。`,
        ),
        both(
          `All parts: (${a} + ${b}) × ${each} = ${shown(answer)}.`,
          `总量：(${a} + ${b}) × ${each} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${b * each} − ${a * each} = ${gap}`),
        holds: answer.mul(fraction(b - a, a + b)).equals(gap),
      },
    }
  },
}

export const sharingFamilies = [share, whole, fromGap]
