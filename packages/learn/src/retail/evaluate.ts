// All retail families side by side on one protocol: what `guildhall evaluate retail` prints and what a model card says.
import { fitNeighbours, popularityOf } from './baselines.ts'
import { fitEase } from './ease.ts'
import { fitIals, solveRows } from './ials.ts'
import { asBinary, denseOf, pickRows, userRows } from './interactions.ts'
import { scoreOf } from './linear.ts'
import type { Split, SplitPair } from './protocols.ts'
import { addFigures, errorOfMean, meanOf, noFigures, type RankFigures } from './ranking.ts'
import { chooseSettings, fitRecommender, fitsEase, ownRows, recommend, type TrainContext } from './recommender.ts'

type Score = (users: Int32Array) => Promise<Float32Array> | Float32Array
type Params = Record<string, number | string | null | object>
/** Fits on a split's training events and says how it scores a split's users. */
type Family = {
  name: string
  grid: readonly Params[]
  fit: (split: Split, params: Params, context: TrainContext) => Promise<Score>
}

export type RetailFigures = {
  family: string
  recall_at_10: number
  recall_at_20: number
  ndcg_at_10: number
  ndcg_at_10_se: number
  ndcg_at_100: number
  mrr: number
  coverage_at_10: number
  users: number
  params: Params
  seconds: number
}

const batchRows = 500
/** The neighbours' matrix is item by item. */
const maxNeighbourItems = 10_000

/** Every family is tuned on each pair's inner split, fitted on its outer one; figures are over all tested users of all pairs. */
export async function evaluateRetail(pairs: readonly SplitPair[], context: TrainContext): Promise<RetailFigures[]> {
  const [first] = pairs
  if (!first) throw new Error('there is no split to evaluate')
  const all: RetailFigures[] = []
  for (const family of familiesFor(first.outer)) {
    context.onProgress?.(all.length / familiesFor(first.outer).length, family.name)
    const startedAt = performance.now()
    const figures = noFigures()
    let params: Params = {}
    for (const { inner, outer } of pairs) {
      params = await tune(family, inner, context)
      await collect({ figures, split: outer, score: await family.fit(outer, params, context) })
    }
    all.push(summaryOf(figures, { family: family.name, params, items: first.outer.train.items.length, startedAt }))
  }
  all.push(await evaluateBlend(pairs, context))
  return all
}

async function evaluateBlend(pairs: readonly SplitPair[], context: TrainContext): Promise<RetailFigures> {
  const startedAt = performance.now()
  const figures = noFigures()
  let params: Params = {}
  let items = 0
  for (const { inner, outer } of pairs) {
    const settings = await chooseSettings(inner, { ...context, onProgress: undefined })
    const model = await fitRecommender(outer.train, settings, { ...context, onProgress: undefined })
    params = settings
    items = outer.train.items.length
    const histories = userRows(outer.known)
    for await (const { from, count, scores } of recommend(model, outer, context.multiply)) {
      const rows = Int32Array.from({ length: count }, (_, at) => from + at)
      addFigures(figures, {
        scores,
        histories: pickRows(histories, outer.tested.subarray(from, from + count)),
        targets: pickRows(outer.targets, rows),
        masksSeen: outer.masksSeen,
      })
    }
  }
  return summaryOf(figures, { family: 'recommender', params, items, startedAt })
}

async function tune(family: Family, inner: Split, context: TrainContext): Promise<Params> {
  const [only = {}] = family.grid
  if (family.grid.length === 1) return only
  let best = { ndcg: -1, params: only }
  for (const params of family.grid) {
    const figures = noFigures()
    await collect({ figures, split: inner, score: await family.fit(inner, params, context) })
    const ndcg = meanOf(figures.ndcg100)
    if (ndcg > best.ndcg) best = { ndcg, params }
  }
  return best.params
}

async function collect({ figures, split, score }: { figures: RankFigures; split: Split; score: Score }): Promise<void> {
  const histories = userRows(split.known)
  for (let from = 0; from < split.tested.length; from += batchRows) {
    const users = split.tested.subarray(from, from + batchRows)
    const rows = Int32Array.from(users.keys(), (at) => from + at)
    addFigures(figures, {
      scores: await score(users),
      histories: pickRows(histories, users),
      targets: pickRows(split.targets, rows),
      masksSeen: split.masksSeen,
    })
  }
}

function familiesFor(split: Split): Family[] {
  const isSmall = split.train.items.length <= maxNeighbourItems
  const own: Family[] = split.masksSeen ? [] : [personalFrequency]
  return [popularity, ...own, ...(isSmall ? [neighbours] : []), ials, ...(fitsEase(split.train) ? [ease] : [])]
}

const popularity: Family = {
  name: 'popularity',
  grid: [{}],
  fit: async ({ train }) => {
    const shares = popularityOf(train)
    return (users) => repeated(shares, users.length)
  },
}

const personalFrequency: Family = {
  name: 'personal_frequency',
  grid: [{}],
  fit: async ({ train, known }) => {
    const shares = popularityOf(train)
    const own = ownRows(known, null)
    return (users) => {
      const scores = repeated(shares, users.length)
      const counts = denseOf(pickRows(own, users))
      // Popularity is below one log count's step, so it only orders what the shopper holds equal.
      return scores.map((score, at) => 0.3 * score + (counts[at] ?? 0))
    }
  },
}

const neighbours: Family = {
  name: 'item_knn',
  grid: [20, 100, 400].flatMap((neighbours) => [0, 10].map((shrink) => ({ neighbours, shrink }))),
  fit: async ({ train, known }, params, { multiply }) => {
    const linear = fitNeighbours(userRows(train), {
      neighbours: Number(params.neighbours),
      shrink: Number(params.shrink),
    })
    const histories = asBinary(userRows(known))
    return (users) => scoreOf(linear, pickRows(histories, users), multiply)
  },
}

const ials: Family = {
  name: 'ials',
  grid: [16, 32].flatMap((rank) =>
    [0.1, 0.5].flatMap((alpha) => [0.003, 0.03].map((reg) => ({ rank, alpha, reg, sweeps: 8 }))),
  ),
  fit: async ({ train, known }, params, { seed, signal, multiply }) => {
    const options = {
      rank: Number(params.rank),
      alpha: Number(params.alpha),
      reg: Number(params.reg),
      sweeps: Number(params.sweeps),
      seed,
      signal,
    }
    const factors = fitIals(userRows(train), options)
    const histories = asBinary(userRows(known))
    const items = train.items.length
    const right = new Float32Array(items * factors.rank)
    for (let item = 0; item < items; item++)
      for (let at = 0; at < factors.rank; at++) right[at * items + item] = factors.items[item * factors.rank + at] ?? 0
    return (users) => {
      const vectors = solveRows(pickRows(histories, users), factors.items, options)
      return multiply(vectors, right, { rows: users.length, inner: factors.rank, columns: items })
    }
  },
}

const ease: Family = {
  name: 'ease',
  grid: [20, 50, 100, 200, 400, 800, 1600].map((ridge) => ({ ridge })),
  fit: async ({ train, known }, params, context) => {
    const linear = await fitEase(userRows(train), { ...context, ridge: Number(params.ridge), onProgress: undefined })
    const histories = asBinary(userRows(known))
    return (users) => scoreOf(linear, pickRows(histories, users), context.multiply)
  },
}

function repeated(row: Float32Array, times: number): Float32Array {
  const out = new Float32Array(row.length * times)
  for (let at = 0; at < times; at++) out.set(row, at * row.length)
  return out
}

type Named = { family: string; params: Params; items: number; startedAt: number }

function summaryOf(figures: RankFigures, { family, params, items, startedAt }: Named): RetailFigures {
  const round = (value: number) => Math.round(value * 10_000) / 10_000
  return {
    family,
    recall_at_10: round(meanOf(figures.recall10)),
    recall_at_20: round(meanOf(figures.recall20)),
    ndcg_at_10: round(meanOf(figures.ndcg10)),
    ndcg_at_10_se: round(errorOfMean(figures.ndcg10)),
    ndcg_at_100: round(meanOf(figures.ndcg100)),
    mrr: round(meanOf(figures.mrr)),
    coverage_at_10: round(figures.shown.size / items),
    users: figures.mrr.length,
    params,
    seconds: Math.round((performance.now() - startedAt) / 10) / 100,
  }
}
