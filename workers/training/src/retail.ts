// Trains a tenant's recommender on its own events and items: settings by an inner time split, gates by an outer one, then all of it.
import { join } from 'node:path'
import { quantiseRows } from '@guildhall/learn/quantise'
import { popularityOf } from '@guildhall/learn/retail/baselines'
import { addColdItems, wordsOf } from '@guildhall/learn/retail/content'
import { asBinary, columnSums, type Interactions, interactionsOf, userRows } from '@guildhall/learn/retail/interactions'
import type { LinearModel } from '@guildhall/learn/retail/linear'
import { type OrderFigures, orderFigures } from '@guildhall/learn/retail/orders'
import { choosePopularity } from '@guildhall/learn/retail/popular-half-life'
import { leaveLastOut, type SplitPair, timeSplit } from '@guildhall/learn/retail/protocols'
import {
  chooseSettings,
  fitRecommender,
  type Recommender,
  type Settings,
  type TrainContext,
} from '@guildhall/learn/retail/recommender'
import { writeRecommender } from '@guildhall/learn/retail/recommender-onnx'
import { rhythmsOf } from '@guildhall/learn/retail/rhythm'
import { orderGapMinutes } from '@guildhall/verticals/packs/retail/popularity'
import { z } from 'zod'
import type { TrainerContext, TrainerResult } from './messages.ts'
import { dataFault } from './messages.ts'
import { openMultiply } from './multiply.ts'
import { openReading, type Reading, readNdjson } from './records.ts'
import { recommenderCard } from './retail-card.ts'
import { judgeRecommender } from './retail-judge.ts'

const msPerDay = 86_400_000
const minutesPerDay = 1440
/** Fewer orders with both are chance; the template's own floor is at least this. */
const leastPairOrders = 2
const leastItems = 2
const leastUsers = 10
/** A graph of this size is stored in seconds and loaded at once; larger catalogues get factors, or a smaller precision. */
const maxStoredBytes = 100_000_000
const cellBytes = { fp32: 4, fp16: 2, int8: 1 } as const
/** From this share of events that repeat an item, repeats are what the shop lives on. */
const repeatShare = 0.1

const eventSchema = z.object({ user_ref: z.string(), item_id: z.string(), type: z.string(), ts: z.string() })
const title = z.union([z.string(), z.record(z.string(), z.string().optional())]).optional()
const itemSchema = z.object({
  id: z.string(),
  title,
  category_path: z.array(z.string()).default([]),
  brand: z.string().nullish(),
  attributes: z.record(z.string(), z.unknown()).default({}),
})
type Item = z.output<typeof itemSchema>

export async function trainRetail(context: TrainerContext): Promise<TrainerResult> {
  const { job, say } = context
  const reading = openReading()
  const { events, purchases, documents, paths } = await eventsOf(context, reading)
  const hasRepeats = repeatsOf(events) >= repeatShare
  say(
    0.1,
    'choosing',
    hasRepeats
      ? 'shoppers buy again: own counts are part of the score'
      : 'items are new to a shopper: seen ones are left out',
  )
  const { inner, outer } = splitOf(events, hasRepeats)
  const training: TrainContext = {
    multiply: await openMultiply(),
    seed: job.options.seed,
    // Factors are stored in full.
    maxCells: maxStoredBytes / (events.users.length < events.items.length ? 4 : cellBytes[job.options.precision]),
    onProgress: (fraction, doing) => say(0.1 + 0.35 * fraction, 'choosing', `trying ${doing}`),
  }
  const settings = await chooseSettings(inner, training)
  say(0.45, 'fitting', `chosen: ${describe(settings)}`)
  const { judged, final, entered } = await fitBoth({ training, settings, events, outer, documents, say })
  const orders = orderFigures(purchases, { gap: orderGapMinutes / minutesPerDay, floor: leastPairOrders })
  const full: Recommender = { ...final, shelf: { orders, rhythms: rhythmsOf(purchases) } }
  const stored = storedAs(full, job.options.precision)
  const popularityHalfLife = choosePopularity(inner)
  say(0.81, 'fitting', ordersText(orders, popularityHalfLife))
  const popularity = popularityOf(events, popularityHalfLife)
  const sha256 = context.keep(
    writeRecommender(stored, popularity, final.linear.kind === 'dense' ? job.options.precision : 'fp32'),
  )
  const card = recommenderCard({
    context,
    events,
    settings,
    popularityHalfLife,
    final,
    orders,
    paths,
    coldItems: entered,
    sha256,
    dataSha256: reading.digest.digest('hex'),
  })
  const { gates, metrics } = await judgeRecommender(context, {
    split: outer,
    judged,
    served: stored,
    full,
    events,
    popularity,
    card,
    multiply: training.multiply,
  })
  say(0.97, 'gates', `${gates.filter((gate) => gate.verdict === 'fail').length} of ${gates.length} gates fail`)
  return { card: { ...card, metrics }, gates, curves: {} }
}

type Fitting = {
  training: TrainContext
  settings: Settings
  events: Interactions
  outer: SplitPair['outer']
  documents: readonly string[][]
  say: TrainerContext['say']
}

/** Without the held-out window to be judged, with it to serve; new items enter the second by what they read like. */
async function fitBoth({ training, settings, events, outer, documents, say }: Fitting) {
  const judged = await fitRecommender(
    outer.train,
    settings,
    quiet(training, (fraction) => say(0.45 + 0.15 * fraction, 'fitting')),
  )
  const final = await fitRecommender(
    events,
    settings,
    quiet(training, (fraction) => say(0.6 + 0.2 * fraction, 'fitting')),
  )
  const entered =
    final.linear.kind === 'dense'
      ? addColdItems(final.linear.weights, events.items.length, {
          documents,
          users: columnSums(asBinary(userRows(events))),
        })
      : 0
  say(0.8, 'fitting', `${events.items.length} items, ${entered} of them new and placed by what they read like`)
  return { judged, final, entered }
}

const quiet = (training: TrainContext, onProgress: (fraction: number) => void): TrainContext => ({
  ...training,
  onProgress,
})

function describe({ ridge, ownWeight, halfLife, transition }: Settings): string {
  const parts = [`ridge ${ridge}`]
  if (ownWeight > 0)
    parts.push(`own counts ${ownWeight}${halfLife === null ? '' : `, half-life ${Math.round(halfLife)} days`}`)
  if (transition) parts.push(`transitions ${transition.weight}`)
  return parts.join('; ')
}

function ordersText({ count, both }: OrderFigures, halfLife: number | null): string {
  const pairs = both.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0)
  const fades = halfLife === null ? 'does not fade' : `halves in ${Math.round(halfLife)} days`
  return `${count} orders, ${pairs} partners kept; popularity ${fades}`
}

/** Views are left out where there is something stronger: looking is not wanting. Times are in days. */
async function eventsOf({ dir, say }: TrainerContext, reading: Reading) {
  const events = await readNdjson(join(dir, 'events.ndjson'), eventSchema, reading)
  const items = await readNdjson(join(dir, 'items.ndjson'), itemSchema, reading)
  const strong = events.rows.filter((event) => event.type !== 'view')
  const used = strong.length >= events.rows.length / 10 ? strong : events.rows
  if (used.length < events.rows.length) say(0.06, 'reading', `${events.rows.length - used.length} views are left out`)
  const found = interactionsOf({
    ...columnsOf(used),
    catalogue: items.rows.map((item) => item.id),
  })
  if (found.items.length < leastItems || found.users.length < leastUsers)
    throw dataFault(
      `The events name ${found.users.length} shoppers and ${found.items.length} items. Training takes ${leastUsers} and ${leastItems} or more`,
    )
  const byId = new Map(items.rows.map((item) => [item.id, item]))
  const bought = events.rows.filter((event) => event.type === 'purchase')
  return {
    events: found,
    purchases: interactionsOf({ ...columnsOf(bought), catalogue: found.items }),
    documents: found.items.map((id) => wordsOfItem(byId.get(id))),
    paths: found.items.map((id) => byId.get(id)?.category_path ?? []),
  }
}

function columnsOf(events: readonly z.output<typeof eventSchema>[]) {
  return {
    user: events.map((event) => event.user_ref),
    item: events.map((event) => event.item_id),
    time: events.map((event) => Date.parse(event.ts) / msPerDay),
  }
}

function wordsOfItem(item: Item | undefined): string[] {
  if (!item) return []
  const titles = typeof item.title === 'string' ? [item.title] : Object.values(item.title ?? {})
  const attributes = Object.entries(item.attributes).map(([name, value]) => `${name}${String(value)}`)
  return wordsOf([...titles, ...item.category_path, item.brand ?? '', ...attributes].join(' '))
}

function repeatsOf(events: Interactions): number {
  return 1 - userRows(events).columns.length / Math.max(events.user.length, 1)
}

/** By time where that leaves somebody to test; else the last event of everybody. Throws a data fault when nobody has two items. */
function splitOf(events: Interactions, repeats: boolean): SplitPair {
  const sorted = events.time.slice().sort()
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  const byTime = timeSplit({ from: events, repeats, validFrom: at(0.7), testFrom: at(0.85), minHistory: 1 })
  const pair = isUsable(byTime) ? byTime : leaveLastOut({ from: events, repeats })
  if (isUsable(pair)) return pair
  throw dataFault('Nobody has enough events to test on. Send events of shoppers who came back, with their times')
}

const leastTested = 20
const isUsable = ({ inner, outer }: SplitPair) =>
  inner.tested.length >= leastTested && outer.tested.length >= leastTested

function storedAs(model: Recommender, precision: 'fp32' | 'fp16' | 'int8'): Recommender {
  const rounded = (part: LinearModel): LinearModel =>
    part.kind === 'dense' ? { ...part, weights: quantiseRows(part.weights, part.items, precision) } : part
  return { ...model, linear: rounded(model.linear), transition: model.transition && rounded(model.transition) }
}
