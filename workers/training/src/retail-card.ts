// The card of a recommender: what it was made of, and what a worker needs to feed its graph. Bounded: paths of categories are shared by items.
import type { ItemCard } from '@guildhall/contracts/model-card'
import type { Interactions } from '@guildhall/learn/retail/interactions'
import type { OrderFigures } from '@guildhall/learn/retail/orders'
import type { Recommender, Settings } from '@guildhall/learn/retail/recommender'
import { orderGapMinutes } from '@guildhall/verticals/packs/retail/popularity'
import type { TrainerContext } from './messages.ts'

/** More paths than this are cut to their first level: the card is read with every model. */
const maxPaths = 2000
const msPerDay = 86_400_000

type CardSource = {
  context: TrainerContext
  events: Interactions
  settings: Settings
  popularityHalfLife: number | null
  final: Recommender
  orders: OrderFigures
  /** By item number. */
  paths: readonly (readonly string[])[]
  coldItems: number
  sha256: string
  dataSha256: string
}

export function recommenderCard(source: CardSource): ItemCard {
  const { context, events, settings, final, orders, sha256, dataSha256 } = source
  const { job, startedAt } = context
  const sorted = events.time.slice().sort()
  const day = (time: number | undefined) => new Date((time ?? 0) * msPerDay).toISOString()
  return {
    name: 'recommender',
    vertical: 'retail',
    task: 'recommend',
    family: 'item-linear',
    form: final.linear.kind,
    seed: job.options.seed,
    onnx_sha256: sha256,
    precision: final.linear.kind === 'dense' ? job.options.precision : 'fp32',
    libraries: { node: process.versions.node, onnxruntime: '1.30.0' },
    trained_s: Math.round((performance.now() - startedAt) / 100) / 10,
    data: {
      source: 'The tenant’s collections events and items',
      licence: 'The tenant’s own',
      rows: events.user.length,
      users: events.users.length,
      sha256: dataSha256,
      window: { from: day(sorted[0]), to: day(sorted.at(-1)) },
    },
    items: events.items,
    settings: {
      ridge: settings.ridge,
      half_life_days: settings.halfLife,
      own_weight: settings.ownWeight,
      transition: final.transition ? settings.transition : null,
      popularity_half_life_days: source.popularityHalfLife,
    },
    orders: { count: orders.count, partners: orders.partners, gap_minutes: orderGapMinutes },
    categories: categoriesOf(source.paths),
    cold_items: source.coldItems,
    metrics: [],
  }
}

function categoriesOf(paths: readonly (readonly string[])[]): NonNullable<ItemCard['categories']> {
  const distinct = new Set(paths.map((path) => JSON.stringify(path)))
  const levels = distinct.size > maxPaths ? 1 : Number.POSITIVE_INFINITY
  const numbers = new Map<string, number>()
  const kept: string[][] = []
  const of = paths.map((path) => {
    const own = path.slice(0, levels)
    if (own.length === 0) return -1
    const key = JSON.stringify(own)
    const known = numbers.get(key) ?? kept.push([...own]) - 1
    numbers.set(key, known)
    return known
  })
  return { paths: kept, of }
}
