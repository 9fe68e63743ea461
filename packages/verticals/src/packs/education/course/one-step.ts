// Equations undone in a single step: adding, subtracting, multiplying, dividing, bare and in a story.
import { fraction, shown } from './answer.ts'
import { both, type Family, type Hints, inTurn, same } from './family.ts'

const hints: Hints = [
  both('What was done to x here? What would undo it?', '这里对 x 做了什么运算？怎样逆回去？'),
  both('Do the inverse operation on both sides, so that x stands alone.', '等号左右同时做逆运算，让 x 单独留下。'),
  both(
    'Look at what stands beside x and at the sign between them; its opposite is your step.',
    '看 x 旁边的数和它们之间的符号，用相反的运算。',
  ),
]

const plus: Family = {
  id: 'eq-plus',
  skill: 'eq-one-step',
  type: 'numeric',
  difficulty: -1,
  readingGrade: 2,
  starters: 3,
  draft: (random) => {
    const [a, x] = [random.int(7, 29), random.int(4, 48)]
    const [sum, answer] = [a + x, fraction(x)]
    return {
      stem: both(`Solve x + ${a} = ${sum}. What is x?`, `解方程 x + ${a} = ${sum}。x 是多少？`),
      answer,
      hints,
      wrong: [
        { id: 'same-operation', answer: fraction(sum + a), as: `${sum} + ${a}` },
        { id: 'sign-error', answer: fraction(-x), as: `${a} - ${sum}` },
      ],
      lines: [
        both(`Take away ${a} on both sides.`, `等号左右同时减去 ${a}。`),
        same(`x = ${sum} − ${a} = ${shown(answer)}`),
      ],
      check: { line: same(`${shown(answer)} + ${a} = ${sum}`), holds: answer.add(a).equals(sum) },
    }
  },
}

const minus: Family = {
  id: 'eq-minus',
  skill: 'eq-one-step',
  type: 'numeric',
  difficulty: -0.8,
  readingGrade: 2,
  starters: 2,
  draft: (random) => {
    const [a, left] = [random.int(7, 29), random.int(6, 38)]
    const answer = fraction(left + a)
    return {
      stem: both(`Solve x − ${a} = ${left}. What is x?`, `解方程 x − ${a} = ${left}。x 是多少？`),
      answer,
      hints,
      wrong: [{ id: 'same-operation', answer: fraction(left - a), as: `${left} - ${a}` }],
      lines: [
        both(`Add ${a} on both sides.`, `等号左右同时加上 ${a}。`),
        same(`x = ${left} + ${a} = ${shown(answer)}`),
      ],
      check: { line: same(`${shown(answer)} − ${a} = ${left}`), holds: answer.sub(a).equals(left) },
    }
  },
}

const timesX: Family = {
  id: 'eq-times',
  skill: 'eq-one-step',
  type: 'numeric',
  difficulty: -0.7,
  readingGrade: 2,
  starters: 3,
  draft: (random) => {
    const [a, x] = [random.int(3, 12), random.int(3, 15)]
    const [product, answer] = [a * x, fraction(x)]
    return {
      stem: both(`Solve ${a}x = ${product}. What is x?`, `解方程 ${a}x = ${product}。x 是多少？`),
      answer,
      hints,
      wrong: [
        { id: 'subtracted-factor', answer: fraction(product - a), as: `${product} - ${a}` },
        { id: 'same-operation', answer: fraction(product * a), as: `${product} * ${a}` },
        { id: 'turned-rate', answer: fraction(a, product), as: `${a} / ${product}` },
      ],
      lines: [
        both(`Divide by ${a} on both sides.`, `等号左右同时除以 ${a}。`),
        same(`x = ${product} ÷ ${a} = ${shown(answer)}`),
      ],
      check: { line: same(`${a} × ${shown(answer)} = ${product}`), holds: answer.mul(a).equals(product) },
    }
  },
}

const over: Family = {
  id: 'eq-over',
  skill: 'eq-one-step',
  type: 'numeric',
  difficulty: -0.5,
  readingGrade: 2,
  starters: 2,
  draft: (random) => {
    const a = random.int(3, 9)
    const quotient = random.int(4, 25)
    const answer = fraction(quotient * a)
    return {
      stem: both(`Solve x/${a} = ${quotient}. What is x?`, `解方程 x/${a} = ${quotient}。x 是多少？`),
      answer,
      hints,
      wrong: [
        { id: 'same-operation', answer: fraction(quotient, a), as: `${quotient} / ${a}` },
        { id: 'added-instead-of-multiplied', answer: fraction(quotient + a), as: `${quotient} + ${a}` },
      ],
      lines: [
        both(`Multiply by ${a} on both sides.`, `等号左右同时乘 ${a}。`),
        same(`x = ${quotient} × ${a} = ${shown(answer)}`),
      ],
      check: { line: same(`${shown(answer)} ÷ ${a} = ${quotient}`), holds: answer.div(a).equals(quotient) },
    }
  },
}

type Story = { a: number; total: number }

const stories = [
  ({ a, total }: Story) =>
    both(
      `A rope is cut into ${a} pieces of the same length. Laid end to end they measure ${total} metres. How many metres long is a piece?`,
      `一根绳子剪成 ${a} 段同样长的绳子，首尾相接共 ${total} 米。每段长多少米？`,
    ),
  ({ a, total }: Story) =>
    both(
      `In ${a} weeks a runner covers ${total} km, the same distance every week. How many km does the runner cover in a week?`,
      `跑步者 ${a} 周共跑 ${total} km，每周跑的路程相同。每周跑多少 km？`,
    ),
] as const

const story: Family = {
  id: 'eq-story',
  skill: 'eq-one-step',
  type: 'numeric',
  difficulty: -0.4,
  readingGrade: 4,
  starters: 2,
  draft: (random, turn) => {
    const [a, x] = [random.int(4, 12), random.int(6, 25)]
    const [total, answer] = [a * x, fraction(x)]
    return {
      stem: inTurn(stories, turn)({ a, total }),
      answer,
      hints: [
        both(
          'What is unknown here? Give it the name x and say in words what happens to it.',
          '未知的是什么？设它为 x，说说对它做了什么。',
        ),
        both('Write an equation: how do x and the given number make the total?', '列方程：x 与已知数怎样得到总数？'),
        both(
          'Undo what happens to x: which operation is the opposite of repeating it?',
          '逆着来：与重复相加相反的是哪种运算？',
        ),
      ],
      wrong: [
        { id: 'subtracted-factor', answer: fraction(total - a), as: `${total} - ${a}` },
        { id: 'same-operation', answer: fraction(total * a), as: `${total} * ${a}` },
      ],
      lines: [same(`${a}x = ${total}`), same(`x = ${total} ÷ ${a} = ${shown(answer)}`)],
      check: { line: same(`${a} × ${shown(answer)} = ${total}`), holds: answer.mul(a).equals(total) },
    }
  },
}

export const oneStepFamilies = [plus, minus, timesX, over, story]
