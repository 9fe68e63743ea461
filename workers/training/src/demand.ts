// Trains a tenant's demand model on its own sales: levels and noise by an inner part of the time, gates by the last part, then all of it.
import { join } from 'node:path'
import type { DemandCard } from '@guildhall/contracts/model-card'
import { type DemandFit, fitDemand } from '@guildhall/learn/retail/demand'
import { chooseLevels, dayOf, splitByDay } from '@guildhall/learn/retail/demand-choose'
import { type DemandData, demandData, type Sale } from '@guildhall/learn/retail/demand-data'
import { writeDemand } from '@guildhall/learn/retail/demand-onnx'
import { type DemandRow, demandRows, type LevelSettings } from '@guildhall/learn/retail/demand-rows'
import { z } from 'zod'
import { judgeDemand } from './demand-judge.ts'
import { dataFault, type TrainerContext, type TrainerResult } from './messages.ts'
import { openReading, type Reading, readNdjson } from './records.ts'

const msPerDay = 86_400_000
const leastPeriods = 12
const leastHeld = 20
const tested = 0.15
const innerTested = 0.3

const saleSchema = z.object({
  item_id: z.string(),
  period: z.string(),
  price: z.coerce.number().positive(),
  units: z.number().min(0),
  on_promotion: z.boolean().default(false),
  store: z.string().nullish(),
})
const itemSchema = z.object({ id: z.string(), category_path: z.array(z.string()).default([]) })

export async function trainDemand(context: TrainerContext): Promise<TrainerResult> {
  const { say } = context
  const reading = openReading()
  const { sales, categoryOf } = await salesOf(context, reading)
  const data = demandData(sales, { categoryOf })
  say(
    0.1,
    'choosing',
    `${data.items.length} items in ${data.categories.length} categories, ${data.periodDays === 7 ? 'weeks' : 'days'}`,
  )
  const [innerFrom, from] = [dayOf(sales, innerTested), dayOf(sales, tested)]
  const levels = chooseLevels(splitByDay(sales, { from: innerFrom, to: from, data }))
  const outer = splitByDay(sales, { from, to: Number.POSITIVE_INFINITY, data })
  if (outer.held.length < leastHeld)
    throw dataFault(
      `The last ${tested * 100} % of the time has ${outer.held.length} periods of items that were sold before. Training takes ${leastHeld}: send a longer history`,
    )
  say(0.35, 'fitting', `levels forget half in ${levels.halfLife ?? 'no'} periods`)
  const judged = demandRows(outer.train, fitDemand(outer.train), levels)
  const fit = fitDemand(data)
  const rows = demandRows(data, fit, levels)
  say(0.75, 'fitting', `elasticities differ by ${Math.sqrt(fit.spread[0] ?? 0).toFixed(2)} within a category`)
  const sha256 = context.keep(writeDemand(rows, data.terms))
  const card = cardOf(context, { data, fit, rows, levels, sales, sha256, dataSha256: reading.digest.digest('hex') })
  const { gates, metrics } = await judgeDemand(context, { sales, data, levels, held: outer.held, judged, rows, card })
  say(0.97, 'gates', `${gates.filter((gate) => gate.verdict === 'fail').length} of ${gates.length} gates fail`)
  return { card: { ...card, metrics }, gates, curves: {} }
}

async function salesOf({ dir }: TrainerContext, reading: Reading) {
  const found = await readNdjson(join(dir, 'sales.ndjson'), saleSchema, reading)
  const items = await readNdjson(join(dir, 'items.ndjson'), itemSchema, reading)
  const categories = new Map(items.rows.map((item) => [item.id, item.category_path[0] ?? '']))
  const sales = found.rows.map(
    (sale): Sale => ({
      item: sale.item_id,
      store: sale.store ?? '',
      day: Math.floor(Date.parse(sale.period) / msPerDay),
      price: sale.price,
      units: sale.units,
      promotion: sale.on_promotion ? 1 : 0,
    }),
  )
  const periods = new Set(sales.map((sale) => sale.day)).size
  if (periods < leastPeriods)
    throw dataFault(
      `The sales are of ${periods} different periods. Training takes ${leastPeriods}: send a longer history, one record per item and period`,
    )
  return { sales, categoryOf: (item: string) => categories.get(item) ?? '' }
}

type CardSource = {
  data: DemandData
  fit: DemandFit
  rows: readonly DemandRow[]
  levels: LevelSettings
  sales: readonly Sale[]
  sha256: string
  dataSha256: string
}

function cardOf({ job, startedAt }: TrainerContext, from: CardSource): DemandCard {
  const { data, fit, rows, levels, sales } = from
  const [first, last] = sales.reduce(
    ([low, high], { day }) => [Math.min(low, day), Math.max(high, day)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  return {
    name: 'demand',
    vertical: 'retail',
    task: 'price_advice',
    family: 'demand',
    seed: job.options.seed,
    onnx_sha256: from.sha256,
    precision: 'fp32',
    libraries: { node: process.versions.node, onnxruntime: '1.30.0' },
    trained_s: Math.round((performance.now() - startedAt) / 100) / 10,
    data: {
      source: 'The tenant’s collections sales and items',
      licence: 'The tenant’s own',
      rows: sales.length,
      items: data.items.length,
      sha256: from.dataSha256,
      window: { from: new Date(first * msPerDay).toISOString(), to: new Date(last * msPerDay).toISOString() },
    },
    period: data.periodDays === 7 ? 'week' : 'day',
    items: rows.map((row) => row.id),
    settings: {
      harmonics: data.terms.harmonics,
      half_life: levels.halfLife,
      noise_scale: levels.noiseScale,
      memory: fit.memory,
    },
    categories: fit.categories.map(({ name, items, mean }) => ({ name, items, elasticity: mean[0] ?? 0 })),
    elasticity_spread: Math.sqrt(fit.spread[0] ?? 0),
    metrics: { held_out_periods: 0, wape: 0, naive_wape: 0, coverage_90: 0 },
  }
}
