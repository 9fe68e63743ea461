// Judges a recommender: held-out lists against the champion's or popularity's, and the graph that would serve against the trainer's own
// arithmetic, through the pack's own encoding.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gate } from '@guildhall/contracts/gate'
import { type ItemCard, itemCard } from '@guildhall/contracts/model-card'
import { retailGates } from '@guildhall/learn/gates/retail'
import type { Multiply } from '@guildhall/learn/multiply'
import { popularityOf } from '@guildhall/learn/retail/baselines'
import { type Interactions, pickRows, userRows } from '@guildhall/learn/retail/interactions'
import { influence } from '@guildhall/learn/retail/linear'
import type { Split } from '@guildhall/learn/retail/protocols'
import { addFigures, meanOf, noFigures, type RankFigures, topOf } from '@guildhall/learn/retail/ranking'
import { type Recommender, recommend } from '@guildhall/learn/retail/recommender'
import { writeRecommender } from '@guildhall/learn/retail/recommender-onnx'
import { noHistory, type ShopperHistory } from '@guildhall/verticals/packs/retail/features'
import { recommenderModel } from '@guildhall/verticals/packs/retail/model'
import type { Recommendation } from '@guildhall/verticals/packs/retail/recommendation'
import type { TrainerContext } from './messages.ts'
import { type Graph, openGraph } from './session.ts'

const maxJudged = 3000
const batchRows = 64
const parityShoppers = 100
const shown = 10

type Judging = {
  split: Split
  /** Fitted without the held-out window; `served` and `full` with it, as stored and before rounding. */
  judged: Recommender
  served: Recommender
  full: Recommender
  events: Interactions
  popularity: Float32Array
  card: ItemCard
  multiply: Multiply
}

type Lists = { figures: RankFigures; lists: Int32Array[] }

export async function judgeRecommender(
  { dir, job, say }: TrainerContext,
  judging: Judging,
): Promise<{ gates: Gate[]; metrics: ItemCard['metrics'] }> {
  const split = { ...judging.split, ...firstOf(judging.split) }
  const own = await ownLists(split, judging)
  const popular = popularLists(split, judging)
  say(
    0.88,
    'gates',
    `NDCG@10 ${meanOf(own.figures.ndcg10).toFixed(4)} on ${split.tested.length} held-out shoppers, popularity ${meanOf(popular.figures.ndcg10).toFixed(4)}`,
  )
  const champion = job.champion
    ? await graphLists(split, { ...judging, path: join(dir, 'champion.onnx'), card: itemCard(job.champion) })
    : null
  const rival = champion ?? popular
  const served = await openGraph(readFileSync(join(dir, 'model.onnx')))
  const isVariant = judging.card.precision !== 'fp32'
  const gates = retailGates({
    ndcg: own.figures.ndcg10,
    rival: rival.figures.ndcg10,
    rivalName: champion ? 'champion' : 'popularity',
    lists: own.lists,
    rivalLists: rival.lists,
    items: judging.events.items.length,
    head: headOf(judging.popularity),
    graphGap: await graphGap(served, split, judging),
    variant: isVariant ? await variantLists(served, split, judging) : null,
    seed: job.options.seed,
  })
  const metrics = [metricsOf('recommender', own, judging), metricsOf('popularity', popular, judging)]
  return { gates, metrics: champion ? [...metrics, metricsOf('champion', champion, judging)] : metrics }
}

function metricsOf(family: string, { figures }: Lists, { events }: Judging): ItemCard['metrics'][number] {
  return {
    family,
    recall_at_10: meanOf(figures.recall10),
    ndcg_at_10: meanOf(figures.ndcg10),
    ndcg_at_100: meanOf(figures.ndcg100),
    coverage_at_10: figures.shown.size / events.items.length,
  }
}

function firstOf({ tested, targets }: Split): Pick<Split, 'tested' | 'targets'> {
  if (tested.length <= maxJudged) return { tested, targets }
  const step = tested.length / maxJudged
  const rows = Int32Array.from({ length: maxJudged }, (_, at) => Math.floor(at * step))
  return { tested: rows.map((row) => tested[row] ?? 0), targets: pickRows(targets, rows) }
}

function collect(
  to: Lists,
  split: Split,
  { from, count, scores }: { from: number; count: number; scores: Float32Array },
): void {
  const rows = Int32Array.from({ length: count }, (_, at) => from + at)
  const histories = pickRows(userRows(split.known), split.tested.subarray(from, from + count))
  const targets = pickRows(split.targets, rows)
  addFigures(to.figures, { scores, histories, targets, masksSeen: split.masksSeen })
  const items = targets.width
  for (let row = 0; row < count; row++) to.lists.push(topOf(scores.subarray(row * items, (row + 1) * items), shown))
}

async function ownLists(split: Split, { judged, multiply }: Judging): Promise<Lists> {
  const lists: Lists = { figures: noFigures(), lists: [] }
  for await (const batch of recommend(judged, split, multiply)) collect(lists, split, batch)
  return lists
}

function popularLists(split: Split, { events }: Judging): Lists {
  const lists: Lists = { figures: noFigures(), lists: [] }
  const shares = popularityOf(split.train)
  for (let from = 0; from < split.tested.length; from += batchRows) {
    const count = Math.min(batchRows, split.tested.length - from)
    const scores = new Float32Array(count * events.items.length)
    for (let row = 0; row < count; row++) scores.set(shares, row * events.items.length)
    collect(lists, split, { from, count, scores })
  }
  return lists
}

/** What a graph would serve the held-out shoppers. Scores of items it does not list stay below all others. */
async function graphLists(split: Split, judging: Judging & { path: string }): Promise<Lists> {
  const graph = await openGraph(readFileSync(judging.path))
  const numbers = new Map(judging.events.items.map((item, at) => [item, at]))
  const lists: Lists = { figures: noFigures(), lists: [] }
  const items = judging.events.items.length
  for (let from = 0; from < split.tested.length; from += batchRows) {
    const users = split.tested.subarray(from, from + batchRows)
    const answers = await recommendations(graph, split, { users, card: judging.card, k: 100 })
    const scores = new Float32Array(users.length * items).fill(Number.NEGATIVE_INFINITY)
    for (const [row, answer] of answers.entries())
      for (const one of answer.items) {
        const item = numbers.get(one.item)
        if (item !== undefined) scores[row * items + item] = one.score
      }
    collect(lists, split, { from, count: users.length, scores })
  }
  return lists
}

async function recommendations(
  graph: Graph,
  split: Split,
  { users, card, k }: { users: Int32Array; card: ItemCard; k: number },
): Promise<Recommendation[]> {
  const histories = historiesOf(split, users, k)
  return recommenderModel.decode(await graph(recommenderModel.encode(histories, card)), users.length, card, histories)
}

/** The known events of these users as the pack sees a shopper, newest first. */
function historiesOf({ known, masksSeen }: Split, users: Int32Array, k: number): ShopperHistory[] {
  const newest = known.time.reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY)
  const starts = startsOf(known)
  return Array.from(users, (user) => {
    const items = new Map<string, number[]>()
    const recent: string[] = []
    for (let event = (starts[user + 1] ?? 0) - 1; event >= (starts[user] ?? 0); event--) {
      const item = known.items[known.item[event] ?? 0] ?? ''
      items.set(item, [...(items.get(item) ?? []), newest - (known.time[event] ?? 0)])
      if (recent.length < 5) recent.push(item)
    }
    return {
      ...noHistory,
      basis: 'history',
      items: [...items].map(([item, ages]) => ({ item, ages, weight: 1, relation: 'bought' })),
      recent,
      barredBought: masksSeen ? [...items.keys()] : [],
      showsOwn: !masksSeen,
      k,
    }
  })
}

function startsOf(from: Interactions): Int32Array {
  const starts = new Int32Array(from.users.length + 1)
  for (const user of from.user) starts[user + 1] = (starts[user + 1] ?? 0) + 1
  for (let user = 0; user < from.users.length; user++) starts[user + 1] = (starts[user + 1] ?? 0) + (starts[user] ?? 0)
  return starts
}

/** Largest distance of the graph's scores to sums of the trainer's own terms, as a share of the largest score. */
async function graphGap(graph: Graph, split: Split, { served, card, events, popularity }: Judging): Promise<number> {
  const users = split.tested.subarray(0, parityShoppers)
  const histories = historiesOf(split, users, shown)
  const tensors = recommenderModel.encode(histories, card)
  const answers = recommenderModel.decode(await graph(tensors), users.length, card, histories)
  const numbers = new Map(events.items.map((item, at) => [item, at]))
  const [slots, weights, recent, own, popular] = ['history', 'weights', 'recent', 'own', 'popular'].map((name) =>
    Array.from(tensors[name]?.data ?? [], Number),
  )
  const width = (slots?.length ?? 0) / users.length
  let [gap, largest] = [0, 1e-9]
  for (const [row, answer] of answers.entries()) {
    for (const one of answer.items) {
      const item = numbers.get(one.item) ?? 0
      let expected = (popular?.[row] ?? 0) * (popularity[item] ?? 0)
      for (let at = row * width; at < (row + 1) * width; at++) {
        const from = slots?.[at] ?? 0
        if (from === events.items.length) continue
        expected += (weights?.[at] ?? 0) * influence(served.linear, from, item)
        if (served.transition) expected += (recent?.[at] ?? 0) * influence(served.transition, from, item)
        if (from === item) expected += own?.[at] ?? 0
      }
      gap = Math.max(gap, Math.abs(expected - one.score))
      largest = Math.max(largest, Math.abs(one.score))
    }
  }
  return gap / largest
}

async function variantLists(graph: Graph, split: Split, { full, popularity, card, events }: Judging) {
  const users = split.tested.subarray(0, 1000)
  const numbers = new Map(events.items.map((item, at) => [item, at]))
  const listsBy = async (by: Graph) =>
    (await recommendations(by, split, { users, card, k: shown })).map((one) =>
      Int32Array.from(one.items, (scored) => numbers.get(scored.item) ?? -1),
    )
  return { lists: await listsBy(graph), full: await listsBy(await openGraph(writeRecommender(full, popularity))) }
}

/** The most popular tenth. */
function headOf(popularity: Float32Array): Set<number> {
  return new Set(topOf(popularity, Math.max(1, Math.round(popularity.length / 10))))
}
