// Exercises whose answer is a word: written one by one, because a term cannot be drawn from a seed. Right in either language.
import type { Exercise } from '../grading/exercise.ts'
import { both } from './family.ts'

type Term = Pick<Exercise, 'stem' | 'answer_key' | 'accepts' | 'misconceptions'> & {
  id: string
  skill: string
  difficulty: number
  hints: readonly [Exercise['stem'], Exercise['stem'], Exercise['stem']]
}

const mixedUp = (id: string, words: string, label: Exercise['stem']) => ({ id, pattern: `text ${words}`, label })
const took = (en: string, zh: string) => both(`Took it for ${en}`, `误认为是${zh}`)

export const termExercises: readonly Term[] = [
  {
    id: 'word-denominator-01',
    skill: 'frac-meaning',
    difficulty: -1.5,
    stem: both('What is the number below the bar of a fraction called?', '分数中，分数线下面的数叫什么？'),
    answer_key: 'denominator',
    accepts: ['the denominator', '分母'],
    hints: [
      both('What does the number below the bar tell you about the whole?', '分数线下面的数说明整体怎样？'),
      both(
        'It names the size of the parts. Which term means to give a name?',
        '它表示平均分成多少份，整体由它“生”出各份。',
      ),
      both('It stands below, and its counterpart above is the numerator.', '它在下面，上面的那个叫分子。'),
    ],
    misconceptions: [mixedUp('took-numerator', 'numerator ;; text 分子', took('the numerator', '分子'))],
  },
  {
    id: 'word-numerator-01',
    skill: 'frac-meaning',
    difficulty: -1.5,
    stem: both('What is the number above the bar of a fraction called?', '分数中，分数线上面的数叫什么？'),
    answer_key: 'numerator',
    accepts: ['the numerator', '分子'],
    hints: [
      both('What does the number above the bar count?', '分数线上面的数数的是什么？'),
      both(
        'It tells the number of parts. Its name is close to that word.',
        '它表示取了多少份，像是从整体中“生”出来的。',
      ),
      both('It stands above, and its counterpart below is the denominator.', '它在上面，下面的那个叫分母。'),
    ],
    misconceptions: [mixedUp('took-denominator', 'denominator ;; text 分母', took('the denominator', '分母'))],
  },
  {
    id: 'word-reciprocal-01',
    skill: 'frac-divide',
    difficulty: 0.2,
    stem: both(
      'A fraction is turned over, so that its numerator and denominator change places. What is the result called?',
      '把分数的分子与分母交换位置，得到的数叫原来那个数的什么？',
    ),
    answer_key: 'reciprocal',
    accepts: ['the reciprocal', 'multiplicative inverse', '倒数'],
    hints: [
      both('Where do you need the turned fraction?', '什么时候要用到颠倒后的分数？'),
      both('You multiply by it instead of dividing by the fraction.', '除以分数时，就改为乘它。'),
      both('The word begins with the same letter as ratio, and means giving back.', '它的名称里有表示“颠倒”的字。'),
    ],
    misconceptions: [mixedUp('took-opposite', 'opposite ;; text 相反数', took('the opposite number', '相反数'))],
  },
  {
    id: 'word-proportion-01',
    skill: 'ratio-rate',
    difficulty: 0.4,
    stem: both('What is a statement called that says that ratios are equal?', '表示比相等的式子叫什么？'),
    answer_key: 'proportion',
    accepts: ['a proportion', '比例', '比例式'],
    hints: [
      both('What remains the same when you scale a recipe?', '按食谱增加份数时，什么保持不变？'),
      both(
        'Think of the adjective that describes quantities that grow at the same rate.',
        '想想同时扩大相同倍数的量，叫成什么的量。',
      ),
      both('The word has to do with portions of equal share.', '它与“比”有关，比多出了“举例”的那个字。'),
    ],
    misconceptions: [mixedUp('took-ratio', 'ratio ;; text 比', took('a ratio', '比'))],
  },
  {
    id: 'word-percent-01',
    skill: 'percent-convert',
    difficulty: -0.9,
    stem: both('Which word stands for hundredths, as its sign % does?', '符号 % 叫什么？'),
    answer_key: 'percent',
    accepts: ['per cent', 'percentage', '百分号'],
    hints: [
      both('Where have you seen this sign in a shop?', '在商店里哪里见过这个符号？'),
      both('It tells what counts as the whole when shares are compared.', '它用来比较占整体的多少。'),
      both(
        'The word is built from a Latin phrase for each of a large round number.',
        '它的名称说明分母是哪个整数，再加“号”字。',
      ),
    ],
    misconceptions: [mixedUp('took-permille', 'permille ;; text 千分号', took('thousandths', '千分号'))],
  },
  {
    id: 'word-coefficient-01',
    skill: 'expr-simplify',
    difficulty: 0.3,
    stem: both(
      'In a term such as 5x, what is the number before the letter called?',
      '在 5x 这样的项里，字母前面的数叫什么？',
    ),
    answer_key: 'coefficient',
    accepts: ['the coefficient', '系数'],
    hints: [
      both('What does the number do to the letter behind it?', '这个数对后面的字母起什么作用？'),
      both(
        'It multiplies the letter; terms are joined by adding these numbers.',
        '它与字母相乘；合并同类项时，相加的就是这些数。',
      ),
      both(
        'The word begins like cooperate: it acts together with the letter.',
        '它的名称的后面那个字是“数”，前面的字表示“联系”。',
      ),
    ],
    misconceptions: [
      mixedUp('took-exponent', 'exponent ;; text power ;; text 指数', took('an exponent', '指数')),
      mixedUp('took-constant', 'constant ;; text 常数', took('a constant', '常数')),
    ],
  },
  {
    id: 'word-solution-01',
    skill: 'eq-one-step',
    difficulty: -0.6,
    stem: both('What is a value of x called that makes an equation true?', '使方程左右相等的 x 的值，叫方程的什么？'),
    answer_key: 'solution',
    accepts: ['a solution', 'the solution', 'root', '解', '方程的解', '根'],
    hints: [
      both('What are you looking for when you work on an equation?', '面对方程，你要找的是什么？'),
      both(
        'It is what the work on an equation leads to, and it can be checked by putting it in.',
        '它是求方程得到的结果，可以代入检验。',
      ),
      both(
        'The noun belongs to the verb that stands before an equation in most tasks.',
        '题目常写“□方程”，方框里的字就是它。',
      ),
    ],
    misconceptions: [
      mixedUp('took-variable', 'variable ;; text unknown ;; text 未知数', took('the unknown', '未知数')),
    ],
  },
  {
    id: 'word-inverse-01',
    skill: 'eq-two-step',
    difficulty: 0.1,
    stem: both(
      'Subtraction undoes addition. What is an operation called that undoes another?',
      '减法能还原加法。能还原另外运算的运算叫什么运算？',
    ),
    answer_key: 'inverse',
    accepts: ['inverse operation', 'the inverse operation', 'opposite operation', '逆运算'],
    hints: [
      both('Which operations belong together in pairs?', '哪些运算是成对的？'),
      both('You use such operations to free x.', '解方程时，就用这样的运算让 x 单独留下。'),
      both('The word also describes something turned the other way round.', '它的名称里有表示“反着走”的字。'),
    ],
    misconceptions: [mixedUp('took-reciprocal', 'reciprocal ;; text 倒数', took('the reciprocal', '倒数'))],
  },
]
