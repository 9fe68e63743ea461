// Answers that cannot be graded, each with what to do, in both languages. A refusal is no attempt: it says nothing of what the learner knows.
import type { Localized } from '../../../kit/localized.ts'

export type Refusal = { code: RefusalCode; message: Localized }
export type RefusalCode = keyof typeof refusals

const refusals = {
  empty: { en: 'There is no answer yet. Write your answer, then send it.', 'zh-CN': '还没有作答。请写下答案再提交。' },
  too_long: {
    en: 'This is longer than an answer can be. Write the answer alone, without the working.',
    'zh-CN': '内容超过了答案的长度上限。请只写答案，不写过程。',
  },
  not_a_number: {
    en: 'This could not be read as a number. Write a single number, as a decimal, a fraction or a percentage.',
    'zh-CN': '无法读成一个数。请只写一个数，可以是小数、分数或百分数。',
  },
  not_worked_out: {
    en: 'This is still a calculation. Work it out and write a single number.',
    'zh-CN': '这还是一个算式。请算出结果，只写一个数。',
  },
  too_large: {
    en: 'This number has too many digits or too large an exponent. Check it and write it shorter.',
    'zh-CN': '这个数的位数太多或指数太大。请检查后写得短一些。',
  },
  division_by_zero: {
    en: 'This divides by zero, which has no value. Check the denominator.',
    'zh-CN': '这里除以了零，没有意义。请检查分母。',
  },
  unknown_sign: {
    en: 'A sign in this answer is not known here. Use digits, letters, brackets and the signs for calculating.',
    'zh-CN': '答案里有不认识的符号。请使用数字、字母、括号和运算符号。',
  },
  unknown_word: {
    en: 'A word in this answer is not known here. Write variables as single letters.',
    'zh-CN': '答案里有不认识的单词。变量请用单个字母。',
  },
  unbalanced: {
    en: 'The brackets do not match. Close every bracket that you open.',
    'zh-CN': '括号不配对。每个左括号都要有右括号。',
  },
  too_deep: {
    en: 'There are too many brackets within brackets. Write it more simply.',
    'zh-CN': '括号套得太多。请写得简单一些。',
  },
  too_many_signs: {
    en: 'This expression has too many parts. Simplify it, then send it.',
    'zh-CN': '这个式子的部分太多。请先化简再提交。',
  },
  exponent: {
    en: 'An exponent is too large or stands on another exponent. Write the power out or simplify it.',
    'zh-CN': '指数太大，或者指数上又有指数。请展开或化简。',
  },
  not_an_expression: {
    en: 'This could not be read as an expression. Check that every sign has a number or letter on both sides.',
    'zh-CN': '无法读成一个式子。请检查每个运算符号两边是否都有数或字母。',
  },
  unknown_choice: {
    en: 'This is none of the choices. Write the letter of your choice.',
    'zh-CN': '选项中没有这个。请写出所选选项的字母。',
  },
  several_choices: {
    en: 'This names more than one choice. Write the letter of a single one.',
    'zh-CN': '这里写了不止一个选项。请只写一个选项的字母。',
  },
  exercise_faulty: {
    en: 'This exercise cannot be graded: its answer key cannot be read. Tell your teacher.',
    'zh-CN': '这道题暂时无法批改：答案无法读取。请告诉老师。',
  },
} as const satisfies Record<string, Localized>

export function refusal(code: RefusalCode): Refusal {
  return { code, message: refusals[code] }
}

/** For results that may be a refusal: every reader of answers gives either what it read or why it could not. */
export function isRefusal(value: object): value is Refusal {
  return 'code' in value && 'message' in value
}
