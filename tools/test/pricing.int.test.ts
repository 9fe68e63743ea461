// Prices and answers by the API, on real Postgres, Redis and onnxruntime: from sales to a price, from articles to a quotation or none.
import { getVersion } from '@guildhall/domain/model/get'
import { promoteVersion } from '@guildhall/domain/model/promote'
import { createTraining } from '@guildhall/domain/training/create'
import { simulateDemand } from '@guildhall/learn/retail/demand-simulation'
import { verticals } from '@guildhall/verticals/registry'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Lender, openLender } from './lender.ts'
import { gatesOf, send, train } from './training.ts'
import { openWorld } from './world.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
let shop: Lender

beforeAll(async () => {
  shop = await openLender(urls)
})
afterAll(() => shop.close())

const weeks = 104
const thinWeeks = 9
// Of two years and a half: the first two are sent at first.
const whole = simulateDemand({
  seed: 21,
  items: 24,
  categories: 2,
  periods: (item) => (item === 0 ? thinWeeks : weeks + 26),
})
const simulated = whole.map((item) => ({ ...item, sales: item.sales.slice(0, weeks) }))
const later = whole.map((item) => ({ ...item, sales: item.sales.slice(weeks) }))
const recordsOf = (from: typeof whole) =>
  from.flatMap((item) =>
    item.sales.map((sale) => ({
      item_id: sale.item,
      period: new Date(sale.day * 86_400_000).toISOString().slice(0, 10),
      price: sale.price.toFixed(2),
      units: sale.units,
      on_promotion: sale.promotion > 0,
    })),
  )
const sales = recordsOf(simulated)
const items = simulated.map(({ id, category }) => ({
  id,
  title: { en: `Thing ${id}`, 'zh-CN': `物品${id}` },
  category_path: [category],
  currency: 'EUR',
}))

async function post(collection: string, records: readonly object[]) {
  const body = records.map((record) => JSON.stringify(record)).join('\n')
  const answer = await shop.ask('POST', `/v1/collections/${collection}/records`, { type: 'application/x-ndjson', body })
  expect(answer.body).toMatchObject({ refused: 0 })
  return answer.body
}

type Advice = {
  status: string
  lacks: { what: string }[]
  curve: unknown[]
  elasticity: { value: number; interval_90: [number, number] } | null
  current: { units: number; from: string } | null
  advised_price: string | null
}

async function advice(input: object) {
  const run = await shop.oneRun(input, 'price-advice')
  expect(run).toMatchObject({ status: 'succeeded', result: { verification: { status: 'passed' } } })
  return { output: run.result.output as Advice, model: run.result.model }
}

test('before a model serves there is no figure; sales by the API, a training and its promotion give a price', async () => {
  const { actor } = shop.world
  const before = await advice({ item_id: 'item-1', current_price: '10.00' })
  expect(before).toMatchObject({ output: { status: 'thin', lacks: [{ what: 'sales' }], curve: [] }, model: null })
  await expect(createTraining.call(actor, { id: 'retail.price_advice' })).rejects.toMatchObject({
    code: 'input_invalid',
  })

  await post('items', items)
  expect(await post('sales', sales)).toMatchObject({ inserted: sales.length })
  expect(await post('sales', sales.slice(0, 50))).toMatchObject({ inserted: 0, updated: 0, unchanged: 50 })
  const training = await train(actor, 'retail.price_advice')
  const gates = await gatesOf(actor, training)
  for (const measure of ['wape_difference_naive', 'interval_coverage', 'negative_elasticity_share', 'graph_difference'])
    expect(gates.get(measure), measure).toMatchObject({ verdict: 'pass' })
  expect(gates.get('wape_difference_champion')).toMatchObject({ verdict: 'not_run' })
  const { card } = await getVersion.call(actor, { id: training.model, version: training.version })
  expect(card).toMatchObject({ family: 'demand', period: 'week', data: { items: 24, rows: sales.length } })
  await promoteVersion.call(actor, { id: training.model, version: training.version })

  let inside = 0
  for (const item of simulated.slice(1)) {
    const { output, model } = await advice({ item_id: item.id, for_date: '2023-01-09' })
    expect(model).toMatchObject({ version: training.version })
    expect(output.current).toMatchObject({ from: 'sales' })
    const [low, high] = output.elasticity?.interval_90 ?? [0, 0]
    if (item.elasticity >= low && item.elasticity <= high) inside++
  }
  expect(inside).toBeGreaterThanOrEqual(18)

  const { output } = await advice({ item_id: 'item-1', cost: '1.00', for_date: '2023-01-09' })
  expect(['change', 'keep']).toContain(output.status)
  expect(output.curve.length).toBeGreaterThan(5)
})

test('an item with nine weeks, and one that was never sold, get counts and no figures', async () => {
  const thin = await advice({ item_id: 'item-0' })
  expect(thin.output).toMatchObject({ status: 'thin', curve: [], elasticity: null, advised_price: null })
  expect(thin.output.lacks[0]).toEqual({ what: 'periods', have: thinWeeks, need: 20 })
  expect((await advice({ item_id: 'unheard-of', current_price: '3.00' })).output.lacks).toEqual([{ what: 'sales' }])
})

test('a next model is compared with the champion on sales that neither has seen, once there are any', async () => {
  const { actor } = shop.world
  const soon = await gatesOf(actor, await train(actor, 'retail.price_advice', { seed: 2 }))
  expect(soon.get('wape_difference_champion')).toMatchObject({ verdict: 'not_run' })
  await post('sales', recordsOf(later))
  const gates = await gatesOf(actor, await train(actor, 'retail.price_advice', { seed: 3 }))
  expect(gates.get('wape_difference_champion')).toMatchObject({ verdict: 'pass', figure: expect.any(Number) })
})

test('too few periods fail with their cure', async () => {
  const { actor } = await openWorld(urls)
  const few = Array.from({ length: 120 }, (_, at) => ({
    item_id: `i${at % 30}`,
    period: `2026-01-0${1 + Math.floor(at / 30)}`,
    price: '2',
    units: 5,
  }))
  await send(actor, 'sales', few)
  const failed = await train(actor, 'retail.price_advice')
  expect(failed).toMatchObject({
    status: 'failed',
    error: { code: 'input_invalid', detail: expect.stringContaining('4 different periods') },
  })
})

test('articles by the API: a question is answered with a quotation and its source; another is not covered', async () => {
  const ask = async (question: string) => {
    const run = await shop.oneRun({ question }, 'customer-answers')
    expect(run).toMatchObject({ status: 'succeeded', result: { model: null, verification: { status: 'passed' } } })
    return run.result.output
  }
  expect(await ask('When will I get my refund?')).toMatchObject({ status: 'not_covered', searched: { articles: 0 } })
  const samples = verticals.find((one) => one.slug === 'retail')?.starterRecords?.articles?.() ?? []
  await post('articles', samples as object[])
  const answered = await ask('When will I get my refund?')
  expect(answered).toMatchObject({
    status: 'answered',
    answers: expect.arrayContaining([
      expect.objectContaining({ article_id: 'refunds', url: 'https://shop.example/help/refunds' }),
    ]),
    searched: { articles: samples.length },
  })
  expect(answered.note.en.sections[0].sentences[1].text).toContain('We refund within 5 working days')
  expect(answered.note['zh-CN'].sections[0].sentences[1].text).toContain('5 个工作日内退款')
  expect(await ask('退款多久到账？')).toMatchObject({ status: 'answered', language: 'zh-CN' })
  const outside = await ask('Do you repair bicycles?')
  expect(outside).toMatchObject({ status: 'not_covered', answers: [] })
  expect(outside.note.en.sections[0].sentences[0].text).toBe('This answer is not covered by the articles.')
  expect(outside.retrieval).toEqual({ by: 'bm25', model: 'none' })
})
