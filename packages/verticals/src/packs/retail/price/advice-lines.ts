// The lines about the price itself: what is advised, what it moves, how sure that is, and which bound decides.
import type { Localized } from '../../../kit/localized.ts'
import { relate } from '../../../kit/relation.ts'
import { type Line, line } from '../../../kit/text.ts'
import type { Candidate, CurvePoint } from './advise.ts'
import { factsFor, pointLine } from './demand-lines.ts'
import type { Noted } from './noted.ts'

const objectives: Record<'margin' | 'revenue', Localized> = {
  margin: { en: 'margin', 'zh-CN': '毛利' },
  revenue: { en: 'revenue', 'zh-CN': '销售额' },
}
const bounds: Record<NonNullable<Candidate['bound']>, Localized> = {
  max_change: { en: 'the largest change of the price', 'zh-CN': '最大调价幅度' },
  cost_floor: { en: 'the floor over cost', 'zh-CN': '成本底价' },
  prices_seen: { en: 'the prices seen so far', 'zh-CN': '已见价格范围' },
}

export function adviceLines(noted: Noted): Line[] {
  const { advice } = noted
  const { current, best, status } = advice
  if (status === 'thin' || !current) return []
  if (status === 'undecided' || !best)
    return [
      line({
        en: 'A price is left open: see the data section.',
        'zh-CN': '价格建议暂缺：见数据部分。',
      }),
    ]
  const moved = { best, current }
  return status === 'change' ? changeLines(noted, moved) : keepLines(noted, moved)
}

type Moved = { best: Candidate; current: CurvePoint }

function changeLines(noted: Noted, { best, current }: Moved): Line[] {
  const facts = factsFor(noted)
  const lines = [
    line(
      {
        en: 'Advised price: {price}, a change of {change} from {current}.',
        'zh-CN': '建议价格：{price}，变动 {change}，现价 {current}。',
      },
      {
        price: facts.amount('advice.price', best.price),
        change: facts.share('advice.change', best.price / current.price - 1),
        current: facts.amount('current.price', current.price),
      },
    ),
    pointLine(noted, { point: best, path: 'advice', where: { en: 'At the price of', 'zh-CN': '按价格' } }),
    ...objectiveLines(noted, { best, current }),
    confidenceLine(noted, best),
  ]
  if (best.bound) lines.push(boundLine(noted, best.bound))
  if (best.isBeyondSeen) lines.push(beyondLine(noted, best))
  return lines
}

function objectiveLines(noted: Noted, { best, current }: Moved): Line[] {
  const facts = factsFor(noted)
  const { objective } = noted.advice
  const gain = (point: CurvePoint) => (objective === 'margin' ? (point.margin ?? 0) : point.revenue)
  const from = facts.amount(`current.${objective}`, gain(current))
  const to = facts.amount(`advice.${objective}`, gain(best))
  const moves = relate(noted.book, `advice.${objective}_moves`, { kind: 'change', of: from, to })
  if (!moves) return []
  const text = {
    en: 'Expected {objective} in one {period} {moves} from {from} to {to}.',
    'zh-CN': '预计{objective}（{period}）{moves}：从 {from} 到 {to}。',
  }
  return [line(text, { objective: objectiveFact(noted), period: facts.period(), moves, from, to })]
}

const objectiveFact = (noted: Noted) =>
  factsFor(noted).text('advice.objective', noted.advice.objective, objectives[noted.advice.objective])

function confidenceLine(noted: Noted, best: Candidate): Line {
  const facts = factsFor(noted)
  return line(
    {
      en: 'Chance that the {objective} gains by it: {confidence}; the template asks for {need}.',
      'zh-CN': '{objective}因此获益的机会：{confidence}；模板要求 {need}。',
    },
    {
      objective: objectiveFact(noted),
      confidence: facts.share('advice.confidence', best.confidence),
      need: facts.share('template.min_confidence', noted.content.min_confidence),
    },
  )
}

function boundLine(noted: Noted, bound: NonNullable<Candidate['bound']>): Line {
  return line(
    { en: 'What holds the price there: {bound}.', 'zh-CN': '限制该价格的是：{bound}。' },
    { bound: factsFor(noted).text('advice.bound', bound, bounds[bound]) },
  )
}

/** Named, because the curve was drawn further than anything was sold at. */
function beyondLine(noted: Noted, best: Candidate): Line {
  const facts = factsFor(noted)
  const { answer } = noted
  const isDear = best.price > answer.high
  const price = facts.amount('advice.price', best.price)
  const edge = isDear ? facts.amount('seen.high', answer.high) : facts.amount('seen.low', answer.low)
  const side = relate(noted.book, 'advice.side', { kind: 'side', of: price, to: edge })
  const text = {
    en: 'Extrapolated: {price} is {side} {edge}, the outermost price seen.',
    'zh-CN': '外推：{price} {side}已见的最外价格 {edge}。',
  }
  return line(text, { price, edge, ...(side ? { side } : {}) })
}

function keepLines(noted: Noted, { best, current }: Moved): Line[] {
  const facts = factsFor(noted)
  const keep = line(
    { en: 'Advice: keep the current price of {price}.', 'zh-CN': '建议：维持现价 {price}。' },
    { price: facts.amount('current.price', current.price) },
  )
  if (best.price === current.price) return [keep]
  const tried = line(
    { en: 'The best candidate is {price}.', 'zh-CN': '最佳候选价为 {price}。' },
    { price: facts.amount('advice.price', best.price) },
  )
  return [keep, tried, confidenceLine(noted, best)]
}
