// The gates of a model of meaning, on sentences taken out of their passages: whether they find their article, what is answered rightly, what foreign
// text is refused, and whether the graph says what the trainer does.
import type { Gate } from '@guildhall/contracts/gate'
import { judged, notRun } from './gate.ts'
import { bootstrap } from './measures.ts'

const leastGain = 0.01
const worstLoss = -0.02
const leastPrecision = 0.9
const leastRefused = 0.95
const maxError = 0.1
const maxGraphGap = 1e-4

/** One question of each: whether the right article came first by the model and words, by words alone, by the champion. */
export type HeldOutMeaning = {
  first: readonly boolean[]
  wordsFirst: readonly boolean[]
  championFirst: readonly boolean[] | null
  /** Best passages of questions that words leave open, with their article and without it, by the confidence that would serve. */
  answers: readonly { confidence: number; isRight: boolean }[]
  /** Highest confidence that each foreign text reached. */
  foreign: readonly number[]
  /** What the starter template asks for. */
  needed: number
  /** Mean |confidence - share right|. */
  error: number
  graphGap: number
  seed: number
}

const share = (all: readonly boolean[]) => all.filter(Boolean).length / Math.max(all.length, 1)
const points = (value: number) => `${(100 * value).toFixed(1)} %`

export function meaningGates(held: HeldOutMeaning): Gate[] {
  return [...gainGates(held), championGate(held), precisionGate(held), refusalGate(held), ...soundnessGates(held)]
}

function gainGates({ first, wordsFirst, seed }: HeldOutMeaning): Gate[] {
  const gain = bootstrap(first.length, (drawn) => differenceOf(first, wordsFirst, drawn), { seed })
  const detail = `${points(share(first))} of ${first.length} held-out sentences find their article, by words alone ${points(share(wordsFirst))}`
  const about = { name: 'quality', passes: 'at_least', figure: gain } as const
  return [
    judged({ ...about, measure: 'first_right_gain', threshold: leastGain, detail: `${detail}.` }),
    judged({
      ...about,
      measure: 'first_right_gain_low',
      threshold: 0,
      decides: gain.interval[0],
      detail: `${detail}; the lower end of the interval decides.`,
    }),
  ]
}

function differenceOf(own: readonly boolean[], other: readonly boolean[], drawn: Int32Array): number {
  let sum = 0
  for (const row of drawn) sum += (own[row] ? 1 : 0) - (other[row] ? 1 : 0)
  return sum / Math.max(drawn.length, 1)
}

function championGate({ first, championFirst, seed }: HeldOutMeaning): Gate {
  const about = { name: 'quality', measure: 'first_right_difference_champion', passes: 'at_least' } as const
  if (!championFirst) return notRun({ ...about, threshold: worstLoss, detail: 'No champion serves yet.' })
  return judged({
    ...about,
    figure: bootstrap(first.length, (drawn) => differenceOf(first, championFirst, drawn), { seed }),
    threshold: worstLoss,
    detail: `${points(share(first))} against the champion’s ${points(share(championFirst))}; one that you trained may have seen these sentences. The figure decides.`,
  })
}

function precisionGate({ answers, needed }: HeldOutMeaning): Gate {
  const answered = answers.filter((one) => one.confidence >= needed)
  const about = { name: 'quality', measure: 'answered_right_share', passes: 'at_least' } as const
  if (answered.length === 0)
    return notRun({ ...about, threshold: leastPrecision, detail: `No held-out sentence reaches ${needed}.` })
  return judged({
    ...about,
    figure: share(answered.map((one) => one.isRight)),
    threshold: leastPrecision,
    detail: `Of ${answers.length} questions that words leave open, many with their article taken away, ${answered.length} reach the confidence of ${needed}; this share of them quotes the right article.`,
  })
}

function refusalGate({ foreign, needed }: HeldOutMeaning): Gate {
  return judged({
    name: 'plausibility',
    measure: 'foreign_refused_share',
    passes: 'at_least',
    figure: share(foreign.map((one) => one < needed)),
    threshold: leastRefused,
    detail: `Share of ${foreign.length} questions about quite other things that stay below ${needed}.`,
  })
}

function soundnessGates({ error, graphGap }: HeldOutMeaning): Gate[] {
  return [
    judged({
      name: 'calibration',
      measure: 'confidence_error',
      passes: 'at_most',
      figure: error,
      threshold: maxError,
      detail: 'Mean distance of the confidence to the share that was right, over five bins of held-out questions.',
    }),
    judged({
      name: 'parity',
      measure: 'graph_difference',
      passes: 'at_most',
      figure: graphGap,
      threshold: maxGraphGap,
      detail: 'Largest distance of the ONNX graph’s vectors to the trainer’s own arithmetic.',
    }),
  ]
}
