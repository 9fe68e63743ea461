// The gates of a recommender on one held-out window: quality against the champion (or popularity), coverage, popularity bias, parity.
import type { Gate } from '@guildhall/contracts/gate'
import { judged } from './gate.ts'
import { bootstrap } from './measures.ts'

const worstLoss = -0.005
const leastCoverageRatio = 0.8
const maxPopularShare = 0.9
const maxGraphGap = 1e-5
const leastOverlap = 0.95

/** Per held-out shopper: NDCG@10 of the candidate and of what it must beat, and both top tens as catalogue numbers. */
export type HeldOutLists = {
  ndcg: readonly number[]
  rival: readonly number[]
  rivalName: 'champion' | 'popularity'
  lists: readonly Int32Array[]
  rivalLists: readonly Int32Array[]
  items: number
  /** The most popular tenth of the catalogue. */
  head: ReadonlySet<number>
  /** Largest distance of the graph's scores to the trainer's own, relative to the largest score. */
  graphGap: number
  /** Set for a smaller variant: its top tens and the fp32 graph's. */
  variant: { lists: readonly Int32Array[]; full: readonly Int32Array[] } | null
  seed: number
}

export function retailGates(held: HeldOutLists): Gate[] {
  return [qualityGate(held), coverageGate(held), popularityGate(held), ...parityGates(held)]
}

const rivalText = (name: HeldOutLists['rivalName']) => (name === 'champion' ? 'the champion' : 'popularity')

function qualityGate({ ndcg, rival, rivalName, seed }: HeldOutLists): Gate {
  const mean = (values: readonly number[], drawn: Int32Array) =>
    drawn.reduce((sum, row) => sum + (values[row] ?? 0), 0) / drawn.length
  const figure = bootstrap(ndcg.length, (drawn) => mean(ndcg, drawn) - mean(rival, drawn), { seed })
  const all = Int32Array.from(ndcg.keys())
  return judged({
    name: 'quality',
    measure: 'ndcg_at_10_difference',
    passes: 'at_least',
    figure,
    threshold: worstLoss,
    decides: figure.interval[0],
    detail: `NDCG@10 ${mean(ndcg, all).toFixed(4)} against ${mean(rival, all).toFixed(4)} of ${rivalText(rivalName)}, ${ndcg.length} held-out shoppers; the lower end of the interval decides.`,
  })
}

/** Share of the catalogue that reaches anybody's top ten, against the rival's. */
function coverageGate({ lists, rivalLists, items, rivalName }: HeldOutLists): Gate {
  const covered = (all: readonly Int32Array[]) => new Set(all.flatMap((list) => [...list])).size / items
  const [own, other] = [covered(lists), covered(rivalLists)]
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return judged({
    name: 'coverage',
    measure: 'coverage_ratio',
    passes: 'at_least',
    figure: other === 0 ? 1 : own / other,
    threshold: leastCoverageRatio,
    detail: `${percent(own)} of the catalogue reaches a top ten, ${percent(other)} by ${rivalText(rivalName)}.`,
  })
}

function popularityGate({ lists, head }: HeldOutLists): Gate {
  const places = lists.flatMap((list) => [...list])
  return judged({
    name: 'popularity_bias',
    measure: 'head_share',
    passes: 'at_most',
    figure: places.filter((item) => head.has(item)).length / Math.max(places.length, 1),
    threshold: maxPopularShare,
    detail: 'Share of recommended places that the most popular tenth of the catalogue takes.',
  })
}

function parityGates({ graphGap, variant }: HeldOutLists): Gate[] {
  const graph = judged({
    name: 'parity',
    measure: 'graph_difference',
    passes: 'at_most',
    figure: graphGap,
    threshold: maxGraphGap,
    detail:
      'Largest distance of the ONNX graph’s scores to the trainer’s own arithmetic, as a share of the largest score.',
  })
  if (!variant) return [graph]
  const overlaps = variant.lists.map((list, at) => {
    const other = new Set(variant.full[at] ?? [])
    return list.length === 0 ? 1 : [...list].filter((item) => other.has(item)).length / list.length
  })
  return [
    graph,
    judged({
      name: 'parity',
      measure: 'top_ten_overlap',
      passes: 'at_least',
      figure: overlaps.reduce((sum, one) => sum + one, 0) / Math.max(overlaps.length, 1),
      threshold: leastOverlap,
      detail: 'Mean share of the top ten that the smaller variant and the fp32 model have in common.',
    }),
  ]
}
