// The template's fields as a merchant reads them, for differences of versions.
import type { ContentWords } from '../../../kit/document-diff.ts'
import { hints, values } from '../content-hints.ts'

export const priceWords: ContentWords = {
  hints,
  values,
  titles: {
    objective: { en: 'What to make largest', 'zh-CN': '目标' },
    max_change: { en: 'Largest step from the current price', 'zh-CN': '最大调价幅度' },
    min_over_cost: { en: 'Floor over cost', 'zh-CN': '成本之上的最低加价' },
    ending: { en: 'Price ending', 'zh-CN': '价格尾数' },
    max_extrapolation: { en: 'How far beyond the prices seen', 'zh-CN': '超出已见价格的幅度' },
    min_confidence: { en: 'Chance from which a change is advised', 'zh-CN': '建议调价所需机会' },
    min_periods: { en: 'Least periods', 'zh-CN': '最少时段数' },
    min_prices: { en: 'Least different prices', 'zh-CN': '最少价格种数' },
    min_price_spread: { en: 'Least spread of the price', 'zh-CN': '最小价格波动' },
    max_empty_share: { en: 'Most periods with empty sales', 'zh-CN': '空销时段上限' },
    currency: { en: 'Currency', 'zh-CN': '货币' },
  },
  groups: {
    objective: 'rules',
    ending: 'rules',
    currency: 'rules',
    max_change: 'thresholds',
    min_over_cost: 'thresholds',
    max_extrapolation: 'thresholds',
    min_confidence: 'thresholds',
    min_periods: 'thresholds',
    min_prices: 'thresholds',
    min_price_spread: 'thresholds',
    max_empty_share: 'thresholds',
  },
}
