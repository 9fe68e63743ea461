// `./guildhall evaluate demand --csv F --item I --period P --price C --units U`: elasticities beside a plain regression, and held-out forecasts.
import { fitDemand } from '@guildhall/learn/retail/demand'
import { chooseLevels, dayOf, heldFigures, splitByDay } from '@guildhall/learn/retail/demand-choose'
import { demandData, type Sale } from '@guildhall/learn/retail/demand-data'
import { demandRows } from '@guildhall/learn/retail/demand-rows'
import { z } from 'zod'
import { costSince, readOptions, showProgress } from './arguments.ts'
import { readColumns } from './csv-columns.ts'
import { plainElasticity } from './demand-reference.ts'
import { evaluateSimulated } from './demand-simulated.ts'

export const demandUsage = `usage: ./guildhall evaluate demand --csv F --item I --period P --price C --units U
  --price C           a column, or one per item with {item} for its name, such as price{item}
  --period P          ISO 8601 dates, or numbers of weeks
  [--log-units U]     instead of --units: natural logarithms of the units
  [--store S] [--category G] [--promotion a,b]   a promotion is any of these columns above 0
       ./guildhall evaluate demand --simulate N [--seed 1]   N simulated items, whose elasticities are known`

const optional = z.string().optional()
const argumentsSchema = z.object({
  csv: z.string('--csv is missing'),
  item: z.string('--item is missing'),
  period: z.string('--period is missing'),
  price: z.string('--price is missing'),
  units: optional,
  'log-units': optional,
  store: optional,
  category: optional,
  promotion: z
    .string()
    .default('')
    .transform((names) => names.split(',').filter((name) => name !== '')),
})
type Arguments = z.infer<typeof argumentsSchema>

const msPerDay = 86_400_000
const z90 = 1.645

const simulationSchema = z.object({
  simulate: z.coerce.number().int().min(12).max(20_000),
  seed: z.coerce.number().int().min(0).default(1),
})

export async function evaluateDemandCsv(args: readonly string[]): Promise<object> {
  if (args.includes('--simulate')) return simulated(args)
  const wanted = readOptions(argumentsSchema, args)
  const startedAt = performance.now()
  const { sales, categoryOf } = await readSales(wanted)
  const data = demandData(sales, { categoryOf })
  showProgress(0.2, 'fitting')
  const fit = fitDemand(data)
  const bySale = new Map<string, Sale[]>()
  for (const sale of sales) bySale.set(sale.item, push(bySale.get(sale.item), sale))
  const items = data.items.map((item, at) => {
    showProgress(0.4 + (0.4 * at) / data.items.length, 'reference')
    const { theta, cov, rows } = fit.items[at] ?? { theta: new Float64Array(1), cov: new Float64Array(1), rows: 0 }
    const [value, sd] = [theta[0] ?? 0, Math.sqrt(cov[0] ?? 0)]
    return {
      item: item.id,
      rows,
      mean_price: meanOf((bySale.get(item.id) ?? []).map((sale) => sale.price)),
      elasticity: value,
      interval_90: [value - z90 * sd, value + z90 * sd],
      promotion: theta[1] ?? 0,
      reference: plainElasticity(bySale.get(item.id) ?? [], data.terms),
    }
  })
  const solved = items.flatMap((item) => (item.reference ? [{ ...item, reference: item.reference }] : []))
  return {
    vertical: 'demand',
    csv: wanted.csv,
    sales: sales.length,
    items,
    categories: fit.categories.map(({ name, items: count, mean }) => ({ name, items: count, elasticity: mean[0] })),
    spread: Math.sqrt(fit.spread[0] ?? 0),
    memory: fit.memory,
    negative: items.filter((item) => item.elasticity < 0).length / items.length,
    reference_negative: solved.filter((item) => item.reference.elasticity < 0).length / Math.max(solved.length, 1),
    same_sign:
      solved.filter((item) => item.elasticity < 0 === item.reference.elasticity < 0).length /
      Math.max(solved.length, 1),
    largest_ratio: solved.reduce(
      (most, item) => Math.max(most, ratioOf(item.elasticity, item.reference.elasticity)),
      1,
    ),
    forecast: forecastOf(sales, data),
    table: tableOf(items),
    ...costSince(startedAt),
  }
}

function simulated(args: readonly string[]): object {
  const startedAt = performance.now()
  const { simulate: items, seed } = readOptions(simulationSchema, args)
  return { ...evaluateSimulated({ items, seed }), ...costSince(startedAt) }
}

function push(into: Sale[] | undefined, sale: Sale): Sale[] {
  const list = into ?? []
  list.push(sale)
  return list
}

const ratioOf = (a: number, b: number) => Math.max(Math.abs(a / b), Math.abs(b / a))
const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / Math.max(values.length, 1)

/** Chosen on the 15 % of the time before the last 15 %, measured on those. */
function forecastOf(sales: readonly Sale[], data: ReturnType<typeof demandData>) {
  const from = dayOf(sales, 0.15)
  const levels = chooseLevels(splitByDay(sales, { from: dayOf(sales, 0.3), to: from, data }))
  const { train, held } = splitByDay(sales, { from, to: Number.POSITIVE_INFINITY, data })
  const rows = new Map(demandRows(train, fitDemand(train), levels).map((row) => [row.id, row]))
  const { wape, naiveWape, coverage90, periods } = heldFigures(rows, held)
  return { ...levels, periods, wape, naive_wape: naiveWape, coverage_90: coverage90 }
}

async function readSales(wanted: Arguments): Promise<{ sales: Sale[]; categoryOf: (item: string) => string }> {
  const { item, period, store, category, promotion } = wanted
  const units = wanted.units ?? wanted['log-units']
  if (!units || (wanted.units && wanted['log-units'])) throw new Error('name one of --units and --log-units')
  const perItem = wanted.price.includes('{item}')
  const ids = (await readColumns(wanted.csv, [item]))[item] ?? []
  const priceOf = (id: string) => (perItem ? wanted.price.replace('{item}', id) : wanted.price)
  const prices = [...new Set(perItem ? ids.map(priceOf) : [wanted.price])]
  const names = [period, units, ...prices, ...promotion, ...[store, category].filter((name) => name !== undefined)]
  const read = await readColumns(wanted.csv, [...new Set(names)])
  const cell = (name: string, row: number) => read[name]?.[row] ?? ''
  const categories = new Map(ids.map((id, row) => [id, category ? cell(category, row) : '']))
  const sales = ids.map((id, row): Sale => {
    const sold = Number(cell(units, row))
    return {
      item: id,
      store: store ? cell(store, row) : '',
      day: dayFrom(cell(period, row)),
      price: Number(cell(priceOf(id), row)),
      units: wanted.units ? sold : Math.exp(sold),
      promotion: promotion.some((name) => Number(cell(name, row)) > 0) ? 1 : 0,
    }
  })
  const unread = sales.findIndex((sale) => !Number.isFinite(sale.day + sale.price + sale.units))
  if (unread >= 0) throw new Error(`row ${unread + 2} has no period, price or units that can be read`)
  return { sales, categoryOf: (id) => categories.get(id) ?? '' }
}

/** A number is one of weeks; else ISO 8601. */
const dayFrom = (text: string) =>
  text !== '' && !Number.isNaN(Number(text)) ? 7 * Number(text) : Math.floor(Date.parse(text) / msPerDay)

type Row = {
  item: string
  rows: number
  elasticity: number
  interval_90: number[]
  reference: { elasticity: number; se: number } | null
}

function tableOf(items: readonly Row[]): string[] {
  const two = (value: number | undefined) => (value ?? Number.NaN).toFixed(2)
  return [
    '| item | rows | elasticity | 90 % interval | plain regression | its standard error |',
    '|---|---|---|---|---|---|',
    ...items.map(
      ({ item, rows, elasticity, interval_90: [low, high], reference }) =>
        `| ${item} | ${rows} | ${two(elasticity)} | ${two(low)} to ${two(high)} | ${two(reference?.elasticity)} | ${two(reference?.se)} |`,
    ),
  ]
}
