// The hints of the triage note's template in Chinese, by their English, and what its options and decisions are called.
import type { Localized } from '../../kit/localized.ts'

export const hints: Readonly<Record<string, string>> = {
  'Probability from which the level is moderate': '达到此概率则为中等级',
  'Probability from which the level is high': '达到此概率则为高等级',
  'upper: the upper end of the interval decides, so that doubt raises the level':
    'upper：由区间上限判定，存疑时等级更高',
  'With more measurements missing, no level is given': '缺失的测量值更多时不给出等级',
  'A measurement outside of the range of the data: no level, or only a remark':
    '测量值超出数据范围：不给出等级，或仅作说明',
  'What people are asked to do; stands in the note as it is written here': '对人员的建议；按此处文字写入说明',
  'Your own, after those of the product, which always stand': '您自己的声明，排在产品固有声明之后',
}

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

export const values: Readonly<Record<string, Localized>> = {
  upper: both('upper end of the interval', '区间上限'),
  probability: both('the probability itself', '概率本身'),
  undetermined: both('undetermined', '无法判定'),
  note: both('a remark only', '仅作说明'),
  low: both('low', '低'),
  moderate: both('moderate', '中'),
  high: both('high', '高'),
}
