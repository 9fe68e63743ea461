// Bayesian knowledge tracing (Corbett and Anderson 1995): mastery of a skill after each response. The same arithmetic as the graph and the
// trainer, which a pack may not import; a parity test in workers/inference holds the three together.

/** Probabilities of a skill: known before the first response, learnt at a step, a slip when known, a guess when not. */
export type SkillParameters = { known: number; learn: number; slip: number; guess: number }

/** For a skill the model has not met: middle values of published fits (Corbett and Anderson 1995, Baker et al. 2008). */
export const genericSkill: SkillParameters = { known: 0.4, learn: 0.12, slip: 0.1, guess: 0.2 }

/** Mastery after one response: Bayes, then a chance to learn. */
export function nextMastery(mastery: number, isRight: boolean, parameters: SkillParameters): number {
  const { learn, slip } = parameters
  const right = rightBy(mastery, parameters)
  const posterior = isRight ? (mastery * (1 - slip)) / right : (mastery * slip) / (1 - right)
  // Rounding can carry a certain mastery past one.
  return Math.min(1, posterior + (1 - posterior) * learn)
}

/** Probability of a right answer. */
export function rightBy(mastery: number, { slip, guess }: SkillParameters): number {
  return mastery * (1 - slip) + (1 - mastery) * guess
}

/** From the prior through all responses, oldest first. */
export function replay(outcomes: readonly boolean[], parameters: SkillParameters): number {
  return outcomes.reduce((mastery, isRight) => nextMastery(mastery, isRight, parameters), parameters.known)
}

/**
 * Probability of a right answer on an exercise that is `difficulty` logits harder than its skill's usual one: the odds of a slip and of a
 * guess both move by it.
 */
export function rightOn(mastery: number, parameters: SkillParameters, difficulty: number): number {
  const { slip, guess } = parameters
  return mastery * shifted(1 - slip, -difficulty) + (1 - mastery) * shifted(guess, -difficulty)
}

function shifted(p: number, logits: number): number {
  return 1 / (1 + (1 / p - 1) * Math.exp(-logits))
}
