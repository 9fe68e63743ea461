// The gates of a demand model on the last part of the time: error against the naive forecast and the champion, intervals, signs, parity.
import type { Gate } from '@guildhall/contracts/gate'
import { judged, notRun } from './gate.ts'
import { bootstrap } from './measures.ts'

const worstLoss = 0.02
const leastCoverage = 0.8
const leastSignShare = 0.8
const maxGraphGap = 1e-4

/** Per held-out period of an item, in units: what was sold, the candidate's median, the mean of the last four periods, the champion's median. */
export type HeldOutDemand = {
  units: readonly number[]
  candidate: readonly number[]
  naive: readonly number[]
  /** Null where no champion serves; NaN where it does not know the item. */
  champion: readonly number[] | null
  isInside: readonly boolean[]
  /** Elasticities of items with enough periods and prices. */
  elasticities: readonly number[]
  /** Largest distance of the graph's log units to the trainer's own arithmetic. */
  graphGap: number
  seed: number
}

export function demandGates(held: HeldOutDemand): Gate[] {
  return [
    errorGate(held, { rival: held.naive, measure: 'wape_difference_naive', threshold: 0, name: 'the naive forecast' }),
    held.champion
      ? errorGate(held, {
          rival: held.champion,
          measure: 'wape_difference_champion',
          threshold: worstLoss,
          name: 'the champion, which may have seen these periods',
        })
      : notRun({
          name: 'quality',
          measure: 'wape_difference_champion',
          passes: 'at_most',
          threshold: worstLoss,
          detail: 'No champion serves yet.',
        }),
    judged({
      name: 'calibration',
      measure: 'interval_coverage',
      passes: 'at_least',
      figure: held.isInside.filter(Boolean).length / Math.max(held.isInside.length, 1),
      threshold: leastCoverage,
      detail: `Share of ${held.isInside.length} held-out periods inside their 90 % interval.`,
    }),
    signGate(held.elasticities),
    judged({
      name: 'parity',
      measure: 'graph_difference',
      passes: 'at_most',
      figure: held.graphGap,
      threshold: maxGraphGap,
      detail: 'Largest distance of the ONNX graph’s log units to the trainer’s own arithmetic.',
    }),
  ]
}

type Rival = { rival: readonly number[]; measure: string; threshold: number; name: string }

/** WAPE: sum |units - forecast| / sum units. Paired bootstrap over periods; the upper end of the interval decides. */
function errorGate(held: HeldOutDemand, { rival, measure, threshold, name }: Rival): Gate {
  const rows = held.units.flatMap((_, row) => (Number.isFinite(rival[row]) ? [row] : []))
  if (rows.length === 0)
    return notRun({
      name: 'quality',
      measure,
      passes: 'at_most',
      threshold,
      detail: 'No held-out period that both know.',
    })
  const errors = (of: readonly number[]) => rows.map((row) => Math.abs((held.units[row] ?? 0) - (of[row] ?? 0)))
  const [units, own, other] = [rows.map((row) => held.units[row] ?? 0), errors(held.candidate), errors(rival)]
  const wape = (of: readonly number[], drawn: Iterable<number>) => {
    let [error, sold] = [0, 0]
    for (const row of drawn) {
      error += of[row] ?? 0
      sold += units[row] ?? 0
    }
    return error / sold
  }
  const figure = bootstrap(rows.length, (drawn) => wape(own, drawn) - wape(other, drawn), { seed: held.seed })
  return judged({
    name: 'quality',
    measure,
    passes: 'at_most',
    figure,
    threshold,
    decides: figure.interval[1],
    detail: `WAPE ${wape(own, rows.keys()).toFixed(4)} against ${wape(other, rows.keys()).toFixed(4)} of ${name}, ${rows.length} held-out periods; the upper end of the interval decides.`,
  })
}

function signGate(elasticities: readonly number[]): Gate {
  const about = { name: 'plausibility', measure: 'negative_elasticity_share', passes: 'at_least' } as const
  if (elasticities.length === 0)
    return notRun({ ...about, threshold: leastSignShare, detail: 'No item has enough periods and prices.' })
  return judged({
    ...about,
    figure: elasticities.filter((one) => one < 0).length / elasticities.length,
    threshold: leastSignShare,
    detail: `Share of ${elasticities.length} items with enough periods and prices that sell less when they cost more.`,
  })
}
