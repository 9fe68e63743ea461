// From questions whose right passages are known to a confidence: logistic regression over candidate passages, then over the best one of each
// question (Platt 1999), because choosing the best flatters it. A weight that would fall below 0 is left out: more evidence is never less sure.
import type { ConfidenceWeights } from '@guildhall/contracts/model-card'
import { openRandom, shuffle } from '../random.ts'
import { invertSymmetric, timesVector } from '../symmetric.ts'

const names = ['lexical', 'cosine', 'lead'] as const
type Slopes = Pick<ConfidenceWeights, 'bias' | (typeof names)[number]>
/** One passage that could answer, by its readings; `isRight` when its article does. */
export type Candidate = { lexical: number; cosine: number; lead: number; isRight: boolean }
/** The candidates of one question, those of an uncovered one all wrong. */
export type Asked = readonly Candidate[]

const ridge = 0.02
const steps = 40
const folds = 5
/** Candidates beyond the best few teach only that far passages are wrong. */
const perQuestion = 8

export function fitConfidence(asked: readonly Asked[], seed: number): ConfidenceWeights {
  const order = shuffle(
    Int32Array.from(asked, (_, at) => at),
    openRandom(seed),
  )
  const held: { confidence: number; isRight: boolean }[] = []
  for (let fold = 0; fold < folds; fold++) {
    const inFold = (_: unknown, at: number) => (order[at] ?? 0) % folds === fold
    const weights = fitWhole(asked.filter((one, at) => !inFold(one, at)))
    for (const one of asked.filter(inFold)) {
      const best = bestOf(one, weights)
      if (best) held.push({ confidence: sigmoid(scoreOf(best, weights)), isRight: best.isRight })
    }
  }
  return { ...fitWhole(asked), asked: asked.length, error: binnedError(held) }
}

function fitWhole(asked: readonly Asked[]): Slopes {
  const first = regress(
    asked.flatMap((one) => likely(one)),
    names,
  )
  const best = asked.flatMap((one) => bestOf(one, first) ?? [])
  const scale = regress(
    best.map((one) => ({ lexical: scoreOf(one, first), cosine: 0, lead: 0, isRight: one.isRight })),
    ['lexical'],
  )
  const by = scale.lexical
  return {
    bias: scale.bias + by * first.bias,
    lexical: by * first.lexical,
    cosine: by * first.cosine,
    lead: by * first.lead,
  }
}

const likely = (one: Asked): Candidate[] =>
  one.toSorted((a, b) => b.cosine + b.lexical - a.cosine - a.lexical).slice(0, perQuestion)

const scoreOf = (one: Candidate, weights: Slopes): number =>
  names.reduce((sum, name) => sum + weights[name] * one[name], weights.bias)

function bestOf(asked: Asked, weights: Slopes): Candidate | null {
  let best: Candidate | null = null
  for (const one of asked) if (best === null || scoreOf(one, weights) > scoreOf(best, weights)) best = one
  return best
}

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))

/** Newton's steps with a small ridge; the most negative weight is left out until none is. */
function regress(rows: readonly Candidate[], used: readonly (typeof names)[number][]): Slopes {
  const beta = newton(rows, used)
  const worst = used.reduce<{ name: (typeof names)[number]; value: number } | null>((least, name, at) => {
    const value = beta[at + 1] ?? 0
    return value < 0 && (least === null || value < least.value) ? { name, value } : least
  }, null)
  if (worst)
    return regress(
      rows,
      used.filter((name) => name !== worst.name),
    )
  const of = (name: (typeof names)[number]) => (used.includes(name) ? (beta[used.indexOf(name) + 1] ?? 0) : 0)
  return { bias: beta[0] ?? 0, lexical: of('lexical'), cosine: of('cosine'), lead: of('lead') }
}

function newton(rows: readonly Candidate[], used: readonly (typeof names)[number][]): Float64Array {
  const n = used.length + 1
  let beta = new Float64Array(n)
  for (let step = 0; step < steps; step++) {
    const [gradient, hessian] = [new Float64Array(n), new Float64Array(n * n)]
    for (const row of rows) {
      const x = [1, ...used.map((name) => row[name])]
      const p = sigmoid(x.reduce((sum, one, at) => sum + one * (beta[at] ?? 0), 0))
      const weight = Math.max(p * (1 - p), 1e-6)
      for (let i = 0; i < n; i++) {
        gradient[i] = (gradient[i] ?? 0) + ((row.isRight ? 1 : 0) - p) * (x[i] ?? 0)
        for (let j = 0; j < n; j++) hessian[i * n + j] = (hessian[i * n + j] ?? 0) + weight * (x[i] ?? 0) * (x[j] ?? 0)
      }
    }
    for (let i = 1; i < n; i++) {
      gradient[i] = (gradient[i] ?? 0) - ridge * (beta[i] ?? 0)
      hessian[i * n + i] = (hessian[i * n + i] ?? 0) + ridge
    }
    hessian[0] = (hessian[0] ?? 0) + 1e-6
    const change = timesVector(invertSymmetric(hessian, n), gradient)
    const largest = change.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    // Separable rows would run away: a step is never longer than 4.
    const factor = Math.min(1, 4 / Math.max(largest, 1e-12))
    beta = beta.map((one, at) => one + factor * (change[at] ?? 0))
    if (largest < 1e-8) break
  }
  return beta
}

/** Mean |confidence - share right| over five bins of equal width, by their counts. */
export function binnedError(held: readonly { confidence: number; isRight: boolean }[]): number {
  const bins = Array.from({ length: 5 }, () => ({ count: 0, sum: 0, right: 0 }))
  for (const { confidence, isRight } of held) {
    const bin = bins[Math.min(4, Math.floor(confidence * 5))]
    if (!bin) continue
    bin.count++
    bin.sum += confidence
    bin.right += isRight ? 1 : 0
  }
  const error = bins.reduce((total, { sum, right }) => total + Math.abs(sum - right), 0)
  return held.length === 0 ? 0 : error / held.length
}
