// The demand graph in onnxruntime, asked as a run asks it, against the trainer's own arithmetic: log units, their variance and what was seen.
import { demandCard } from '@guildhall/contracts/model-card'
import { fitDemand } from '@guildhall/learn/retail/demand'
import { demandData, type Sale } from '@guildhall/learn/retail/demand-data'
import { writeDemand } from '@guildhall/learn/retail/demand-onnx'
import { demandRows, forecast, termsOf } from '@guildhall/learn/retail/demand-rows'
import { simulateDemand } from '@guildhall/learn/retail/demand-simulation'
import { priceExample } from '@guildhall/verticals/packs/retail/price/example'
import { calendarOf, type PriceQuestion } from '@guildhall/verticals/packs/retail/price/features'
import { demandModel } from '@guildhall/verticals/packs/retail/price/model'
import { expect, test } from 'vitest'
import { openSessionPool } from './session-pool.ts'

const weekly = simulateDemand({ seed: 31, items: 12, categories: 3, periods: (item) => (item === 0 ? 8 : 104) })
const weeklySales = weekly.flatMap((item) => item.sales)
/** The same sales as if each were of the next day. */
const dailySales = weekly.flatMap((item) => item.sales.map((sale, at): Sale => ({ ...sale, day: 19_000 + at })))

function questionOf(
  item: string,
  { price, day, promotion }: { price: number[]; day: number; promotion: number },
): PriceQuestion {
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
  const title = { en: item, 'zh-CN': item }
  const head = { item, title, current: price[0] ?? null, currentFrom: 'input', cost: null, currency: 'EUR' } as const
  return { ...head, prices: price, promotion, date, ...calendarOf(date) }
}

test.each([
  ['weeks with a season', weeklySales, 2, false],
  ['days of the week', dailySales, 0, true],
])('%s', async (_, sales, harmonics, isDaily) => {
  const data = demandData(sales, { categoryOf: (item) => item.slice(0, 6) })
  expect(data.terms).toEqual({ harmonics, isDaily })
  const rows = demandRows(data, fitDemand(data), { halfLife: 13, noiseScale: 1.2 })
  const { card: example } = priceExample
  if (!example) throw new Error('the example has no card')
  const card = { ...demandCard(example), items: rows.map((row) => row.id) }
  const days = [19_000, 19_003, 19_100, 19_365]
  const questions = rows.flatMap(({ id, facts }, at) => {
    const prices = [facts.low, facts.last, facts.high].slice(0, 1 + (at % 3))
    return days.map((day) => questionOf(id, { price: prices, day, promotion: at % 2 }))
  })
  const unknown = questionOf('never sold', { price: [4], day: 19_000, promotion: 0 })
  const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
  const source = { sha256: `demand-${harmonics}`, bytes: async () => writeDemand(rows, data.terms) }
  const outputs = await pool.infer(source, demandModel.encode([...questions, unknown], card))
  await pool.close()
  const answers = demandModel.decode(outputs, questions.length + 1, card, [...questions, unknown])
  for (const [at, question] of questions.entries()) {
    const [row, answer] = [rows.find((one) => one.id === question.item), answers[at]]
    if (!row || !answer) throw new Error('an item lost its row')
    expect(answer.points.map((point) => point.price)).toEqual(question.prices)
    for (const { price, mean, variance } of answer.points) {
      const day = Math.floor(Date.parse(question.date) / 86_400_000)
      const own = forecast(row, termsOf(data, { day, price, promotion: question.promotion }))
      expect(mean).toBeCloseTo(own.mean, 4)
      expect(variance).toBeCloseTo(own.variance, 4)
    }
    expect(answer).toMatchObject({ periods: row.facts.periods, prices: row.facts.prices })
    expect(answer.elasticity).toBeCloseTo(row.theta[0] ?? Number.NaN, 5)
    expect(answer.elasticitySd).toBeCloseTo(Math.sqrt(row.cov[0] ?? 0), 5)
    expect(answer.noise).toBeCloseTo(row.noise, 5)
    expect(Date.parse(answer.lastDate ?? '') / 86_400_000).toBe(row.facts.lastDay)
  }
  expect(answers.at(-1)).toMatchObject({ periods: 0, points: [] })
})
