// Bayesian knowledge tracing (Corbett and Anderson 1995), one model per skill without forgetting, fitted by expectation maximisation with weak
// priors from three starts. Mastery is what people are shown.
import type { Mask, ResponseLog } from './log.ts'

/** Probabilities of a skill: known before the first response, learnt at a step, a slip when known, a guess when not. */
export type SkillModel = { known: number; learn: number; slip: number; guess: number }

const starts: readonly SkillModel[] = [
  { known: 0.3, learn: 0.1, slip: 0.1, guess: 0.2 },
  { known: 0.6, learn: 0.05, slip: 0.15, guess: 0.3 },
  { known: 0.1, learn: 0.2, slip: 0.05, guess: 0.1 },
]
const unknownSkill: SkillModel = { known: 0.5, learn: 0.1, slip: 0.1, guess: 0.25 }
const steps = 40
const leastResponses = 10

/** Mastery after one response: Bayes, then a chance to learn. */
export function nextMastery(mastery: number, correct: boolean, { learn, slip, guess }: SkillModel): number {
  const right = mastery * (1 - slip) + (1 - mastery) * guess
  const posterior = correct ? (mastery * (1 - slip)) / right : (mastery * slip) / (1 - right)
  return posterior + (1 - posterior) * learn
}

export const rightBy = (mastery: number, { slip, guess }: SkillModel): number =>
  mastery * (1 - slip) + (1 - mastery) * guess

/** One model per skill, from the rows in `train`; a skill with hardly any responses gets the usual one. */
export function fitBkt(log: ResponseLog, train: Mask, signal?: AbortSignal): SkillModel[] {
  const sequences = sequencesOf(log, train)
  return log.skills.map((_, skill) => {
    signal?.throwIfAborted()
    const own = sequences[skill] ?? []
    if (own.reduce((sum, one) => sum + one.length, 0) < leastResponses) return unknownSkill
    let best = { likelihood: Number.NEGATIVE_INFINITY, model: unknownSkill }
    for (const start of starts) {
      let model = start
      let likelihood = 0
      for (let step = 0; step < steps; step++) [model, likelihood] = emStep(own, model)
      if (likelihood > best.likelihood) best = { likelihood, model }
    }
    return best.model
  })
}

/** Outcomes per skill and learner, in order. */
function sequencesOf(log: ResponseLog, train: Mask): Uint8Array[][] {
  const open = new Map<number, number[]>()
  const found: Uint8Array[][] = log.skills.map(() => [])
  const close = () => {
    for (const [skill, outcomes] of open) found[skill]?.push(Uint8Array.from(outcomes))
    open.clear()
  }
  for (let row = 0; row < log.rows; row++) {
    if (log.position[row] === 0) close()
    if (!train[row]) continue
    const skill = log.skill[row] ?? 0
    const own = open.get(skill) ?? []
    own.push(log.correct[row] ?? 0)
    open.set(skill, own)
  }
  close()
  return found
}

/** Expected counts of one pass. */
type Counts = {
  known: number
  sequences: number
  learnt: number
  couldLearn: number
  slips: number
  knownRows: number
  guesses: number
  unknownRows: number
  likelihood: number
}

function emStep(sequences: readonly Uint8Array[], model: SkillModel): [SkillModel, number] {
  const counts: Counts = {
    known: 0,
    sequences: 0,
    learnt: 0,
    couldLearn: 0,
    slips: 0,
    knownRows: 0,
    guesses: 0,
    unknownRows: 0,
    likelihood: 0,
  }
  for (const outcomes of sequences) countSequence(outcomes, model, counts)
  const within = (value: number, high: number) => Math.min(Math.max(value, 0.001), high)
  return [
    {
      known: within((counts.known + 1) / (counts.sequences + 3), 0.999),
      learn: within((counts.learnt + 0.5) / (counts.couldLearn + 6), 0.9),
      slip: within((counts.slips + 1) / (counts.knownRows + 8), 0.5),
      guess: within((counts.guesses + 1) / (counts.unknownRows + 5), 0.5),
    },
    counts.likelihood,
  ]
}

/** Forward and backward over one learner's outcomes on one skill. */
function countSequence(outcomes: Uint8Array, { known, learn, slip, guess }: SkillModel, counts: Counts): void {
  const length = outcomes.length
  const after = new Float64Array(length)
  const scale = new Float64Array(length)
  let prior = known
  for (let at = 0; at < length; at++) {
    const isRight = outcomes[at] === 1
    const ifKnown = prior * (isRight ? 1 - slip : slip)
    const ifNot = (1 - prior) * (isRight ? guess : 1 - guess)
    const sum = ifKnown + ifNot + 1e-300
    scale[at] = sum
    after[at] = ifKnown / sum
    counts.likelihood += Math.log(sum)
    prior = (after[at] ?? 0) + (1 - (after[at] ?? 0)) * learn
  }
  let laterKnown = 1
  let laterNot = 1
  for (let at = length - 1; at >= 0; at--) {
    const isRight = outcomes[at] === 1
    const [a, b] = [(after[at] ?? 0) * laterKnown, (1 - (after[at] ?? 0)) * laterNot]
    const share = a / (a + b)
    counts.knownRows += share
    counts.unknownRows += 1 - share
    if (isRight) counts.guesses += 1 - share
    else counts.slips += share
    const [known1, known0] = [isRight ? 1 - slip : slip, isRight ? guess : 1 - guess]
    if (at === 0) {
      counts.known += share
      counts.sequences += 1
      continue
    }
    const before = after[at - 1] ?? 0
    const learnt = (1 - before) * learn * known1 * laterKnown
    const stayed = (1 - before) * (1 - learn) * known0 * laterNot
    const kept = before * known1 * laterKnown
    const all = learnt + stayed + kept
    counts.learnt += learnt / all
    counts.couldLearn += (learnt + stayed) / all
    const nextKnown = (known1 * laterKnown) / (scale[at] ?? 1)
    const nextNot = (learn * known1 * laterKnown + (1 - learn) * known0 * laterNot) / (scale[at] ?? 1)
    laterKnown = nextKnown
    laterNot = nextNot
  }
}

/** Probability of a correct answer before each response, by the filter. */
export function predictBkt(log: ResponseLog, models: readonly SkillModel[]): Float64Array {
  const predicted = new Float64Array(log.rows)
  const mastery = new Float64Array(log.skills.length)
  for (let row = 0; row < log.rows; row++) {
    if (log.position[row] === 0) for (const [skill, model] of models.entries()) mastery[skill] = model.known
    const skill = log.skill[row] ?? 0
    const model = models[skill] ?? unknownSkill
    const before = mastery[skill] ?? model.known
    predicted[row] = rightBy(before, model)
    mastery[skill] = nextMastery(before, log.correct[row] === 1, model)
  }
  return predicted
}
