// Ratios: simplest form, equal ratios, from parts to a fraction of the whole, and sharing an amount.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'
import { choicesOf, coprimePair } from './numbers.ts'

const missing: Family = {
  id: 'ratio-missing',
  skill: 'ratio-simplify',
  type: 'numeric',
  difficulty: -0.6,
  readingGrade: 4,
  starters: 3,
  draft: (random, turn) => {
    const { a, b } = coprimePair(random, { from: 3, to: 11 })
    const times = random.int(3, 9)
    const [p, q, answer] = [a * times, b * times, fraction(b)]
    const stems = [
      both(
        `A chain has ${p} red and ${q} blue beads. In simplest form, red to blue is ${a} : □. Which number belongs in the box?`,
        `项链上有 ${p} 颗红珠和 ${q} 颗蓝珠。红珠与蓝珠的最简整数比是 ${a} : □。方框里应填什么数？`,
      ),
      both(
        `Simplify the ratio ${p} : ${q}. It becomes ${a} : □. Which number belongs in the box?`,
        `把 ${p} : ${q} 化成最简整数比，得 ${a} : □。方框里应填什么数？`,
      ),
      both(
        `Concrete is mixed from ${p} buckets of gravel and ${q} buckets of sand. That is ${a} : □ in simplest form. Which number belongs in the box?`,
        `搅拌混凝土用了 ${p} 桶石子和 ${q} 桶沙，化成最简整数比是 ${a} : □。方框里应填什么数？`,
      ),
    ] as const
    return {
      stem: inTurn(stems, turn),
      answer,
      hints: [
        both(
          'What may you do to both terms of a ratio without changing what it says?',
          '怎样改变比的前项和后项，比值才不变？',
        ),
        both('Both terms are divided by the same number.', '前项和后项要除以相同的数。'),
        both(
          'Compare the front terms: by what was the front term divided? Do the same to the other term.',
          '比较前项：前项除以了几？后项也要这样做。',
        ),
      ],
      wrong: [
        { id: 'ratio-added', answer: fraction(q - (p - a)), as: `${q} - (${p} - ${a})` },
        { id: 'factor-only', answer: fraction(times), as: `${p} / ${a}` },
      ],
      lines: [
        both(`The front term was divided by ${p} ÷ ${a} = ${times}.`, `前项除以了 ${p} ÷ ${a} = ${times}。`),
        both(
          `The other term as well: ${q} ÷ ${times} = ${shown(answer)}.`,
          `后项也除以这个数：${q} ÷ ${times} = ${shown(answer)}。`,
        ),
      ],
      check: { line: same(`${a} × ${q} = ${shown(answer)} × ${p}`), holds: answer.mul(p).equals(a * q) },
    }
  },
}

const equalTo: Family = {
  id: 'ratio-equal',
  skill: 'ratio-simplify',
  type: 'choice',
  difficulty: -0.3,
  readingGrade: 3,
  starters: 3,
  draft: (random) => {
    const { a, b } = coprimePair(random, { from: 3, to: 9 })
    const [by, other] = [random.int(4, 6), random.int(2, 3)]
    const [right, turned, added] = [
      `${a * other} : ${b * other}`,
      `${b * other} : ${a * other}`,
      `${a * by - a} : ${b * by - a}`,
    ]
    const { choices, idOf } = choicesOf(random, [right, turned, added])
    return {
      stem: both(`Which ratio is equal to ${a * by} : ${b * by}?`, `哪个比与 ${a * by} : ${b * by} 相等？`),
      answer: idOf(right),
      choices,
      hints: [
        both('When do ratios say the same?', '什么样的比是相等的？'),
        both('Bring each ratio to its simplest form and compare.', '把每个比都化成最简整数比，再比较。'),
        both(
          'Mind the order of the terms, and whether both were multiplied by the same number.',
          '注意前项、后项的顺序，再看它们是否乘了相同的数。',
        ),
      ],
      wrong: [
        { id: 'ratio-reversed', answer: idOf(turned) },
        { id: 'ratio-added', answer: idOf(added) },
      ],
      lines: [
        both(
          `Divide both terms by ${by}: ${a * by} : ${b * by} = ${a} : ${b}.`,
          `前项、后项都除以 ${by}：${a * by} : ${b * by} = ${a} : ${b}。`,
        ),
        both(
          `Multiply both terms by ${other}: ${a} : ${b} = ${right}.`,
          `前项、后项都乘 ${other}：${a} : ${b} = ${right}。`,
        ),
      ],
      check: {
        line: same(`${a * by} × ${b * other} = ${b * by} × ${a * other}`),
        holds: a * by * (b * other) === b * by * (a * other),
      },
    }
  },
}

const partStories = [
  (a: number, b: number) =>
    both(
      `In a fruit bowl, apples to pears are ${a} : ${b}. What fraction of the fruit is pears?`,
      `果盘里苹果与梨的个数比是 ${a} : ${b}。梨占水果总数的几分之几？`,
    ),
  (a: number, b: number) =>
    both(
      `A drink is mixed from syrup and water in the ratio ${a} : ${b}. What fraction of the drink is water?`,
      `饮料由糖浆和水按 ${a} : ${b} 调成。水占饮料的几分之几？`,
    ),
  (a: number, b: number) =>
    both(
      `In a club, adults to children are ${a} : ${b}. What fraction of the members are children?`,
      `俱乐部里成人与儿童的人数比是 ${a} : ${b}。儿童占总人数的几分之几？`,
    ),
] as const

const asFraction: Family = {
  id: 'ratio-fraction',
  skill: 'ratio-share',
  type: 'numeric',
  difficulty: 0,
  readingGrade: 4,
  starters: 3,
  draft: (random, turn) => {
    const { a, b } = coprimePair(random, { from: 2, to: 9 })
    const all = a + b
    const answer = fraction(b, all)
    return {
      stem: inTurn(partStories, turn)(a, b),
      answer,
      hints: [
        both('Is the whole shown in the ratio, or must you find it?', '比里面直接写出整体了吗？还是要自己求？'),
        both(
          'Add the terms of the ratio to get all the parts; then see which of them are asked for.',
          '把比的各项相加得到总份数，再看题目问的是哪些份。',
        ),
        both(
          'What goes below the bar is everything together. Which term belongs above it?',
          '分数线下面写总份数。上面应写比的哪项？',
        ),
      ],
      wrong: [
        { id: 'part-to-part', answer: fraction(b, a), as: `${b} / ${a}` },
        { id: 'other-share', answer: fraction(a, all), as: `${a} / (${a} + ${b})` },
        { id: 'ratio-reversed', answer: fraction(a, b), as: `${a} / ${b}` },
      ],
      lines: [
        both(`All parts: ${a} + ${b} = ${all}.`, `总份数：${a} + ${b} = ${all}。`),
        both(`${b} of ${all} parts are ${b}/${all}.`, `${all} 份中的 ${b} 份，就是 ${b}/${all}。`),
      ],
      check: { line: same(`${a}/${all} + ${b}/${all} = ${all}/${all}`), holds: answer.add(fraction(a, all)).equals(1) },
    }
  },
}

export const ratioFamilies = [missing, equalTo, asFraction]
