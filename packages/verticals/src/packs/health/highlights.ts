// What the page of a result draws first: the level, the estimate, and every factor as a bar.
import type { Highlights } from '../../kit/highlight.ts'
import { levelLabels } from './labels.ts'

export const triageHighlights: Highlights = {
  figures: [
    {
      path: 'triage.level',
      label: { en: 'Triage level', 'zh-CN': '分诊等级' },
      levels: {
        high: { label: levelLabels.high, tone: 'bad' },
        moderate: { label: levelLabels.moderate, tone: 'warn' },
        low: { label: levelLabels.low, tone: 'good' },
        undetermined: { label: levelLabels.undetermined, tone: 'warn' },
      },
    },
    { path: 'score.probability', label: { en: 'Probability of malignancy', 'zh-CN': '恶性概率' }, unit: 'fraction' },
    { path: 'score.interval_90', label: { en: 'Interval (90%)', 'zh-CN': '区间（90%）' }, unit: 'fraction' },
    {
      path: 'triage.thresholds.moderate_from',
      label: { en: 'Moderate from', 'zh-CN': '中等级起点' },
      unit: 'fraction',
    },
    { path: 'triage.thresholds.high_from', label: { en: 'High from', 'zh-CN': '高等级起点' }, unit: 'fraction' },
  ],
  bars: {
    path: 'factors',
    title: { en: 'What moved the estimate, in log odds', 'zh-CN': '影响估计的因素（对数几率）' },
    label: 'text',
    value: 'log_odds',
    unit: 'ratio',
    isMoreWorse: true,
  },
}
