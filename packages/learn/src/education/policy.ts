// Which exercise next: policies on simulated pupils of a BKT world with known truth. The score is how many skills are truly mastered.
import { openRandom, type Random } from '../random.ts'
import { nextMastery, rightBy, type SkillModel } from './bkt.ts'

export const policies = [
  'random',
  'mastery_threshold',
  'lowest_mastery',
  'learning_gain',
  'success_closest_to_0.7',
  'oracle',
] as const
export type Policy = (typeof policies)[number]

export type Simulation = { pupils: number; steps: number; seed: number }

/** Mean number of skills known after the steps, and its standard error. The tutor knows the parameters, not the state. */
export function simulatePolicy(policy: Policy, skills: readonly SkillModel[], { pupils, steps, seed }: Simulation) {
  const random = openRandom(seed)
  const mastered: number[] = []
  for (let pupil = 0; pupil < pupils; pupil++) {
    const known = skills.map((skill) => random() < skill.known)
    const mastery = skills.map((skill) => skill.known)
    for (let step = 0; step < steps; step++) {
      const at = chooseSkill(policy, { skills, mastery, known, random })
      const skill = skills[at]
      if (!skill) continue
      const correct = random() < (known[at] ? 1 - skill.slip : skill.guess)
      mastery[at] = nextMastery(mastery[at] ?? 0, correct, skill)
      if (random() < skill.learn) known[at] = true
    }
    mastered.push(known.filter(Boolean).length)
  }
  const mean = mastered.reduce((sum, one) => sum + one, 0) / pupils
  const variance = mastered.reduce((sum, one) => sum + (one - mean) ** 2, 0) / pupils
  return { policy, mastered: mean, se: Math.sqrt(variance / pupils) }
}

type Situation = {
  skills: readonly SkillModel[]
  mastery: readonly number[]
  known: readonly boolean[]
  random: Random
}

function chooseSkill(policy: Policy, { skills, mastery, known, random }: Situation): number {
  const most = (worth: (at: number) => number) =>
    skills.reduce((best, _, at) => (worth(at) > worth(best) ? at : best), 0)
  const at = (one: number) => mastery[one] ?? 0
  const learn = (one: number) => skills[one]?.learn ?? 0
  if (policy === 'random') return Math.floor(random() * skills.length)
  if (policy === 'lowest_mastery') return most((one) => -at(one))
  if (policy === 'learning_gain') return most((one) => (1 - at(one)) * learn(one))
  if (policy === 'oracle') return most((one) => (known[one] ? -1 : learn(one)))
  if (policy === 'mastery_threshold') {
    const open = mastery.findIndex((one) => one < 0.95)
    return open >= 0 ? open : most((one) => -at(one))
  }
  return most((one) => -Math.abs(rightBy(at(one), skills[one] ?? { known: 0, learn: 0, slip: 0, guess: 0 }) - 0.7))
}
