// Expressions with x: like terms, brackets, a minus before brackets, and a rule from a story.
import { fraction, type Linear, linear, shown, valueAt } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'

const probes = [-3, 2, 7].map((at) => fraction(at))

/** Whether a line has the same values as another way to compute it, at three places: two would do. */
const agrees = (line: Linear, compute: (x: number) => number): boolean =>
  probes.every((at) => valueAt(line, at).equals(compute(at.valueOf())))

const atPlace = (line: Linear, way: string, x: number, value: number) =>
  both(
    `With x = ${x}: ${way} = ${value}, and ${shown(line)} gives ${value} as well.`,
    `取 x = ${x}：${way} = ${value}，${shown(line)} 也等于 ${value}。`,
  )

const like: Family = {
  id: 'expr-like',
  skill: 'expr-simplify',
  type: 'expression',
  difficulty: -0.2,
  readingGrade: 4,
  starters: 3,
  draft: (random) => {
    const [a, b, c, d] = [random.int(2, 9), random.int(2, 9), random.int(2, 9), random.int(2, 9)]
    const answer = linear(a + c, b - d)
    const x = random.int(3, 6)
    return {
      stem: both(`Simplify ${a}x + ${b} + ${c}x − ${d}.`, `化简 ${a}x + ${b} + ${c}x − ${d}。`),
      answer,
      hints: [
        both('Which terms can be joined, and which cannot?', '哪些项可以合并，哪些不可以？'),
        both(
          'Join the terms with x, and separately the numbers without x.',
          '含 x 的项与含 x 的项合并，常数项与常数项合并。',
        ),
        both(
          'Every sign belongs to the term behind it. What stands before the last number?',
          '符号属于它后面的项。末尾那个数前面是什么符号？',
        ),
      ],
      wrong: [
        { id: 'sign-error', answer: linear(a + c, b + d), as: `(${a} + ${c}) * x + ${b} + ${d}` },
        { id: 'unlike-terms', answer: linear(a + b + c - d, 0), as: `(${a} + ${b} + ${c} - ${d}) * x` },
      ],
      lines: [
        both(`Terms with x: ${a}x + ${c}x = ${a + c}x.`, `含 x 的项：${a}x + ${c}x = ${a + c}x。`),
        both(`Numbers: ${b} − ${d} = ${shown(fraction(b - d))}.`, `常数项：${b} − ${d} = ${shown(fraction(b - d))}。`),
        both(`Together: ${shown(answer)}.`, `合起来：${shown(answer)}。`),
      ],
      check: {
        line: atPlace(answer, `${a} × ${x} + ${b} + ${c} × ${x} − ${d}`, x, a * x + b + c * x - d),
        holds: agrees(answer, (at) => a * at + b + c * at - d),
      },
    }
  },
}

const expand: Family = {
  id: 'expr-expand',
  skill: 'expr-simplify',
  type: 'expression',
  difficulty: 0,
  readingGrade: 3,
  starters: 3,
  draft: (random, turn) => {
    const [a, b, c] = [random.int(3, 9), random.int(2, 9), random.int(3, 9)]
    const sign = inTurn([1, -1], turn)
    const by = sign === 1 ? '+' : '−'
    const answer = linear(a * b, sign * a * c)
    const x = random.int(3, 6)
    return {
      stem: both(`Expand ${a}(${b}x ${by} ${c}).`, `去括号：${a}(${b}x ${by} ${c})。`),
      answer,
      hints: [
        both('What does a number directly before brackets mean?', '括号前面紧挨着的数表示什么？'),
        both('Multiply every term in the brackets by the number before them.', '用括号前的数去乘括号里的每个项。'),
        both(
          'After the term with x, do not forget the term behind it and its sign.',
          '乘完含 x 的项，别忘了后面那项和它的符号。',
        ),
      ],
      wrong: [
        {
          id: 'first-term-only',
          answer: linear(a * b, sign * c),
          as: `${a} * ${b} * x ${sign === 1 ? '+' : '-'} ${c}`,
        },
        {
          id: 'sign-error',
          answer: linear(a * b, -sign * a * c),
          as: `${a} * ${b} * x ${sign === 1 ? '-' : '+'} ${a} * ${c}`,
        },
      ],
      lines: [
        same(`${a} × ${b}x = ${a * b}x`),
        same(`${a} × ${c} = ${a * c}`),
        both(`Together, with the sign kept: ${shown(answer)}.`, `合起来，符号不变：${shown(answer)}。`),
      ],
      check: {
        line: atPlace(answer, `${a} × (${b} × ${x} ${by} ${c})`, x, a * (b * x + sign * c)),
        holds: agrees(answer, (at) => a * (b * at + sign * c)),
      },
    }
  },
}

const minusBrackets: Family = {
  id: 'expr-minus',
  skill: 'expr-simplify',
  type: 'expression',
  difficulty: 0.8,
  readingGrade: 3,
  starters: 3,
  draft: (random) => {
    const [a, b, c] = [random.int(12, 40), random.int(3, 9), random.int(2, 9)]
    const answer = linear(-b, a + b * c)
    const x = random.int(3, 6)
    return {
      stem: both(`Simplify ${a} − ${b}(x − ${c}).`, `化简 ${a} − ${b}(x − ${c})。`),
      answer,
      hints: [
        both(
          'Does the minus sign belong to the number, to the brackets, or to everything in them?',
          '减号管的是哪个数，还是括号里的全部？',
        ),
        both(
          'Expand the brackets before you join anything, and carry the minus sign along.',
          '先去括号再合并，并且带着减号去乘。',
        ),
        both(
          'Look at the last term in the brackets: what does minus times minus give?',
          '看括号里末尾那项：负乘负得什么？',
        ),
      ],
      wrong: [
        { id: 'sign-error', answer: linear(-b, a - b * c), as: `${a} - ${b} * x - ${b} * ${c}` },
        { id: 'left-to-right', answer: linear(a - b, -(a - b) * c), as: `(${a} - ${b}) * (x - ${c})` },
        { id: 'first-term-only', answer: linear(-b, a - c), as: `${a} - ${b} * x - ${c}` },
      ],
      lines: [
        same(`${b} × ${c} = ${b * c}`),
        same(`${a} − ${b}(x − ${c}) = ${a} − ${b}x + ${b * c}`),
        both(`Numbers joined: ${shown(answer)}.`, `合并常数项：${shown(answer)}。`),
      ],
      check: {
        line: atPlace(answer, `${a} − ${b} × (${x} − ${c})`, x, a - b * (x - c)),
        holds: agrees(answer, (at) => a - b * (at - c)),
      },
    }
  },
}

type Fare = { fixed: number; per: number }

const ruleStories = [
  ({ fixed, per }: Fare) =>
    both(
      `A taxi costs ${fixed} dollars to get in and ${per} dollars for every km. Write an expression for the cost of x km.`,
      `出租车起步价 ${fixed} 元，每千米另收 ${per} 元。用式子表示行驶 x 千米的车费。`,
    ),
  ({ fixed, per }: Fare) =>
    both(
      `A candle maker buys wax for ${fixed} dollars and x jars at ${per} dollars each. Write an expression for the whole cost.`,
      `买蜡用了 ${fixed} 元，每个蜡烛杯 ${per} 元，共买 x 个杯子。用式子表示总费用。`,
    ),
  ({ fixed, per }: Fare) =>
    both(
      `A pool already holds ${fixed} litres, and ${per} litres flow in every minute. Write an expression for the litres after x minutes.`,
      `水池原有 ${fixed} 升水，每分钟流入 ${per} 升。用式子表示 x 分钟后水池里的水量。`,
    ),
] as const

const rule: Family = {
  id: 'expr-rule',
  skill: 'expr-simplify',
  type: 'expression',
  difficulty: 0.3,
  readingGrade: 5,
  starters: 3,
  draft: (random, turn) => {
    const [fixed, per] = [random.int(12, 60), random.int(3, 11)]
    const answer = linear(per, fixed)
    const x = random.int(3, 6)
    return {
      stem: inTurn(ruleStories, turn)({ fixed, per }),
      answer,
      hints: [
        both('What is there from the start, and what grows with x?', '哪个量从开始就有，哪个量随 x 增加？'),
        both(
          'Try it with a small number for x, then write the same steps with x.',
          '先用较小的数代替 x 试算，再把相同的步骤写成式子。',
        ),
        both(
          'Look for the word that means it happens again and again: that amount goes with x.',
          '找到表示每次都重复的词：那个量要与 x 相乘。',
        ),
      ],
      wrong: [
        { id: 'roles-swapped', answer: linear(fixed, per), as: `${fixed} * x + ${per}` },
        { id: 'unlike-terms', answer: linear(fixed + per, 0), as: `(${fixed} + ${per}) * x` },
      ],
      lines: [
        both(`What grows with x: ${per}x.`, `随 x 增加的部分：${per}x。`),
        both(`With what is there from the start: ${shown(answer)}.`, `加上开始就有的部分：${shown(answer)}。`),
      ],
      check: {
        line: atPlace(answer, `${fixed} + ${x} × ${per}`, x, fixed + x * per),
        holds: agrees(answer, (at) => fixed + at * per),
      },
    }
  },
}

export const expressionFamilies = [like, expand, minusBrackets, rule]
