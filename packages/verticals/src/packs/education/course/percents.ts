// Percentages as another way to write a fraction or a decimal, and as a share of a total.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'
import { choicesOf, gcd, properFraction } from './numbers.ts'

const decimal = { isDecimal: true }
const ask = both('Type only the number in front of the percent sign.', '只填百分号前面的数。')
const asked = (en: string, zh: string) => both(`${en} ${ask.en}`, `${zh}${ask['zh-CN']}`)

const fromFraction: Family = {
  id: 'pct-fraction',
  skill: 'percent-convert',
  type: 'numeric',
  difficulty: -0.4,
  readingGrade: 4,
  starters: 3,
  restatesAnswer: true,
  draft: (random) => {
    const step = random.pick([4, 5, 20, 25, 50])
    const { n, d } = properFraction(random, { from: step, to: step })
    const times = 100 / d
    const answer = fraction(n * times)
    return {
      stem: asked(`Write ${n}/${d} as a percentage.`, `把 ${n}/${d} 写成百分数。`),
      answer,
      hints: [
        both('What does a percentage count in?', '百分数是按怎样的份数来数的？'),
        both(
          'Rewrite the fraction so that its denominator is the one percentages use.',
          '把分数化成百分数所用的那个分母。',
        ),
        both(
          'By what must the denominator be multiplied? Do the same to the numerator.',
          '分母要乘几？分子也乘同样的数。',
        ),
      ],
      wrong: [
        { id: 'denominator-as-percent', answer: fraction(d), as: `${d}` },
        { id: 'turned-over', answer: fraction(100 * d, n), as: `100 * ${d} / ${n}` },
        { id: 'place-value', answer: fraction(n * times, 10), as: `${n} / ${d} * 10` },
      ],
      lines: [
        both(`The denominator becomes 100: ${d} × ${times} = 100.`, `分母化成 100：${d} × ${times} = 100。`),
        same(`${n}/${d} = ${n * times}/100 = ${n * times}%`),
      ],
      check: { line: same(`${n * times} ÷ 100 × ${d} = ${n}`), holds: answer.div(100).mul(d).equals(n) },
    }
  },
}

const fromDecimal: Family = {
  id: 'pct-decimal',
  skill: 'percent-convert',
  type: 'numeric',
  difficulty: -0.5,
  readingGrade: 3,
  starters: 3,
  isDecimal: true,
  restatesAnswer: true,
  draft: (random, turn) => {
    const thousandths = inTurn([random.int(11, 99), random.int(2, 9) * 100, random.int(11, 99) * 10], turn)
    const value = fraction(thousandths, 1000)
    const answer = value.mul(100)
    const text = shown(value, decimal)
    return {
      stem: asked(`Write ${text} as a percentage.`, `把 ${text} 写成百分数。`),
      answer,
      hints: [
        both('What happens to the decimal point when you go over to percent?', '小数化成百分数，小数点会怎样移动？'),
        both(
          'A percentage counts hundredths: read the decimal in hundredths.',
          '百分数以百分位为单位来数：看看这个小数含有多少个这样的单位。',
        ),
        both(
          'Write down the places after the point and find the place of the hundredths.',
          '写出小数点后的各位，找到百分位。',
        ),
      ],
      wrong: [
        { id: 'place-value', answer: value.mul(10), as: `${text} * 10` },
        { id: 'place-value-far', answer: value.mul(1000), as: `${text} * 1000` },
      ],
      lines: [same(`${text} × 100 = ${shown(answer, decimal)}`), same(`${text} = ${shown(answer, decimal)}%`)],
      check: { line: same(`${shown(answer, decimal)} ÷ 100 = ${text}`), holds: answer.div(100).equals(value) },
    }
  },
}

const equalTo: Family = {
  id: 'pct-equal',
  skill: 'percent-convert',
  type: 'choice',
  difficulty: -0.1,
  readingGrade: 3,
  starters: 2,
  draft: (random) => {
    const d = random.pick([5, 20, 25, 50])
    const { n } = properFraction(random, { from: d, to: d, least: 3 })
    const percent = (n * 100) / d
    const [right, dot, over, wrong] = [`${n}/${d}`, shown(fraction(percent, 10), decimal), `${d}/${n}`, `1/${percent}`]
    const { choices, idOf } = choicesOf(random, [right, dot, over, wrong])
    return {
      stem: both(`Which of these is equal to ${percent}%?`, `下面哪个与 ${percent}% 相等？`),
      answer: idOf(right),
      choices,
      hints: [
        both('What does the percent sign stand for?', '百分号表示什么？'),
        both(
          'Write the percentage as a fraction with the denominator percentages use, then simplify it.',
          '先把百分数写成分数，再化简。',
        ),
        both(
          'Divide above and below by their largest common divisor, and look for the result.',
          '分子和分母同时除以最大公因数，再找结果。',
        ),
      ],
      wrong: [
        { id: 'place-value', answer: idOf(dot) },
        { id: 'turned-over', answer: idOf(over) },
        { id: 'denominator-as-percent', answer: idOf(wrong) },
      ],
      lines: [
        same(`${percent}% = ${percent}/100`),
        both(
          `Divide both by ${gcd(percent, 100)}: ${percent}/100 = ${right}.`,
          `同时除以 ${gcd(percent, 100)}：${percent}/100 = ${right}。`,
        ),
      ],
      check: { line: same(`${n} × 100 = ${percent} × ${d}`), holds: n * 100 === percent * d },
    }
  },
}

type Score = { part: number; all: number }

const scoreStories = [
  ({ part, all }: Score) =>
    asked(
      `${part} of ${all} seeds sprouted. What percentage is that?`,
      `${all} 粒种子中有 ${part} 粒发芽。发芽率是百分之几？`,
    ),
  ({ part, all }: Score) =>
    asked(
      `A team won ${part} of its ${all} matches. What percentage of the matches did it win?`,
      `球队打了 ${all} 场比赛，赢了 ${part} 场。胜率是百分之几？`,
    ),
  ({ part, all }: Score) =>
    asked(
      `On ${part} of ${all} days it rained. On what percentage of the days did it rain?`,
      `${all} 天里有 ${part} 天下雨。下雨的天数占百分之几？`,
    ),
] as const

const score: Family = {
  id: 'pct-score',
  skill: 'percent-convert',
  type: 'numeric',
  difficulty: 0.1,
  readingGrade: 5,
  starters: 3,
  draft: (random, turn) => {
    const all = random.pick([20, 25, 40, 60, 75, 80])
    const step = all / gcd(all, 100)
    const part = step * random.int(1, all / step - 1)
    const answer = fraction(part * 100, all)
    return {
      stem: inTurn(scoreStories, turn)({ part, all }),
      answer,
      hints: [
        both('Which number is the whole that the percentage refers to?', '哪个数是整体？'),
        both(
          'Write the part over the whole, then turn the fraction into a percentage.',
          '用部分除以整体，再化成百分数。',
        ),
        both(
          'Simplify the fraction. How do you bring its denominator to the one percentages use?',
          '先把分数化简。怎样把分母化成百分数所用的分母？',
        ),
      ],
      wrong: [
        { id: 'difference-only', answer: fraction(all - part), as: `${all} - ${part}` },
        { id: 'denominator-as-percent', answer: fraction(part), as: `${part}` },
        { id: 'turned-over', answer: fraction(all * 100, part), as: `100 * ${all} / ${part}` },
      ],
      lines: [
        both(`Part over whole: ${part}/${all}.`, `部分除以整体：${part}/${all}。`),
        same(`${part} ÷ ${all} × 100 = ${shown(answer)}`),
      ],
      check: { line: same(`${shown(answer)} × ${all} ÷ 100 = ${part}`), holds: answer.mul(all).div(100).equals(part) },
    }
  },
}

export const percentFamilies = [fromFraction, fromDecimal, equalTo, score]
