// The gates of a demand model on the last part of the time: error against the naive forecast and the champion, intervals, signs, parity.
import type { Gate } from '@guildhall/contracts/gate'
import { judged, notRun } from './gate.ts'
import { bootstrap } from './measures.ts'

const worstLoss = 0.02
const leastCoverage = 0.8
const leastSignShare = 0.8
const maxGraphGap = 1e-4

/** Per period of an item, in units: what was sold, the candidate's median forecast, the rival's; NaN where it does not know the item. */
export type Forecasts = { units: readonly number[]; candidate: readonly number[]; rival: readonly number[] }

export type HeldOutDemand = {
  /** Against the mean of the last four periods before. */
  naive: Forecasts
  /** On periods after all that the champion was trained on, by a candidate fitted to the same time; null with too few of them. */
  champion: Forecasts | null
  hasChampion: boolean
  isInside: readonly boolean[]
  /** Elasticities of items with enough periods and prices. */
  elasticities: readonly number[]
  /** Largest distance of the graph's log units to the trainer's own arithmetic. */
  graphGap: number
  seed: number
}

export function demandGates(held: HeldOutDemand): Gate[] {
  const { naive, champion, seed } = held
  return [
    errorGate(naive, { measure: 'wape_difference_naive', threshold: 0, name: 'the naive forecast', seed }),
    champion
      ? errorGate(champion, { measure: 'wape_difference_champion', threshold: worstLoss, name: 'the champion', seed })
      : notRun({
          name: 'quality',
          measure: 'wape_difference_champion',
          passes: 'at_most',
          threshold: worstLoss,
          detail: held.hasChampion
            ? 'There are too few periods that the champion has not seen: it can be compared once newer sales are there.'
            : 'No champion serves yet.',
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

type Rival = { measure: string; threshold: number; name: string; seed: number }

/** WAPE: sum |units - forecast| / sum units. Paired bootstrap over periods; the upper end of the interval decides. */
function errorGate(of: Forecasts, { measure, threshold, name, seed }: Rival): Gate {
  const rows = of.units.flatMap((_, row) => (Number.isFinite(of.rival[row]) ? [row] : []))
  if (rows.length === 0)
    return notRun({ name: 'quality', measure, passes: 'at_most', threshold, detail: 'No period that both know.' })
  const errors = (by: readonly number[]) => rows.map((row) => Math.abs((of.units[row] ?? 0) - (by[row] ?? 0)))
  const [units, own, other] = [rows.map((row) => of.units[row] ?? 0), errors(of.candidate), errors(of.rival)]
  const wape = (by: readonly number[], drawn: Iterable<number>) => {
    let [error, sold] = [0, 0]
    for (const row of drawn) {
      error += by[row] ?? 0
      sold += units[row] ?? 0
    }
    return error / sold
  }
  const figure = bootstrap(rows.length, (drawn) => wape(own, drawn) - wape(other, drawn), { seed })
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
