// How fast popularity fades in this shop: the half-life whose popularity ranks the held-out events best, or none where fading does not pay.
import { popularityOf } from './baselines.ts'
import { pickRows, userRows } from './interactions.ts'
import type { Split } from './protocols.ts'
import { addFigures, meanOf, noFigures } from './ranking.ts'

const maxShoppers = 500
const shares = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16] as const
/** A decay must earn its place, or it is noise of the split. */
const handicap = 0.01

/** In the unit of the times; null counts every event alike. Chosen by NDCG@100 on `split`. */
export function choosePopularity(split: Split): number | null {
  const times = split.train.time
  const [first, last] = times.reduce(
    ([low, high], time) => [Math.min(low, time), Math.max(high, time)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  const span = last - first
  if (!(span > 0)) return null
  let best: { ndcg: number; halfLife: number | null } = { ndcg: ndcgOf(split, null), halfLife: null }
  for (const share of shares) {
    const ndcg = ndcgOf(split, span * share) * (1 - handicap)
    if (ndcg > best.ndcg) best = { ndcg, halfLife: span * share }
  }
  return best.halfLife
}

function ndcgOf(split: Split, halfLife: number | null): number {
  const popularity = popularityOf(split.train, halfLife)
  const step = Math.max(1, split.tested.length / maxShoppers)
  const rows = Int32Array.from({ length: Math.floor(split.tested.length / step) }, (_, at) => Math.floor(at * step))
  const figures = noFigures()
  const known = userRows(split.known)
  for (const row of rows) {
    const one = Int32Array.of(row)
    addFigures(figures, {
      scores: popularity.slice(),
      histories: pickRows(known, Int32Array.of(split.tested[row] ?? 0)),
      targets: pickRows(split.targets, one),
      masksSeen: split.masksSeen,
    })
  }
  return meanOf(figures.ndcg100)
}
