// What pupils believe when they go wrong, each with the name a teacher would give it. Exercises say which wrong answer each one leads to.
import type { Localized } from '../../../kit/localized.ts'

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

export const misconceptionLabels = {
  'part-for-rest': both(
    'Named the part that was taken instead of what is left',
    '写成了已取走的部分，而不是剩下的部分',
  ),
  'part-to-part': both(
    'Compared a part with the other part instead of with the whole',
    '把部分与另外的部分相比，没有与整体相比',
  ),
  'wholes-lost': both('Lost the whole number beside the fraction', '漏掉了分数旁边的整数部分'),
  'wholes-added': both('Added the whole number instead of turning it into parts', '直接加上整数，没有把整数化成份数'),
  'added-same': both('Added the same number above and below', '分子、分母加上了相同的数'),
  'factor-only': both('Gave the multiplier instead of the new number', '写成了所乘的倍数，而不是新的数'),
  'one-side-only': both('Changed only the numerator or only the denominator', '只改变了分子或分母'),
  'turned-over': both('Turned the fraction upside down', '把分子和分母颠倒了'),
  'larger-denominator': both('Took larger figures for a larger fraction', '认为数字大，分数就大'),
  'added-across': both('Worked on numerators and denominators separately', '把分子与分子、分母与分母分别相加或相减'),
  'kept-denominator': both(
    'Joined the numerators though the parts differ in size',
    '每份大小不同，却直接把分子相加或相减',
  ),
  'multiplied-instead': both('Multiplied although another operation was needed', '该用其他运算，却用了乘法'),
  'added-instead': both('Added instead of subtracting', '把减法算成了加法'),
  'denominator-lost': both('Left out the denominator', '漏写了分母'),
  'numerator-ignored': both('Used only the denominator of the fraction', '只用了分数的分母，忽略了分子'),
  'part-only': both('Found the size of a single part and stopped', '求出每份是多少就停下了'),
  'wrong-term': both('Divided by the numerator instead of the denominator', '除以了分子，而不是分母'),
  'cross-multiplied': both('Multiplied crosswise', '交叉相乘了'),
  'turned-wrong': both('Turned over the dividend instead of the divisor', '颠倒了被除数，而不是除数'),
  'not-turned': both('Multiplied without turning the divisor over', '没有把除数颠倒就相乘'),
  'ratio-reversed': both('Wrote the ratio in the opposite order', '把比的前后顺序写反了'),
  'ratio-added': both('Kept the difference instead of the ratio', '保持了差不变，而不是比不变'),
  'total-by-term': both(
    'Divided the total by a term of the ratio instead of by all parts',
    '用总数除以比的某项，没有除以总份数',
  ),
  'other-share': both('Gave the share that was not asked for', '求成了另外那份'),
  'equal-shares': both('Shared equally, whatever the ratio says', '没有按比分配，而是平均分了'),
  'gap-as-total': both('Took the difference for the total', '把差当成了总数'),
  'turned-rate': both('Divided the wrong way round', '除法的前后顺序弄反了'),
  'more-is-dearer': both('Looked at the price alone, not at the price of each unit', '只看总价，没有看单价'),
  'percent-as-amount': both('Took the percentage for an amount', '把百分数当成了具体数量'),
  'divided-by-percent': both('Divided by the number of percent', '除以了百分号前面的数'),
  'wrong-base': both('Took the percentage of the wrong base', '把百分率乘在了错误的基准量上'),
  'change-only': both('Gave the change instead of the new amount', '只求出变化量，没有求变化后的量'),
  'taken-not-left': both('Gave the part that was used instead of what is left', '求成了用去的部分，而不是剩下的部分'),
  'place-value': both('Moved the decimal point by the wrong number of places', '小数点移动的位数不对'),
  'place-value-far': both('Moved the decimal point too far', '小数点移得太远'),
  'change-not-taken': both('Compared the new amount instead of the change', '用变化后的量去比，没有用变化量'),
  'difference-only': both('Gave the difference instead of a percentage', '写成了差，没有求百分率'),
  'denominator-as-percent': both('Read the denominator or numerator as the percentage', '把分母或分子直接当成百分数'),
  'unlike-terms': both('Joined terms with x and numbers without x', '把含 x 的项与常数项合并了'),
  'first-term-only': both('Multiplied only the first term in the brackets', '只乘了括号里的首项'),
  'sign-error': both('Lost or changed a sign', '符号出错'),
  'left-to-right': both('Worked from left to right, past the brackets', '没有先处理括号，从左往右算了'),
  'roles-swapped': both('Swapped the fixed amount and the amount per unit', '把固定量和每份的量弄反了'),
  'same-operation': both('Repeated the operation instead of undoing it', '没有用逆运算，而是重复了原来的运算'),
  'added-instead-of-multiplied': both('Added the divisor instead of multiplying by it', '用加法去掉除数，而没有用乘法'),
  'subtracted-factor': both('Subtracted the factor instead of dividing by it', '用减法去掉系数，而没有用除法'),
  'not-divided': both('Stopped before dividing by the number before x', '没有再除以 x 的系数就停下了'),
  'divided-first': both('Divided only a part of the side before moving the number', '还没移项就只除了部分的项'),
  'added-x-terms': both(
    'Added the x terms instead of bringing them to the same side',
    '含 x 的项没有移项，而是直接相加',
  ),
  'moved-unchanged': both('Moved a number across without changing its sign', '移项时没有变号'),
} satisfies Record<string, Localized>

export type MisconceptionId = keyof typeof misconceptionLabels
