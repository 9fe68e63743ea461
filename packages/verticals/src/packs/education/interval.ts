// The 90 % interval of a mastery: how far it would move if the skill's four parameters were somewhat different. Each parameter's logit is
// normal around the model's value; three Gauss-Hermite nodes each give 81 models, weighed by how well they explain the responses.
import { nextMastery, rightBy, type SkillParameters } from './bkt.ts'

// Standard deviations in logits: the spread of one parameter between skills in published fits (Baker et al. 2008, Pardos and Heffernan 2010).
const spread: SkillParameters = { known: 0.8, learn: 0.6, slip: 0.5, guess: 0.5 }
/** Nodes and weights of E f(z), z standard normal, exact to the fifth degree. */
const nodes = [
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6],
] as const
const tail = 0.05

/** Lower and upper end; `mastery` of the model itself is always inside. Outcomes are oldest first. */
export function masteryInterval(
  outcomes: readonly boolean[],
  parameters: SkillParameters,
  mastery: number,
): [number, number] {
  const models = neighbours(parameters).map(({ model, weight }) => weighed(outcomes, model, weight))
  const best = Math.max(...models.map((one) => one.logWeight))
  const points = models
    .map((one) => ({ mastery: one.mastery, weight: Math.exp(one.logWeight - best) }))
    .sort((a, b) => a.mastery - b.mastery)
  const all = points.reduce((sum, one) => sum + one.weight, 0)
  const at = (share: number) => {
    let sum = 0
    for (const one of points) {
      sum += one.weight
      if (sum >= share * all) return one.mastery
    }
    return points.at(-1)?.mastery ?? mastery
  }
  return [Math.min(at(tail), mastery), Math.max(at(1 - tail), mastery)]
}

function neighbours(parameters: SkillParameters): { model: SkillParameters; weight: number }[] {
  const around = (name: keyof SkillParameters, most: number) =>
    nodes.map(([z, weight]) => ({ value: Math.min(moved(parameters[name], z * spread[name]), most), weight }))
  return around('known', 0.999).flatMap((known) =>
    around('learn', 0.9).flatMap((learn) =>
      around('slip', 0.5).flatMap((slip) =>
        around('guess', 0.5).map((guess) => ({
          model: { known: known.value, learn: learn.value, slip: slip.value, guess: guess.value },
          weight: known.weight * learn.weight * slip.weight * guess.weight,
        })),
      ),
    ),
  )
}

const moved = (p: number, logits: number) => 1 / (1 + (1 / p - 1) * Math.exp(-logits))

function weighed(outcomes: readonly boolean[], model: SkillParameters, prior: number) {
  let mastery = model.known
  let logWeight = Math.log(prior)
  for (const isRight of outcomes) {
    const right = rightBy(mastery, model)
    logWeight += Math.log(isRight ? right : 1 - right)
    mastery = nextMastery(mastery, isRight, model)
  }
  return { mastery, logWeight }
}
