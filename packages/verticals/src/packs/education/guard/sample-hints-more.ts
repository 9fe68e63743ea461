// More true hints, many of them with numbers or number words, for answers that are easily mixed up with them. Written by us.
import type { Exercise } from '../grading/exercise.ts'

export type HintSample = { exercise: Exercise; texts: readonly string[] }

const both = (text: string) => ({ en: text, 'zh-CN': text })

function hintsOf(key: string, stem: [string, string], rest: Partial<Exercise>, texts: readonly string[]): HintSample {
  const [en, zh] = stem
  const exercise = {
    id: en.slice(0, 24),
    stem: { en, 'zh-CN': zh },
    answer_key: key,
    answer_type: 'numeric' as const,
    skills: [],
    hints: [],
    misconceptions: [],
    ...rest,
  }
  return { exercise, texts }
}

export const moreHints: readonly HintSample[] = [
  hintsOf('4', ['Solve 2x + 3 = 11.', '解方程 2x + 3 = 11。'], {}, [
    'What happens to x first, and what second?',
    'Look at 2x + 3 = 11: what can you take away from both sides?',
    'You want x on its own, so undo the last operation first.',
    'One side has x, the other side only a number.',
    'Two operations act on x. Undo them one after the other.',
    'When you take 3 away on the left, do the same on the right.',
    'Check by putting your value back into 2x + 3.',
    '从 2x + 3 = 11 的两边同时减去 3。',
    '先去掉常数项，再把系数化为一。',
    '一步一步来，两边同时做一样的运算。',
    '这是一元一次方程，把 x 单独留在一边。',
    '把两边都除以 x 的系数。',
  ]),
  hintsOf('3', ['Solve 3x = 9.', '解方程 3x = 9。'], {}, [
    'What number multiplies x in 3x = 9?',
    'Undo the multiplication on both sides.',
    '方程 3x = 9 的左边是什么运算？',
    '两边除以同一个数。',
  ]),
  hintsOf(
    '1/4',
    [
      'Which fraction of the square is shaded? 2 of 8 equal parts are shaded.',
      '正方形平均分成 8 份，其中 2 份涂色，涂色部分是几分之几？',
    ],
    {},
    [
      'Count all the parts first.',
      'How many of the 8 equal parts are shaded?',
      'Write shaded over all, then simplify.',
      'Halve the top and the bottom as often as you can.',
      '先数一共有多少份。',
      '写成分数以后再约分。',
      'The denominator is the number of equal parts: 8.',
    ],
  ),
  hintsOf('25', ['What percent is 1/4?', '1/4 是百分之几？'], { unit: '%' }, [
    'Percent means per hundred: how many hundredths make 1/4?',
    'Divide the top by the bottom, then multiply by 100.',
    '百分数的分母是 100。',
    '把 1/4 的分母化成 100。',
    'Think of a hundred squares cut into four equal groups.',
  ]),
  hintsOf('12', ['Find 15% of 80.', '求 80 的 15%。'], {}, [
    'Find 10% of 80 first, then half of that.',
    '10% of 80 is easy: move the decimal point.',
    '5% is half of 10%.',
    '15% is 10% and 5% together.',
    '先求 80 的 10%，再求它的一半。',
    '15% 可以拆成 10% 加 5%。',
    'Write 15% as a decimal and multiply by 80.',
  ]),
  hintsOf('6', ['Share 15 in the ratio 2:3. What is the smaller share?', '把 15 按 2:3 分，较小的一份是多少？'], {}, [
    'How many parts are there in all? Add 2 and 3.',
    'Find one part first: divide 15 by the number of parts.',
    'The smaller share has two of the parts.',
    '一共有几份？先求一份。',
    '2:3 表示两部分各占几份。',
  ]),
  hintsOf('1', ['What is 7/7?', '7/7 等于多少？'], {}, [
    'If you have all of the parts, what do you have?',
    'Top and bottom are the same. What does that mean?',
    'One of the rules of fractions helps here.',
    'Each part is one seventh; how many do you have?',
    '分子和分母一样，说明什么？',
    '一个整体平均分成 7 份，取了几份？',
    '一共取了多少份？',
  ]),
  hintsOf('2', ['How many halves are in 1?', '1 里面有几个 1/2？'], {}, [
    'Cut a whole into equal pieces of that size.',
    'How many pieces of size 1/2 fit into 1?',
    'Draw one circle and cut it in the middle.',
    '1 里面能放下多少个 1/2？',
    '画一个圆，从中间切开。',
    'The two fractions look alike, but one is the whole.',
    'Read both parts of the question again.',
  ]),
  hintsOf(
    '10',
    ['A train goes 60 km in 6 hours. How many km per hour?', '火车 6 小时行 60 千米，每小时行多少千米？'],
    {},
    [
      'Speed is distance over time.',
      'You have 60 km and 6 hours. Which do you divide by which?',
      'How far in a single hour?',
      '路程除以时间等于速度。',
      '6 小时行 60 千米，每小时呢？',
      '十分简单：想想“每”是什么意思。',
    ],
  ),
  hintsOf('3/5', ['Simplify 12/20.', '化简 12/20。'], {}, [
    'Which numbers divide both 12 and 20?',
    'Divide top and bottom of 12/20 by the same number.',
    'Keep going until no number but one divides both.',
    '12 和 20 的公因数有哪些？',
    '12/20 的分子分母同时除以同一个数。',
    'Try 2 first, then 2 again.',
  ]),
  hintsOf('2x', ['Simplify 5x - 3x.', '化简 5x - 3x。'], { answer_type: 'expression' }, [
    'Both terms count x. How many x are left?',
    'Subtract the numbers in front of x.',
    '5x means five of the same thing.',
    '系数相减，x 不变。',
    '5x - 3x 中两项是同类项。',
  ]),
  hintsOf(
    'b',
    ['Which is larger?', '哪个大？'],
    {
      answer_type: 'choice',
      choices: [
        { id: 'a', text: both('0.5') },
        { id: 'b', text: both('3/4') },
      ],
    },
    [
      'Write both as decimals.',
      'Compare 0.5 and 3/4 on a number line.',
      '把 0.5 和 3/4 都化成小数再比较。',
      'A and B look different, but both are numbers.',
    ],
  ),
  hintsOf(
    'numerator',
    ['What is the top of a fraction called?', '分数线上面的数叫什么？'],
    { answer_type: 'text', accepts: ['分子'] },
    [
      'The bottom is called the denominator; the top has its own name.',
      'It counts how many parts you have.',
      'The word comes from counting.',
      '下面的叫分母，上面的呢？',
      '它表示取了多少份。',
    ],
  ),
  hintsOf('0', ['What is 5 - 5?', '5 - 5 等于多少？'], {}, [
    'Take away as many as you have.',
    'What is left when nothing remains? Write the number for it.',
    '还剩下什么？',
    'No tricks here.',
    '5 - 5: start at 5 and go back 5.',
  ]),
  hintsOf('100', ['50 is 50% of which number?', '50 是哪个数的 50%？'], {}, [
    'Half of the number is 50. What is the whole?',
    '50% means half.',
    '把 50 看作一半，整体是多少？',
    'Double it, or think of two equal parts.',
    'Percent means out of a hundred.',
    '百分之五十就是一半。',
  ]),
]
