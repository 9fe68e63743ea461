// The lines about the item, its demand and its data. Of thin data only counts are told.
import type { Fact, FactRef } from '../../../kit/facts.ts'
import type { Localized } from '../../../kit/localized.ts'
import { relate } from '../../../kit/relation.ts'
import { type Line, line } from '../../../kit/text.ts'
import type { CurvePoint, Lack } from './advise.ts'
import { elasticity90, money, type Noted } from './noted.ts'

const periodWords = {
  one: { day: { en: 'day', 'zh-CN': '一天' }, week: { en: 'week', 'zh-CN': '一周' } },
  many: { day: { en: 'days', 'zh-CN': '天' }, week: { en: 'weeks', 'zh-CN': '周' } },
}

/** The facts most lines need, recorded under one path each. */
export function factsFor({ book, question, answer, period }: Noted) {
  const record = (path: string, value: Fact['value'], rest: Omit<Fact, 'path' | 'value'>) =>
    book.record({ path, value, ...rest })
  const { currency } = question
  return {
    text: (path: string, value: string, label: Localized) => record(path, value, { unit: 'text', label }),
    count: (path: string, value: number) => record(path, Math.round(value), { unit: 'count' }),
    ratio: (path: string, value: number) => record(path, value, { unit: 'ratio' }),
    share: (path: string, value: number) => record(path, value, { unit: 'fraction' }),
    amount: (path: string, value: number) => record(path, money(value, currency), { unit: 'currency', currency }),
    date: (path: string, value: string) => record(path, value, { unit: 'date' }),
    item: () => record('item.title', question.item, { unit: 'text', label: question.title }),
    level: () => record('model.interval_level', 0.9, { unit: 'fraction' }),
    period: () => record('period.one', period, { unit: 'text', label: periodWords.one[period] }),
    periods: () => record('period.many', period, { unit: 'text', label: periodWords.many[period] }),
    until: () => record('seen.until', answer.lastDate, { unit: 'date' }),
  }
}

export function subjectLines(noted: Noted): Line[] {
  const facts = factsFor(noted)
  const { question, advice } = noted
  const head = line(
    { en: 'Item: {item}, for the {period} of {date}.', 'zh-CN': '商品：{item}，所问时段：{date}所在的{period}。' },
    { item: facts.item(), period: facts.period(), date: facts.date('request.date', question.date) },
  )
  if (advice.status !== 'thin') return [head]
  return [
    head,
    line({
      en: 'The sales on record are too thin for advice, so figures of demand are left out.',
      'zh-CN': '现有销售记录过少，故略去需求数字及定价建议。',
    }),
  ]
}

export function demandLines(noted: Noted): Line[] {
  const { advice, answer } = noted
  if (!advice.current) return []
  const facts = factsFor(noted)
  const [low, high] = elasticity90(answer)
  return [
    line(
      {
        en: 'Price elasticity of demand: {value} ({level} interval {low} to {high}).',
        'zh-CN': '需求的价格弹性：{value}（{level} 区间 {low} 至 {high}）。',
      },
      {
        value: facts.ratio('elasticity.value', answer.elasticity),
        level: facts.level(),
        low: facts.ratio('elasticity.low', low),
        high: facts.ratio('elasticity.high', high),
      },
    ),
    pointLine(noted, {
      point: advice.current,
      path: 'current',
      where: { en: 'At the current price of', 'zh-CN': '按现价' },
    }),
    line(
      {
        en: 'One {period} by itself sells {low} to {high} units with a chance of {level}.',
        'zh-CN': '单独{period}的销量以 {level} 的机会落在 {low} 至 {high} 件。',
      },
      {
        period: facts.period(),
        low: facts.count('current.period_low', advice.current.period90[0]),
        high: facts.count('current.period_high', advice.current.period90[1]),
        level: facts.level(),
      },
    ),
  ]
}

type Told = { point: CurvePoint; path: string; where: Localized }

export function pointLine(noted: Noted, { point, path, where }: Told): Line {
  const facts = factsFor(noted)
  return line(
    {
      en: `${where.en} {price}: {units} units expected in one {period} ({level} interval {low} to {high}), revenue {revenue}.`,
      'zh-CN': `${where['zh-CN']} {price}：{period}预计售出 {units} 件（{level} 区间 {low} 至 {high}），销售额 {revenue}。`,
    },
    {
      price: facts.amount(`${path}.price`, point.price),
      units: facts.count(`${path}.units`, point.units),
      period: facts.period(),
      level: facts.level(),
      low: facts.count(`${path}.units_low`, point.units90[0]),
      high: facts.count(`${path}.units_high`, point.units90[1]),
      revenue: facts.amount(`${path}.revenue`, point.revenue),
    },
  )
}

export function lackLines(noted: Noted): Line[] {
  const { advice, answer, question } = noted
  const facts = factsFor(noted)
  const lines = advice.lacks.map((lack) => lackLine(noted, lack))
  if (answer.periods === 0) return lines
  lines.push(
    line(
      {
        en: 'Periods read ({periods}): {count}, the last of {until}, all stores together; different prices: {prices}, from {low} to {high}.',
        'zh-CN': '已读取时段（{periods}）：{count}，截至 {until}，各门店合计；价格种数：{prices}，从 {low} 至 {high}。',
      },
      {
        count: facts.count('seen.periods', answer.periods),
        periods: facts.periods(),
        prices: facts.count('seen.prices', answer.prices),
        low: facts.amount('seen.low', answer.low),
        high: facts.amount('seen.high', answer.high),
        until: facts.until(),
      },
    ),
  )
  if (advice.current)
    lines.push(
      line(
        {
          en: 'The period asked about is taken as promoted: {promoted}. Causes beside price, season and promotion are outside this model.',
          'zh-CN': '所问时段按促销计算：{promoted}。价格、季节、促销以外的因素在本模型之外。',
        },
        { promoted: noted.book.record({ path: 'request.promoted', value: question.promotion > 0 }) },
      ),
    )
  return lines
}

const plain: Record<'sales' | 'price' | 'cost' | 'bounds' | 'range', Localized> = {
  sales: {
    en: 'Sales of this item are missing in the model that serves.',
    'zh-CN': '所用模型中缺少该商品的销售记录。',
  },
  price: {
    en: 'A current price is missing: send it, or sales with prices.',
    'zh-CN': '缺少现价：请提供现价或带价格的销售记录。',
  },
  cost: {
    en: 'The cost is missing, and the template asks for the best margin.',
    'zh-CN': '缺少成本，而模板要求毛利最大。',
  },
  bounds: { en: 'The floor over cost lies outside the bounds of the template.', 'zh-CN': '成本底价在模板范围之外。' },
  range: { en: 'The current price lies outside the prices seen.', 'zh-CN': '现价在已见价格范围之外。' },
}

function lackLine(noted: Noted, lack: Lack): Line {
  const facts = factsFor(noted)
  if (!('have' in lack)) return line(plain[lack.what])
  const path = `lacks.${lack.what}`
  const pair = (kind: 'count' | 'share' | 'ratio'): Record<'have' | 'need', FactRef> => ({
    have: facts[kind](`${path}.have`, lack.have),
    need: facts[kind](`${path}.need`, lack.need),
  })
  if (lack.what === 'elasticity') {
    const both = pair('ratio')
    const side = relate(noted.book, `${path}.side`, { kind: 'side', of: both.have, to: both.need })
    const text = {
      en: 'The interval of the elasticity ends at {have}, {side} {need}: whether a dearer item sells fewer units is open.',
      'zh-CN': '弹性区间的上端为 {have}，{side} {need}：涨价是否影响销量，尚待查明。',
    }
    return line(text, { ...both, ...(side ? { side } : {}) })
  }
  if (lack.what === 'periods') return line(countTexts.periods, { ...pair('count'), periods: facts.periods() })
  if (lack.what === 'prices') return line(countTexts.prices, pair('count'))
  if (lack.what === 'price_spread') return line(countTexts.price_spread, pair('share'))
  return line(countTexts.empty_share, pair('share'))
}

const countTexts = {
  periods: {
    en: 'Periods on record ({periods}): {have}; the template asks for {need}.',
    'zh-CN': '已有时段（{periods}）：{have}；模板要求 {need}。',
  },
  prices: {
    en: 'Different prices: {have}; the template asks for {need}.',
    'zh-CN': '价格种数：{have}；模板要求 {need}。',
  },
  price_spread: {
    en: 'Spread of the price: {have}; the template asks for {need}.',
    'zh-CN': '价格波动：{have}；模板要求 {need}。',
  },
  empty_share: {
    en: 'Periods with empty sales: {have}; the template allows {need}.',
    'zh-CN': '空销时段占比：{have}；模板允许 {need}。',
  },
}
