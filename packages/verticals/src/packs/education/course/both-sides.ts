// Equations with x on both sides or in brackets, bare and in a story of two offers that come out even.
import { fraction, shown } from './answer.ts'
import { both, type Family, type Hints, inTurn, same } from './family.ts'

const hints: Hints = [
  both(
    'On which side shall the terms with x gather, and on which the numbers?',
    '含 x 的项要移到哪边，常数项要移到哪边？',
  ),
  both(
    'Move terms by adding or subtracting the same on both sides, then divide.',
    '等号左右同时加上或减去相同的项来移项，最后再做除法。',
  ),
  both(
    'Take the smaller term with x off both sides. What remains before x?',
    '等号左右同时减去系数较小的 x 项。x 前面还剩几？',
  ),
]

const bothSides: Family = {
  id: 'eq-both',
  skill: 'eq-both-sides',
  type: 'numeric',
  difficulty: 0.6,
  readingGrade: 2,
  starters: 4,
  draft: (random) => {
    const [c, k, x, b] = [random.int(2, 6), random.int(3, 6), random.int(3, 12), random.int(3, 19)]
    const [a, d] = [c + k, b + k * x]
    const answer = fraction(x)
    return {
      stem: both(`Solve ${a}x + ${b} = ${c}x + ${d}. What is x?`, `解方程 ${a}x + ${b} = ${c}x + ${d}。x 是多少？`),
      answer,
      hints,
      wrong: [
        { id: 'added-x-terms', answer: fraction(d - b, a + c), as: `(${d} - ${b}) / (${a} + ${c})` },
        { id: 'moved-unchanged', answer: fraction(d + b, a - c), as: `(${d} + ${b}) / (${a} - ${c})` },
        { id: 'not-divided', answer: fraction(d - b), as: `${d} - ${b}` },
      ],
      lines: [
        both(`Take away ${c}x on both sides: ${k}x + ${b} = ${d}.`, `等号左右同时减去 ${c}x：${k}x + ${b} = ${d}。`),
        both(`Take away ${b}: ${k}x = ${d} − ${b} = ${d - b}.`, `同时减去 ${b}：${k}x = ${d} − ${b} = ${d - b}。`),
        both(
          `Divide by ${k}: x = ${d - b} ÷ ${k} = ${shown(answer)}.`,
          `同时除以 ${k}：x = ${d - b} ÷ ${k} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${a} × ${shown(answer)} + ${b} = ${c} × ${shown(answer)} + ${d}`),
        holds: answer.mul(a).add(b).equals(answer.mul(c).add(d)),
      },
    }
  },
}

const negative: Family = {
  id: 'eq-both-negative',
  skill: 'eq-both-sides',
  type: 'numeric',
  difficulty: 1,
  readingGrade: 2,
  starters: 2,
  draft: (random) => {
    const [c, k, size, d] = [random.int(2, 6), random.int(3, 6), random.int(3, 9), random.int(3, 12)]
    const [a, b, x] = [c + k, d + k * size, -size]
    const answer = fraction(x)
    const at = `(${shown(answer)})`
    return {
      stem: both(`Solve ${a}x + ${b} = ${c}x + ${d}. What is x?`, `解方程 ${a}x + ${b} = ${c}x + ${d}。x 是多少？`),
      answer,
      hints: [
        both(
          'Which side starts ahead, and which side grows faster? What does that say about x?',
          '等号哪边的常数大，哪边随 x 变得快？由此能看出 x 怎样？',
        ),
        hints[1],
        both(
          'When the numbers are on the same side, watch the sign of what you get before you divide.',
          '常数项移到同侧后，先看清结果的符号，再做除法。',
        ),
      ],
      wrong: [
        { id: 'sign-error', answer: fraction(size), as: `(${b} - ${d}) / (${a} - ${c})` },
        { id: 'moved-unchanged', answer: fraction(d + b, a - c), as: `(${d} + ${b}) / (${a} - ${c})` },
        { id: 'added-x-terms', answer: fraction(d - b, a + c), as: `(${d} - ${b}) / (${a} + ${c})` },
      ],
      lines: [
        both(
          `Take away ${c}x and ${b} on both sides: ${k}x = ${d} − ${b} = −${b - d}.`,
          `等号左右同时减去 ${c}x 和 ${b}：${k}x = ${d} − ${b} = −${b - d}。`,
        ),
        both(
          `Divide by ${k}: x = −${b - d} ÷ ${k} = ${shown(answer)}.`,
          `同时除以 ${k}：x = −${b - d} ÷ ${k} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${a} × ${at} + ${b} = ${c} × ${at} + ${d}`),
        holds: answer.mul(a).add(b).equals(answer.mul(c).add(d)),
      },
    }
  },
}

const brackets: Family = {
  id: 'eq-brackets',
  skill: 'eq-both-sides',
  type: 'numeric',
  difficulty: 0.5,
  readingGrade: 2,
  starters: 3,
  draft: (random) => {
    const [a, b, x] = [random.int(3, 8), random.int(3, 9), random.int(3, 12)]
    const [c, answer] = [a * (x + b), fraction(x)]
    return {
      stem: both(`Solve ${a}(x + ${b}) = ${c}. What is x?`, `解方程 ${a}(x + ${b}) = ${c}。x 是多少？`),
      answer,
      hints: [
        both('What does the number before the brackets act on?', '括号前的数作用于哪些项？'),
        both(
          'Either expand the brackets or divide both sides by the number before them.',
          '可以先去括号，也可以等号左右同时除以括号前的数。',
        ),
        both('After dividing, what still stands beside x? Undo that last.', '除过之后，x 旁边还有什么？最后去掉它。'),
      ],
      wrong: [
        { id: 'first-term-only', answer: fraction(c - b, a), as: `(${c} - ${b}) / ${a}` },
        { id: 'same-operation', answer: fraction(c, a).add(b), as: `${c} / ${a} + ${b}` },
        { id: 'not-divided', answer: fraction(c - a * b), as: `${c} - ${a} * ${b}` },
      ],
      lines: [
        both(
          `Divide by ${a} on both sides: x + ${b} = ${c} ÷ ${a} = ${c / a}.`,
          `等号左右同时除以 ${a}：x + ${b} = ${c} ÷ ${a} = ${c / a}。`,
        ),
        both(
          `Take away ${b}: x = ${c / a} − ${b} = ${shown(answer)}.`,
          `同时减去 ${b}：x = ${c / a} − ${b} = ${shown(answer)}。`,
        ),
      ],
      check: { line: same(`${a} × (${shown(answer)} + ${b}) = ${c}`), holds: answer.add(b).mul(a).equals(c) },
    }
  },
}

type Plans = { a: number; b: number; c: number; d: number }

const stories = [
  ({ a, b, c, d }: Plans) =>
    both(
      `A phone plan costs ${b} dollars and ${a} dollars per gigabyte. Another costs ${d} dollars and ${c} dollars per gigabyte. For how many gigabytes do they cost the same?`,
      `甲套餐月费 ${b} 元，每 GB 另收 ${a} 元；乙套餐月费 ${d} 元，每 GB 另收 ${c} 元。用多少 GB 时费用相同？`,
    ),
  ({ a, b, c, d }: Plans) =>
    both(
      `A red tank holds ${b} litres and gains ${a} litres a minute. A blue tank holds ${d} litres and gains ${c} litres a minute. After how many minutes do they hold the same?`,
      `红水箱有 ${b} 升水，每分钟增加 ${a} 升；蓝水箱有 ${d} 升水，每分钟增加 ${c} 升。多少分钟后水量相同？`,
    ),
] as const

const story: Family = {
  id: 'eq-plans',
  skill: 'eq-both-sides',
  type: 'numeric',
  difficulty: 1.2,
  readingGrade: 6,
  starters: 3,
  draft: (random, turn) => {
    const [c, k, x, b] = [random.int(3, 7), random.int(3, 6), random.int(4, 12), random.int(8, 30)]
    const [a, d] = [c + k, b + k * x]
    const answer = fraction(x)
    return {
      stem: inTurn(stories, turn)({ a, b, c, d }),
      answer,
      hints: [
        both('What does it mean for the equation that both come out the same?', '它们相同，在方程里怎样表示？'),
        both(
          'Write an expression with x for each offer and put an equals sign between them.',
          '分别用含 x 的式子表示，再用等号连接。',
        ),
        both(
          'How much is the difference at the start, and by how much does it shrink with every unit?',
          '开始时相差多少？每增加单位数量，差会缩小多少？',
        ),
      ],
      wrong: [
        { id: 'added-x-terms', answer: fraction(d - b, a + c), as: `(${d} - ${b}) / (${a} + ${c})` },
        { id: 'not-divided', answer: fraction(d - b), as: `${d} - ${b}` },
        { id: 'moved-unchanged', answer: fraction(d + b, a - c), as: `(${d} + ${b}) / (${a} - ${c})` },
      ],
      lines: [
        same(`${a}x + ${b} = ${c}x + ${d}`),
        both(
          `Take away ${c}x and ${b} on both sides: ${k}x = ${d - b}.`,
          `等号左右同时减去 ${c}x 和 ${b}：${k}x = ${d - b}。`,
        ),
        both(
          `Divide by ${k}: x = ${d - b} ÷ ${k} = ${shown(answer)}.`,
          `同时除以 ${k}：x = ${d - b} ÷ ${k} = ${shown(answer)}。`,
        ),
      ],
      check: {
        line: same(`${a} × ${shown(answer)} + ${b} = ${c} × ${shown(answer)} + ${d}`),
        holds: answer.mul(a).add(b).equals(answer.mul(c).add(d)),
      },
    }
  },
}

export const bothSidesFamilies = [bothSides, negative, brackets, story]
