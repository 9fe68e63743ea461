// True hints as teachers write them, for the tests of the guard: none gives its exercise's answer away. Written by us.
import type { Exercise } from '../grading/exercise.ts'

type Sample = { exercise: Exercise; hints: readonly [string, string][] }
type Key = Partial<Exercise> & { key: string }

function sample(stem: [string, string], { key, ...rest }: Key, hints: readonly [string, string][]): Sample {
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
  return { exercise, hints }
}

const choice = (id: string, en: string, zh: string) => ({ id, text: { en, 'zh-CN': zh } })

export const sampleHints: readonly Sample[] = [
  sample(['Work out 1/2 + 1/3.', '计算 1/2 + 1/3。'], { key: '5/6' }, [
    ['What must be true of two fractions before you can add them?', '两个分数要先满足什么条件才能相加？'],
    ['Write both fractions with the same denominator, then add the tops.', '先把两个分数通分，再把分子相加。'],
    ['Look at the denominators 2 and 3: which number do both divide?', '看分母 2 和 3：哪个数是它们的公倍数？'],
    ['In 1/2 + 1/3 the pieces have different sizes.', '在 1/2 + 1/3 里，每一份的大小不同。'],
  ]),
  sample(['Work out 3/4 - 1/4.', '计算 3/4 - 1/4。'], { key: '1/2' }, [
    ['The pieces are all of one size. What does that allow?', '每一份都一样大，这说明可以怎么做？'],
    [
      'Take away the tops and keep the bottom, then see whether it can be simplified.',
      '分子相减，分母不变，再看能不能约分。',
    ],
    ['Which number divides both the top and the bottom of what you got?', '你得到的分子和分母有什么公因数？'],
  ]),
  sample(['Solve 3x + 2 = 17.', '解方程 3x + 2 = 17。'], { key: 'x = 5', answer_type: 'expression' }, [
    ['What is done to x, and in which order?', '对 x 依次做了哪些运算？'],
    ['Undo the operations in the opposite order, on both sides.', '按相反的顺序，在等式两边逐步还原。'],
    ['First take 2 away from both sides of 3x + 2 = 17.', '先从 3x + 2 = 17 的两边减去 2。'],
    ['After one step you have an equation of the form 3x = something.', '做完一步以后，等式左边只剩 3x。'],
  ]),
  sample(
    [
      'A jacket costs 80 euros. It is reduced by 25%. By how much is it reduced?',
      '一件夹克 80 欧元，降价 25%，便宜了多少欧元？',
    ],
    { key: '20', unit: '€' },
    [
      ['Percent means out of a hundred. What is the whole here?', '百分数表示每一百份中的几份。这里的整体是什么？'],
      ['Find 10% first, or think of 25% as a fraction of the whole.', '可以先求 10%，或者把 25% 看成整体的几分之几。'],
      ['The whole is 80 euros: cut it into equal parts.', '整体是 80 欧元，把它平均分成几份。'],
    ],
  ),
  sample(
    [
      'Share 24 sweets in the ratio 1:2. How many are in the larger part?',
      '把 24 颗糖按 1:2 分成两份，较多的一份有多少颗？',
    ],
    { key: '16' },
    [
      ['How many equal parts are there in all?', '一共有几个相等的份？'],
      ['Add the parts of the ratio, then find the size of one part.', '把比的各项相加，再求一份是多少。'],
      ['The larger share takes two of the three parts.', '较多的一份占三份中的两份。'],
    ],
  ),
  sample(
    ['Two friends share 10 apples equally. How many does each get?', '两位朋友平分 10 个苹果，每人得到几个？'],
    { key: '5', unit: 'apples' },
    [
      ['What does "equally" tell you about the two shares?', '“平分”说明两份有什么关系？'],
      [
        'Give them out one at a time, or find the operation that splits a whole into equal groups.',
        '可以一个一个地分，或者想想哪种运算把整体平均分开。',
      ],
      ['You have 10 apples and two friends. Which operation fits?', '有 10 个苹果和两位朋友，用哪种运算？'],
    ],
  ),
  sample(['What is 12 - 10?', '12 - 10 等于多少？'], { key: '2' }, [
    ['Compare the two numbers. How far apart are they?', '比较这两个数，它们相差多少？'],
    ['Count on from the smaller number to the larger one.', '从较小的数数到较大的数。'],
    ['Both numbers have the same number of tens. What is left over?', '两个数的十位相同，剩下的是什么？'],
    ['Step 2: look at the ones.', '第2步：看个位。'],
  ]),
  sample(['What is 4 - 3?', '4 - 3 是多少？'], { key: '1' }, [
    ['Which of the numbers is taken away from the other one?', '哪一个数从另一个数里减去？'],
    ['Use a number line: start at one end and step back.', '用数轴：从一端开始，一步一步往回数。'],
    ['Draw a picture and cross things out one by one.', '画一画，一个一个地划掉。'],
    ['Think of one whole and its parts.', '想一想一个整体和它的部分。'],
  ]),
  sample(['Simplify 2x + 3x.', '化简 2x + 3x。'], { key: '5x', answer_type: 'expression' }, [
    ['Which terms are alike?', '哪些是同类项？'],
    ['Add the numbers in front of the letter; the letter stays.', '把字母前面的系数相加，字母不变。'],
    ['In 2x + 3x both terms count the same thing.', '在 2x + 3x 中，两项数的是同一样东西。'],
  ]),
  sample(['Expand 3(x + 4).', '展开 3(x + 4)。'], { key: '3x + 12', answer_type: 'expression' }, [
    ['What does the number in front of the bracket do to what is inside?', '括号前的数对括号里的每一项做什么？'],
    ['Multiply every term in the bracket, not only the first one.', '括号里的每一项都要乘，不只是第一项。'],
    ['You need 3 times x and then 3 times the other term.', '先算 3 乘 x，再算 3 乘另一项。'],
  ]),
  sample(
    ['Which fraction is the largest?', '哪个分数最大？'],
    {
      key: 'b',
      answer_type: 'choice',
      choices: [choice('a', '1/2', '1/2'), choice('b', '2/3', '2/3'), choice('c', '3/5', '3/5')],
    },
    [
      ['How can you compare fractions with different denominators?', '分母不同的分数怎样比较大小？'],
      ['Write all of 1/2, 2/3 and 3/5 with one denominator.', '把 1/2、2/3 和 3/5 化成相同的分母。'],
      ['Which number do all the denominators divide?', '所有分母的公倍数是什么？'],
      ['Compare option a with option b first, then take the winner on.', '先比较选项 a 和选项 b，再用较大的继续比。'],
    ],
  ),
  sample(
    ['What do we call fractions of the same value?', '数值相等的分数叫什么？'],
    { key: 'equivalent', answer_type: 'text', accepts: ['等值', '等值分数'] },
    [
      ['The word has "equal" hidden in its beginning.', '这个词说明它们一样大。'],
      ['Think of a half and two quarters: what are they to each other?', '想想二分之一和四分之二：它们是什么关系？'],
      ['It is an adjective; it also means "just as good".', '这是一个描述“同样大”的词。'],
    ],
  ),
  sample(
    [
      'A rope is 1.5 m long. It is cut into 3 equal pieces. How long is each piece?',
      '一根绳子长 1.5 米，平均剪成 3 段，每段长多少？',
    ],
    { key: '0.5', unit: 'm' },
    [
      ['Equal pieces: which operation splits a length?', '平均剪成几段，用哪种运算？'],
      ['It may help to write 1.5 m in a smaller unit first.', '可以先把 1.5 米换成更小的单位。'],
      ['The 3 pieces together make the whole rope.', '3 段合起来就是整根绳子。'],
    ],
  ),
  sample(['What percent of 40 is 30?', '30 是 40 的百分之几？'], { key: '75', unit: '%' }, [
    ['Which number is the whole, and which the part?', '哪个数是整体，哪个数是部分？'],
    [
      'Write part over whole as a fraction, then turn it into hundredths.',
      '先写成“部分除以整体”的分数，再化成百分数。',
    ],
    ['Compare 30 with 40: simplify the fraction first.', '比较 30 和 40：先约分。'],
  ]),
  sample(['Solve x + 7 = 4.', '解方程 x + 7 = 4。'], { key: '-3' }, [
    ['Which side is larger without x? What does that say about x?', '不看 x，哪一边更大？这说明 x 怎样？'],
    ['Take the same number away from both sides.', '两边减去同一个数。'],
    ['Subtract 7 from both sides and mind the sign.', '两边减去 7，注意符号。'],
  ]),
]
