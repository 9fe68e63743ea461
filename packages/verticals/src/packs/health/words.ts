// The names of the template's content as people read them, where a change is shown.
import type { ContentWords } from '../../kit/document-diff.ts'
import { hints, values } from './content-hints.ts'

export const contentWords: ContentWords = {
  hints,
  values,
  titles: {
    moderate_from: { en: 'Moderate from', 'zh-CN': '中等级起点' },
    high_from: { en: 'High from', 'zh-CN': '高等级起点' },
    decided_on: { en: 'Figure that decides', 'zh-CN': '判定依据' },
    most_missing: { en: 'Missing measurements allowed', 'zh-CN': '允许缺失的测量值数' },
    on_outside: { en: 'Measurement outside of the data', 'zh-CN': '测量值超出数据范围时' },
    max_reasons: { en: 'Reasons in the note', 'zh-CN': '说明中的原因数' },
    actions: { en: 'What people are asked to do', 'zh-CN': '对人员的建议' },
    disclaimers: { en: 'Your own disclaimers', 'zh-CN': '自定义声明' },
    high: { en: 'High', 'zh-CN': '高' },
    moderate: { en: 'Moderate', 'zh-CN': '中' },
    low: { en: 'Low', 'zh-CN': '低' },
    undetermined: { en: 'Undetermined', 'zh-CN': '无法判定' },
  },
  groups: {
    moderate_from: 'thresholds',
    high_from: 'thresholds',
    decided_on: 'rules',
    most_missing: 'rules',
    on_outside: 'rules',
    actions: 'wording',
    disclaimers: 'wording',
  },
}
