// The recommender a tenant trains: EASE on who-has-what, plus the shopper's own counts for what is bought again, plus a transition matrix
// where order says something. Every term is linear in the history. Its settings are chosen on an inner split, never on the test.
import type { Multiply } from '../multiply.ts'
import { fitEase } from './ease.ts'
import { fitIals, type IalsOptions, linearOf } from './ials.ts'
import { asBinary, denseOf, type Interactions, mapValues, pickRows, type SparseRows, userRows } from './interactions.ts'
import { type LinearModel, scoreOf } from './linear.ts'
import type { Split } from './protocols.ts'
import { addFigures, meanOf, noFigures } from './ranking.ts'
import type { ShelfFigures } from './shelf-onnx.ts'
import { fitTransition, recentWeights } from './transition.ts'

/** 10,000 items by 10,000: what two GiB hold while the matrix is inverted. Past it factors take over. */
const maxCells = 100_000_000
const maxInnerUsers = 2_000
const ridges = [50, 100, 200, 400, 800, 1600] as const
const ownWeights = [0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6] as const
const decayHandicap = 0.01
const transitionWeights = [0, 0.1, 0.3, 1] as const
const batchRows = 500

export type Settings = {
  ridge: number
  /** In the unit of the times; null counts every event alike. */
  halfLife: number | null
  /** Weight of log(1 + own decayed count); 0 where nothing is bought twice. */
  ownWeight: number
  transition: { weight: number; ridge: number; decay: number } | null
}
export type Recommender = {
  settings: Settings
  linear: LinearModel
  transition: LinearModel | null
  /** What orders say of the items; a graph without it answers scores alone. */
  shelf?: ShelfFigures | null
}

export type TrainContext = {
  multiply: Multiply
  seed: number
  signal?: AbortSignal | undefined
  onProgress?: ((fraction: number, doing: string) => void) | undefined
  /** Most numbers the model may have; what is stored and served must also travel. */
  maxCells?: number | undefined
}

/** Numbers in EASE's model: the item-by-item matrix, or two factors from the users' side where they are fewer. */
const easeCells = ({ items, users }: Names): number =>
  users.length < items.length ? 2 * users.length * items.length : items.length ** 2
type Names = Pick<Interactions, 'items' | 'users'>

export const fitsEase = (from: Names, most = maxCells): boolean => easeCells(from) <= most
/** Transitions are a second item-by-item matrix. */
const fitsBoth = (from: Names, most = maxCells): boolean => easeCells(from) + from.items.length ** 2 <= most

/** Chooses the settings on `inner` by NDCG@100. */
export async function chooseSettings(inner: Split, context: TrainContext): Promise<Settings> {
  const split = { ...inner, ...sampled(inner) }
  const isLarge = !fitsEase(inner.train, context.maxCells)
  let best = { ndcg: -1, ridge: 200 }
  let scores: Float32Array | null = null
  for (const [at, ridge] of (isLarge ? [] : ridges).entries()) {
    context.onProgress?.(at / ridges.length, `EASE, ridge ${ridge}`)
    const linear = await fitEase(userRows(split.train), { ...context, ridge, onProgress: undefined })
    const own = await scoresOf(linear, split, context.multiply)
    const ndcg = ndcgOf(own, split)
    if (ndcg > best.ndcg) {
      best = { ndcg, ridge }
      scores = own
    }
  }
  const settings: Settings = { ridge: best.ridge, halfLife: null, ownWeight: 0, transition: null }
  if (!scores) return { ...settings, ownWeight: inner.masksSeen ? 0 : 0.2 }
  const withOwn = inner.masksSeen ? { settings, scores } : chooseOwn({ settings, scores, split })
  return isOrdered(split.train) && fitsBoth(split.train, context.maxCells)
    ? chooseTransition(withOwn, { split, context })
    : withOwn.settings
}

type Chosen = { settings: Settings; scores: Float32Array }

/** Own counts: grid over the weight and the half-life. A decay must earn its place, or it is noise of the inner split. */
function chooseOwn({ settings, scores, split }: Chosen & { split: Split }): Chosen {
  let best = { ndcg: ndcgOf(scores, split), settings, scores }
  for (const halfLife of halfLivesOf(split.known)) {
    const own = denseOf(ownCounts(split, halfLife))
    for (const weight of ownWeights) {
      const mixed = scores.map((score, at) => score + weight * (own[at] ?? 0))
      const ndcg = ndcgOf(mixed, split) * (halfLife === null ? 1 : 1 - decayHandicap)
      if (ndcg > best.ndcg) best = { ndcg, settings: { ...settings, ownWeight: weight, halfLife }, scores: mixed }
    }
  }
  return best
}

async function chooseTransition(
  chosen: Chosen,
  { split, context }: { split: Split; context: TrainContext },
): Promise<Settings> {
  context.onProgress?.(0.9, 'transitions')
  let best = { ndcg: ndcgOf(chosen.scores, split), settings: chosen.settings }
  const transition = { ridge: 20, decay: 0.6 }
  const linear = await fitTransition(split.train, { ...context, ...transition, onProgress: undefined })
  const recent = pickRows(userRows(split.known, recentWeights(split.known, transition.decay)), split.tested)
  const next = await scoreOf(linear, recent, context.multiply)
  for (const weight of transitionWeights) {
    const ndcg = ndcgOf(
      chosen.scores.map((score, at) => score + weight * (next[at] ?? 0)),
      split,
    )
    if (ndcg > best.ndcg) best = { ndcg, settings: { ...chosen.settings, transition: { ...transition, weight } } }
  }
  return best.settings
}

/** Fits the recommender on `train` with settings that were chosen before. */
export async function fitRecommender(
  train: Interactions,
  settings: Settings,
  context: TrainContext,
): Promise<Recommender> {
  const rows = userRows(train)
  const progress = (doing: string, from: number, to: number) => (fraction: number) =>
    context.onProgress?.(from + (to - from) * fraction, doing)
  if (!fitsEase(train, context.maxCells)) {
    const rank = Math.min(largeIals.rank, Math.floor((context.maxCells ?? maxCells) / (2 * train.items.length)))
    const options: IalsOptions = {
      ...largeIals,
      rank,
      seed: context.seed,
      signal: context.signal,
      onProgress: progress('ALS', 0, 1),
    }
    const linear = linearOf(fitIals(rows, options), rows.columns.length / rows.rows)
    return { settings: { ...settings, transition: null }, linear, transition: null }
  }
  const linear = await fitEase(rows, { ...context, ridge: settings.ridge, onProgress: progress('EASE', 0, 0.6) })
  const transition =
    settings.transition && fitsBoth(train, context.maxCells)
      ? await fitTransition(train, { ...context, ...settings.transition, onProgress: progress('transitions', 0.6, 1) })
      : null
  return { settings, linear, transition }
}

const largeIals = { rank: 64, alpha: 0.1, reg: 0.003, sweeps: 10 }

/** Scores [tested, items] for the users `tested`, from what is `known` of them; in batches. */
export async function* recommend(
  model: Recommender,
  { known, tested }: Pick<Split, 'known' | 'tested'>,
  multiply: Multiply,
): AsyncGenerator<{ from: number; count: number; scores: Float32Array }> {
  const { ownWeight, halfLife, transition } = model.settings
  const histories = asBinary(userRows(known))
  const own = ownWeight > 0 ? ownRows(known, halfLife) : null
  const recent = transition ? userRows(known, recentWeights(known, transition.decay)) : null
  for (let from = 0; from < tested.length; from += batchRows) {
    const users = tested.subarray(from, from + batchRows)
    const scores = await scoreOf(model.linear, pickRows(histories, users), multiply)
    if (own) addTo(scores, denseOf(pickRows(own, users)), ownWeight)
    if (recent && transition && model.transition)
      addTo(scores, await scoreOf(model.transition, pickRows(recent, users), multiply), transition.weight)
    yield { from, count: users.length, scores }
  }
}

function addTo(scores: Float32Array, more: Float32Array, weight: number): void {
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + weight * (more[at] ?? 0)
}

/** log(1 + count), every event decayed by its age against the newest event of all. */
export function ownRows(known: Interactions, halfLife: number | null): SparseRows {
  const newest = known.time.reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY)
  const weigh = (event: number) => (halfLife === null ? 1 : 0.5 ** ((newest - (known.time[event] ?? 0)) / halfLife))
  return mapValues(userRows(known, weigh), Math.log1p)
}

const ownCounts = (split: Split, halfLife: number | null) => pickRows(ownRows(split.known, halfLife), split.tested)

async function scoresOf(linear: LinearModel, split: Split, multiply: Multiply): Promise<Float32Array> {
  return scoreOf(linear, pickRows(asBinary(userRows(split.known)), split.tested), multiply)
}

function ndcgOf(scores: Float32Array, split: Split): number {
  const figures = noFigures()
  const histories = pickRows(userRows(split.known), split.tested)
  addFigures(figures, { scores: scores.slice(), histories, targets: split.targets, masksSeen: split.masksSeen })
  return meanOf(figures.ndcg100)
}

/** At most `maxInnerUsers` of the tested: enough to choose by, and the scores of all fit in memory. */
function sampled({ tested, targets }: Split): Pick<Split, 'tested' | 'targets'> {
  if (tested.length <= maxInnerUsers) return { tested, targets }
  const step = tested.length / maxInnerUsers
  const rows = Int32Array.from({ length: maxInnerUsers }, (_, at) => Math.floor(at * step))
  return { tested: rows.map((row) => tested[row] ?? 0), targets: pickRows(targets, rows) }
}

/** Times that differ within a user: without them there is no order to learn from. */
function isOrdered(from: Interactions): boolean {
  let ordered = 0
  let pairs = 0
  for (let event = 1; event < from.user.length; event++) {
    if (from.user[event] !== from.user[event - 1]) continue
    pairs++
    if (from.time[event] !== from.time[event - 1]) ordered++
  }
  return pairs > 0 && ordered / pairs > 0.5
}

function halfLivesOf(known: Interactions): (number | null)[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const time of known.time) {
    first = Math.min(first, time)
    last = Math.max(last, time)
  }
  const span = last - first
  return span > 0 ? [null, span, span / 2, span / 4] : [null]
}
