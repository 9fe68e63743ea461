// What an answer of partial credit lacks, in both languages. A remark speaks of the form only and never shows the value.
import type { Localized } from '../../../kit/localized.ts'

export type RemarkCode = keyof typeof remarks
export type Remark = { code: RemarkCode; message: Localized }

const remarks = {
  unreduced: {
    en: 'The value is right, but the fraction or ratio can be simplified.',
    'zh-CN': '数值正确，但还可以约分或化简。',
  },
  form: {
    en: 'The value is right, but the question asks for another form.',
    'zh-CN': '数值正确，但题目要求另一种形式。',
  },
  unit_missing: { en: 'The number is right, but its unit or sign is missing.', 'zh-CN': '数正确，但缺少单位或符号。' },
  unit_wrong: { en: 'The number fits, but the unit does not.', 'zh-CN': '数正确，但单位不对。' },
  rounded: { en: 'This is rounded; the question asks for the exact value.', 'zh-CN': '这是近似值，题目要求准确值。' },
  restated: {
    en: 'This repeats the question. Carry out what it asks for.',
    'zh-CN': '这只是重复了题目。请按题目的要求做下去。',
  },
  unsimplified: { en: 'This is equal, but it can be simplified.', 'zh-CN': '两式相等，但还可以化简。' },
  incomplete: {
    en: 'There is more than this: one part of the answer is missing.',
    'zh-CN': '答案还不完整，缺少一部分。',
  },
  spelling: { en: 'The word is meant rightly, but check its spelling.', 'zh-CN': '意思对了，请检查写法。' },
} as const satisfies Record<string, Localized>

export function remarkOf(code: RemarkCode | null): Remark | null {
  return code === null ? null : { code, message: remarks[code] }
}
