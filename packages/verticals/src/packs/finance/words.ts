// The content of a risk note's template as people read it in differences of versions, and what its results are held to and compared by.

import type { ContentWords } from '../../kit/document-diff.ts'
import { valueAt } from '../../kit/golden.ts'
import { hints, values } from './content-hints.ts'

export const contentWords: ContentWords = {
  hints,
  values,
  titles: {
    approve: { en: 'Approve', 'zh-CN': '批准' },
    refer: { en: 'Refer', 'zh-CN': '转人工' },
    decline: { en: 'Decline', 'zh-CN': '拒绝' },
    pdo: { en: 'Points that double the odds', 'zh-CN': '使优势翻倍的分数' },
    base_points: { en: 'Base points', 'zh-CN': '基准分' },
    base_odds: { en: 'Base odds', 'zh-CN': '基准优势' },
    lgd: { en: 'Loss given default', 'zh-CN': '违约损失率' },
    income_change: { en: 'Change of income', 'zh-CN': '收入变动' },
    rate_change: { en: 'Change of rate', 'zh-CN': '利率变动' },
    value_change: { en: 'Change of value', 'zh-CN': '价值变动' },
    is_offered: { en: 'Offered', 'zh-CN': '是否提供' },
    largest_cut: { en: 'Largest cut of the amount', 'zh-CN': '金额最大削减' },
    longest_term_months: { en: 'Longest term in months', 'zh-CN': '最长期限（月）' },
  },
  groups: {
    scale: 'thresholds',
    bands: 'thresholds',
    lgd: 'thresholds',
    stress: 'thresholds',
    recourse: 'thresholds',
    reference: 'thresholds',
    products: 'rules',
  },
}

export function decisionOf(output: Record<string, unknown>): string | null {
  const action = valueAt(output, 'recommendation.action')
  return typeof action === 'string' ? action : null
}

/** Figures of the contract and the decision; the score is the champion's to change. */
export const goldenPaths = [
  'recommendation.action',
  'recommendation.decided_by',
  'affordability.payment_monthly',
  'affordability.dti_after',
  'affordability.ltv',
]
