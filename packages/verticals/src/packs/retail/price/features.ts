// A request and the shop's records -> the question to the model: which item, at which prices, in which period. Candidate prices are made
// here, in whole cents and with the template's ending, so that the model answers for prices that can be charged.
import { minorDigits } from '../../../kit/currency.ts'
import type { FeatureArgs, RecordQuery, TenantRecord } from '../../../kit/vertical.ts'
import type { PriceContent, PriceInput } from './input.ts'
import { salesOf } from './sales.ts'

const gridSteps = 20
const readSales = 60
const msPerDay = 86_400_000
const daysOfYear = 365.25

export type PriceQuestion = {
  item: string
  title: { en: string; 'zh-CN': string }
  /** Null where neither the request nor the records have one. */
  current: number | null
  currentFrom: 'input' | 'sales' | 'item' | null
  cost: number | null
  currency: string
  /** Ascending, the current price among them; empty where that is not known. */
  prices: number[]
  /** 1 in a promotion; between, the share of stores that have one. */
  promotion: number
  date: string
} & Calendar

export type Calendar = {
  /** Of the year, 0 to 1, and of the week, 0 for Monday; as in `packages/learn/src/retail/demand-data.ts`, which the parity gate holds. */
  phase: number
  weekday: number
}

export function readsItem({ item_id: id }: PriceInput): Record<string, RecordQuery> {
  return {
    item: { collection: 'items', keys: [id], limit: 1 },
    sales: { collection: 'sales', subject: salesOf(id), limit: readSales },
  }
}

export function priceQuestion({ input, content, records, asOf }: FeatureArgs<PriceInput, PriceContent>): PriceQuestion {
  const item = records.item?.[0]?.body ?? {}
  const currency = input.currency ?? textOf(item.currency) ?? content.currency
  const { current, currentFrom } = currentPrice(input, { item, sales: records.sales ?? [] })
  const cost = numberOf(input.cost) ?? numberOf(item.cost) ?? numberOf(Object(item.attributes).cost)
  const date = input.for_date ?? asOf.slice(0, 10)
  return {
    item: input.item_id,
    title: titleOf(item.title, input.item_id),
    current,
    currentFrom,
    cost,
    currency,
    prices: current === null ? [] : candidatePrices(current, { content, digits: minorDigits(currency) }),
    promotion: input.on_promotion ? 1 : 0,
    date,
    ...calendarOf(date),
  }
}

/** Where an ISO 8601 date lies in its year and week. */
export function calendarOf(date: string): Calendar {
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / msPerDay)
  return { phase: (day % daysOfYear) / daysOfYear, weekday: (day + 3) % 7 }
}

type Known = { item: Record<string, unknown>; sales: readonly TenantRecord[] }

/** Of the last period with sales the mean over stores. */
function currentPrice(input: PriceInput, { item, sales }: Known): Pick<PriceQuestion, 'current' | 'currentFrom'> {
  const given = numberOf(input.current_price)
  if (given !== null && given > 0) return { current: given, currentFrom: 'input' }
  const period = sales[0]?.body.period
  const last = sales.filter((sale) => sale.body.period === period).flatMap((sale) => numberOf(sale.body.price) ?? [])
  const mean = last.reduce((sum, price) => sum + price, 0) / last.length
  if (mean > 0) return { current: mean, currentFrom: 'sales' }
  const listed = numberOf(item.price)
  return listed !== null && listed > 0 ? { current: listed, currentFrom: 'item' } : { current: null, currentFrom: null }
}

/** Equal steps of the log price over the template's largest change, both ways. */
function candidatePrices(current: number, { content, digits }: { content: PriceContent; digits: number }): number[] {
  const [low, high] = [current * (1 - content.max_change), current * (1 + content.max_change)]
  const isInBounds = (price: number) => price >= low - 1e-9 && price <= high + 1e-9 && price > 0
  const steps = Array.from({ length: 2 * gridSteps + 1 }, (_, at) => low * (high / low) ** (at / (2 * gridSteps)))
  const shown = steps.map((price) => (content.ending === null ? price : ended(price, content.ending)))
  const rounded = shown.map((price) => Number(price.toFixed(digits))).filter(isInBounds)
  return [...new Set([...rounded, current])].sort((a, b) => a - b)
}

/** The nearest price with this ending. */
function ended(price: number, ending: string): number {
  const cents = Number(`0${ending}`)
  return Math.max(0, Math.round(price - cents)) + cents
}

function titleOf(title: unknown, id: string): PriceQuestion['title'] {
  const [en, zh] =
    typeof title === 'string' ? [title, title] : [textOf(Object(title).en), textOf(Object(title)['zh-CN'])]
  return { en: en ?? zh ?? id, 'zh-CN': zh ?? en ?? id }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function numberOf(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const number = value === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : null
}
