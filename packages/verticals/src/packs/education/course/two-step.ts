// Equations in two steps, bare and in a story, and choosing the equation that tells a story.
import { fraction, shown } from './answer.ts'
import { both, type Family, type Hints, inTurn, same } from './family.ts'
import { choicesOf } from './numbers.ts'

const hints: Hints = [
  both('What happens to x, and in which order?', '对 x 依次做了哪些运算？'),
  both('Undo the steps in the opposite order, always on both sides.', '按相反的顺序逐步逆运算，等号左右同时进行。'),
  both(
    'Begin with the number that stands without x: how do you get rid of it?',
    '先处理不含 x 的那个数：怎样把它去掉？',
  ),
]

const plus: Family = {
  id: 'eq-two-plus',
  skill: 'eq-two-step',
  type: 'numeric',
  difficulty: -0.2,
  readingGrade: 2,
  starters: 4,
  draft: (random) => {
    const [a, b, x] = [random.int(3, 9), random.int(5, 25), random.int(3, 14)]
    const [c, answer] = [a * x + b, fraction(x)]
    return {
      stem: both(`Solve ${a}x + ${b} = ${c}. What is x?`, `解方程 ${a}x + ${b} = ${c}。x 是多少？`),
      answer,
      hints,
      wrong: [
        { id: 'moved-unchanged', answer: fraction(c + b, a), as: `(${c} + ${b}) / ${a}` },
        { id: 'not-divided', answer: fraction(c - b), as: `${c} - ${b}` },
        { id: 'divided-first', answer: fraction(c, a).sub(b), as: `${c} / ${a} - ${b}` },
        { id: 'subtracted-factor', answer: fraction(c - b - a), as: `${c} - ${b} - ${a}` },
      ],
      lines: [
        both(
          `Take away ${b} on both sides: ${a}x = ${c} − ${b} = ${c - b}.`,
          `等号左右同时减去 ${b}：${a}x = ${c} − ${b} = ${c - b}。`,
        ),
        both(
          `Divide by ${a}: x = ${c - b} ÷ ${a} = ${shown(answer)}.`,
          `同时除以 ${a}：x = ${c - b} ÷ ${a} = ${shown(answer)}。`,
        ),
      ],
      check: { line: same(`${a} × ${shown(answer)} + ${b} = ${c}`), holds: answer.mul(a).add(b).equals(c) },
    }
  },
}

const fromNumber: Family = {
  id: 'eq-two-minus',
  skill: 'eq-two-step',
  type: 'numeric',
  difficulty: 0.4,
  readingGrade: 2,
  starters: 3,
  draft: (random) => {
    const [a, x, c] = [random.int(3, 9), random.int(3, 12), random.int(3, 20)]
    const [b, answer] = [a * x + c, fraction(x)]
    return {
      stem: both(`Solve ${b} − ${a}x = ${c}. What is x?`, `解方程 ${b} − ${a}x = ${c}。x 是多少？`),
      answer,
      hints: [
        both(
          'Is x added here or taken away? What does that mean for its sign?',
          '这里的 x 项是加上的还是减去的？它带什么符号？',
        ),
        hints[1],
        both(
          'Mind the minus before the term with x: it stays with the term when you move the number.',
          '注意含 x 的项前面的减号：移走常数时，它仍跟着这个项。',
        ),
      ],
      wrong: [
        { id: 'sign-error', answer: fraction(-x), as: `(${c} - ${b}) / ${a}` },
        { id: 'moved-unchanged', answer: fraction(b + c, a), as: `(${b} + ${c}) / ${a}` },
        { id: 'not-divided', answer: fraction(b - c), as: `${b} - ${c}` },
      ],
      lines: [
        both(
          `Add ${a}x and take away ${c} on both sides: ${a}x = ${b} − ${c} = ${b - c}.`,
          `等号左右同时加上 ${a}x、减去 ${c}：${a}x = ${b} − ${c} = ${b - c}。`,
        ),
        both(
          `Divide by ${a}: x = ${b - c} ÷ ${a} = ${shown(answer)}.`,
          `同时除以 ${a}：x = ${b - c} ÷ ${a} = ${shown(answer)}。`,
        ),
      ],
      check: { line: same(`${b} − ${a} × ${shown(answer)} = ${c}`), holds: fraction(b).sub(answer.mul(a)).equals(c) },
    }
  },
}

const quotient: Family = {
  id: 'eq-two-over',
  skill: 'eq-two-step',
  type: 'numeric',
  difficulty: 0.3,
  readingGrade: 2,
  starters: 3,
  draft: (random) => {
    const [a, b, q] = [random.int(3, 8), random.int(4, 15), random.int(3, 9)]
    const [c, answer] = [q + b, fraction(a * q)]
    return {
      stem: both(`Solve x/${a} + ${b} = ${c}. What is x?`, `解方程 x/${a} + ${b} = ${c}。x 是多少？`),
      answer,
      hints,
      wrong: [
        { id: 'moved-unchanged', answer: fraction((c + b) * a), as: `(${c} + ${b}) * ${a}` },
        { id: 'same-operation', answer: fraction(c - b, a), as: `(${c} - ${b}) / ${a}` },
        { id: 'divided-first', answer: fraction(c * a - b), as: `${c} * ${a} - ${b}` },
      ],
      lines: [
        both(
          `Take away ${b} on both sides: x/${a} = ${c} − ${b} = ${q}.`,
          `等号左右同时减去 ${b}：x/${a} = ${c} − ${b} = ${q}。`,
        ),
        both(
          `Multiply by ${a}: x = ${q} × ${a} = ${shown(answer)}.`,
          `同时乘 ${a}：x = ${q} × ${a} = ${shown(answer)}。`,
        ),
      ],
      check: { line: same(`${shown(answer)} ÷ ${a} + ${b} = ${c}`), holds: answer.div(a).add(b).equals(c) },
    }
  },
}

type Bill = { fixed: number; per: number; total: number }

const stories = [
  ({ fixed, per, total }: Bill) =>
    both(
      `A plumber charges ${fixed} dollars for the visit and ${per} dollars an hour. The bill is ${total} dollars. How many hours did the work take?`,
      `水管工上门费 ${fixed} 元，每小时另收 ${per} 元。账单共 ${total} 元。工作了多少小时？`,
    ),
  ({ fixed, per, total }: Bill) =>
    both(
      `A gym takes a joining fee of ${fixed} dollars and ${per} dollars a month. A member has paid ${total} dollars so far. For how many months?`,
      `健身房入会费 ${fixed} 元，每月另收 ${per} 元。会员至今共付 ${total} 元。付了多少个月？`,
    ),
] as const

const story: Family = {
  id: 'eq-two-story',
  skill: 'eq-two-step',
  type: 'numeric',
  difficulty: 0.5,
  readingGrade: 5,
  starters: 3,
  draft: (random, turn) => {
    const [fixed, per, x] = [random.int(6, 18) * 5, random.int(14, 40), random.int(3, 9)]
    const [total, answer] = [fixed + per * x, fraction(x)]
    return {
      stem: inTurn(stories, turn)({ fixed, per, total }),
      answer,
      hints: [
        both(
          'Which amount is paid only at the start, and which again and again?',
          '哪笔钱只在开始时付，哪笔钱反复付？',
        ),
        both(
          'Call the unknown x and write an equation; then undo it step by step.',
          '设未知数为 x，列出方程，再逐步逆运算。',
        ),
        both(
          'Take the amount paid at the start off the total before you divide.',
          '先从总数中去掉开始时付的钱，再做除法。',
        ),
      ],
      wrong: [
        { id: 'not-divided', answer: fraction(total - fixed), as: `${total} - ${fixed}` },
        { id: 'divided-first', answer: fraction(total, per), as: `${total} / ${per}` },
        { id: 'moved-unchanged', answer: fraction(total + fixed, per), as: `(${total} + ${fixed}) / ${per}` },
      ],
      lines: [
        same(`${per}x + ${fixed} = ${total}`),
        same(`${per}x = ${total} − ${fixed} = ${total - fixed}`),
        same(`x = ${total - fixed} ÷ ${per} = ${shown(answer)}`),
      ],
      check: {
        line: same(`${per} × ${shown(answer)} + ${fixed} = ${total}`),
        holds: answer.mul(per).add(fixed).equals(total),
      },
    }
  },
}

const chosenStories = [
  ({ fixed, per, total }: Bill) =>
    both(
      `A bike costs ${fixed} dollars to hire and ${per} dollars an hour. Somebody pays ${total} dollars for x hours. Which equation fits?`,
      `租自行车先付 ${fixed} 元，每小时另付 ${per} 元。租了 x 小时，共付 ${total} 元。哪个方程符合题意？`,
    ),
  ({ fixed, per, total }: Bill) =>
    both(
      `A tank holds ${fixed} litres. Every minute ${per} litres flow in. After x minutes there are ${total} litres. Which equation fits?`,
      `水箱里原有 ${fixed} 升水，每分钟流入 ${per} 升。x 分钟后有 ${total} 升。哪个方程符合题意？`,
    ),
] as const

const chosen: Family = {
  id: 'eq-which',
  skill: 'eq-two-step',
  type: 'choice',
  difficulty: 0.1,
  readingGrade: 5,
  starters: 3,
  draft: (random, turn) => {
    const [fixed, per, x] = [random.int(11, 40), random.int(3, 9), random.int(4, 9)]
    const total = fixed + per * x
    const [right, swapped, minus] = [
      `${per}x + ${fixed} = ${total}`,
      `${fixed}x + ${per} = ${total}`,
      `${per}x − ${fixed} = ${total}`,
    ]
    const joined = `${fixed + per}x = ${total}`
    const { choices, idOf } = choicesOf(random, [right, swapped, minus, joined])
    return {
      stem: inTurn(chosenStories, turn)({ fixed, per, total }),
      answer: idOf(right),
      choices,
      hints: [
        both('Which amount depends on x, and which does not?', '哪个量与 x 有关，哪个量与 x 无关？'),
        both(
          'Say in words how the total comes about, then translate it into signs.',
          '先用语言说说总数是怎样得来的，再写成式子。',
        ),
        both(
          'Find the amount that comes with every unit: it must stand directly before x.',
          '找到每次都要计的量：它要写在 x 前面。',
        ),
      ],
      wrong: [
        { id: 'roles-swapped', answer: idOf(swapped) },
        { id: 'sign-error', answer: idOf(minus) },
        { id: 'unlike-terms', answer: idOf(joined) },
      ],
      lines: [
        both(
          `What comes again and again: ${per}x. What comes at the start: ${fixed}.`,
          `反复出现的量：${per}x。开始时的量：${fixed}。`,
        ),
        both(`Together they make the total: ${right}.`, `合起来是总数：${right}。`),
      ],
      check: {
        line: both(
          `With x = ${x}: ${per} × ${x} + ${fixed} = ${total}.`,
          `取 x = ${x}：${per} × ${x} + ${fixed} = ${total}。`,
        ),
        holds: per * x + fixed === total,
      },
    }
  },
}

export const twoStepFamilies = [plus, fromNumber, quotient, story, chosen]
