// Credit history: the figures of the credit report, one line each.
import type { Localized } from '../../kit/localized.ts'
import { type Line, line } from '../../kit/text.ts'
import type { BureauFigure, NoteFacts } from './note-facts.ts'

const wordings: Record<BureauFigure, Localized> = {
  score: { en: 'Score of the credit bureau: {value}.', 'zh-CN': '征信评分：{value}。' },
  utilization: { en: 'Share of revolving limits in use: {value}.', 'zh-CN': '循环额度使用率：{value}。' },
  inquiries_12m: {
    en: 'Inquiries in the last {inquiryWindow}: {value}.',
    'zh-CN': '近 {inquiryWindow}内查询次数：{value}。',
  },
  open_trades: { en: 'Open credit accounts: {value}.', 'zh-CN': '未结清信贷账户数：{value}。' },
  oldest_trade_months: { en: 'Age of the oldest account: {value}.', 'zh-CN': '最早账户开立时长：{value}。' },
}

/** Only what the credit report was said to hold; a figure that was not given is not worded. */
export function historyLines({ bureau, delinquencies, window, inquiryWindow }: NoteFacts): Line[] {
  const given = bureau.map(({ name, value }) => line(wordings[name], { value, inquiryWindow }))
  if (delinquencies.fact.value === null) {
    const text = { en: 'No credit report figures were given on late payments.', 'zh-CN': '未提供逾期方面的征信数据。' }
    return [line(text), ...given]
  }
  const text = {
    en: 'Payments more than a month late in the last {window}: {delinquencies}.',
    'zh-CN': '近 {window}内逾期超过一个月的次数：{delinquencies}。',
  }
  return [line(text, { delinquencies, window }), ...given]
}
