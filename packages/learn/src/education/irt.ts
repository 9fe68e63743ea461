// Two-parameter item response theory (Birnbaum 1968): P(correct) = sigmoid(a (theta - b)), by marginal maximum likelihood (Bock and Aitkin 1981)
// over a grid of abilities, with weak priors on both parameters. Abilities are expected a posteriori (EAP).
import { sigmoid } from '../metrics.ts'

export type ItemParameters = { discrimination: number; difficulty: number }
/** outcomes [learners, items]: 1, 0, or -1 where nothing was observed. */
export type TestData = { learners: number; items: number; outcomes: Int8Array }

const points = 41
const steps = 60
const newtonSteps = 8
/** Standard deviation of ln(a) around 0 and of b around 0. */
const [logASd, bSd] = [0.5, 2]

const abilities = Float64Array.from({ length: points }, (_, at) => -4 + (8 * at) / (points - 1))
const density = abilities.map((theta) => Math.exp(-(theta * theta) / 2))
const total = density.reduce((sum, one) => sum + one, 0)
const prior = density.map((one) => one / total)

/** `oneParameter` holds all discriminations at one common value (1PL). */
export function fitIrt(data: TestData, { oneParameter = false } = {}): ItemParameters[] {
  let items = Array.from({ length: data.items }, (): ItemParameters => ({ discrimination: 1, difficulty: 0 }))
  for (let step = 0; step < steps; step++) {
    const counts = expectedCounts(data, items)
    const fitted = items.map((item, at) => maximise(item, counts, at))
    const common = Math.exp(fitted.reduce((sum, one) => sum + Math.log(one.discrimination), 0) / fitted.length)
    items = oneParameter
      ? fitted.map((one) => ({ discrimination: common, difficulty: (one.difficulty * one.discrimination) / common }))
      : fitted
  }
  return items
}

/** Expected answers and right answers per item and ability [items, points]. */
type Counts = { answers: Float64Array; right: Float64Array }

function expectedCounts(data: TestData, items: readonly ItemParameters[]): Counts {
  const counts = { answers: new Float64Array(data.items * points), right: new Float64Array(data.items * points) }
  for (let learner = 0; learner < data.learners; learner++) {
    const weights = posterior(data, items, learner)
    for (let item = 0; item < data.items; item++) {
      const outcome = data.outcomes[learner * data.items + item] ?? -1
      if (outcome < 0) continue
      for (let at = 0; at < points; at++) {
        const to = item * points + at
        counts.answers[to] = (counts.answers[to] ?? 0) + (weights[at] ?? 0)
        if (outcome === 1) counts.right[to] = (counts.right[to] ?? 0) + (weights[at] ?? 0)
      }
    }
  }
  return counts
}

/** Weights of the grid's abilities given what this learner answered. */
export function posterior(data: TestData, items: readonly ItemParameters[], learner: number): Float64Array {
  const logs = prior.map(Math.log)
  for (const [item, { discrimination, difficulty }] of items.entries()) {
    const outcome = data.outcomes[learner * data.items + item] ?? -1
    if (outcome < 0) continue
    for (let at = 0; at < points; at++) {
      const logit = discrimination * ((abilities[at] ?? 0) - difficulty)
      logs[at] = (logs[at] ?? 0) - Math.log1p(Math.exp(outcome === 1 ? -logit : logit))
    }
  }
  const most = Math.max(...logs)
  const weights = logs.map((one) => Math.exp(one - most))
  const sum = weights.reduce((all, one) => all + one, 0)
  return weights.map((one) => one / sum)
}

/** Expected probability of a right answer under these weights. */
export function expectedRight(weights: Float64Array, { discrimination, difficulty }: ItemParameters): number {
  return weights.reduce(
    (sum, weight, at) => sum + weight * sigmoid(discrimination * ((abilities[at] ?? 0) - difficulty)),
    0,
  )
}

/** Newton on (ln a, b) with step halving by bounds. */
function maximise(start: ItemParameters, counts: Counts, item: number): ItemParameters {
  let [logA, b] = [Math.log(start.discrimination), start.difficulty]
  for (let step = 0; step < newtonSteps; step++) {
    const a = Math.exp(logA)
    let [g1, g2, h11, h12, h22] = [-logA / logASd ** 2, -b / bSd ** 2, 1 / logASd ** 2, 0, 1 / bSd ** 2]
    for (let at = 0; at < points; at++) {
      const n = counts.answers[item * points + at] ?? 0
      const distance = (abilities[at] ?? 0) - b
      const p = sigmoid(a * distance)
      const error = (counts.right[item * points + at] ?? 0) - n * p
      const weight = n * p * (1 - p)
      g1 += error * a * distance
      g2 -= error * a
      h11 += weight * (a * distance) ** 2
      h12 -= weight * a * a * distance
      h22 += weight * a * a
    }
    const determinant = h11 * h22 - h12 * h12
    if (determinant < 1e-9) break
    const clamp = (value: number, most: number) => Math.min(Math.max(value, -most), most)
    logA = clamp(logA + clamp((h22 * g1 - h12 * g2) / determinant, 0.5), 2)
    b = clamp(b + clamp((h11 * g2 - h12 * g1) / determinant, 1), 6)
  }
  return { discrimination: Math.exp(logA), difficulty: b }
}
