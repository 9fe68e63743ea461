// Advice -> facts, a note in both languages and the output. Every figure of the note is a fact; where the data is thin there are only counts.
import type { DemandCard } from '@guildhall/contracts/model-card'
import type { Composed } from '../../../kit/composed.ts'
import { openFactBook } from '../../../kit/facts.ts'
import { renderNote, type Section } from '../../../kit/text.ts'
import type { ComposeArgs } from '../../../kit/vertical.ts'
import { adviceLines } from './advice-lines.ts'
import { advise, type CurvePoint } from './advise.ts'
import { demandLines, lackLines, subjectLines } from './demand-lines.ts'
import type { PriceQuestion } from './features.ts'
import type { PriceContent, PriceInput } from './input.ts'
import type { DemandAnswer } from './model.ts'
import { elasticity90, money, type Noted } from './noted.ts'

type Args = ComposeArgs<PriceInput, PriceContent, DemandCard | null, PriceQuestion, DemandAnswer>

export function composePriceAdvice({ features, prediction, content, card, languages }: Args): Composed {
  const advice = advise({ question: features, answer: prediction, content })
  const period = card?.period ?? 'week'
  const noted: Noted = { book: openFactBook(), advice, question: features, answer: prediction, content, period }
  const sections: Section[] = [
    { id: 'summary', title: { en: 'Summary', 'zh-CN': '摘要' }, lines: subjectLines(noted) },
    { id: 'advice', title: { en: 'Price', 'zh-CN': '定价' }, lines: adviceLines(noted) },
    { id: 'demand', title: { en: 'Demand', 'zh-CN': '需求' }, lines: demandLines(noted) },
    { id: 'data', title: { en: 'Data', 'zh-CN': '数据' }, lines: lackLines(noted) },
  ]
  return {
    output: outputOf(noted),
    facts: noted.book.facts(),
    text: Object.fromEntries(languages.map((language) => [language, renderNote(sections, language)])),
  }
}

function outputOf({ advice, question, answer, period }: Noted): Record<string, unknown> {
  const { status, objective, lacks, curve, current, best, floor } = advice
  const point = (one: CurvePoint) => pointOf(one, question.currency)
  const isThin = status === 'thin'
  return {
    item_id: question.item,
    status,
    objective,
    lacks,
    currency: question.currency,
    period,
    for_date: question.date,
    on_promotion: question.promotion > 0,
    cost: question.cost === null ? null : money(question.cost, question.currency),
    floor: floor === null ? null : money(floor, question.currency),
    current: current ? { ...point(current), from: question.currentFrom } : null,
    advised_price: status === 'change' && best ? money(best.price, question.currency) : null,
    best: best ? { ...point(best), confidence: best.confidence, bound: best.bound } : null,
    elasticity: isThin ? null : { value: answer.elasticity, interval_90: elasticity90(answer) },
    seen: {
      periods: answer.periods,
      prices: answer.prices,
      low: answer.periods > 0 ? money(answer.low, question.currency) : null,
      high: answer.periods > 0 ? money(answer.high, question.currency) : null,
      until: answer.lastDate,
    },
    curve: curve.map(point),
  }
}

function pointOf(
  { price, units, units90, period90, revenue, revenue90, margin, isBeyondSeen }: CurvePoint,
  currency: string,
) {
  return {
    price: money(price, currency),
    units,
    units_interval_90: units90,
    period_interval_90: period90,
    revenue: money(revenue, currency),
    revenue_interval_90: revenue90.map((one) => money(one, currency)),
    margin: margin === null ? null : money(margin, currency),
    beyond_seen: isBeyondSeen,
  }
}
