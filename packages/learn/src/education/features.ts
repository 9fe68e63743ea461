// What a learner's history says about the next response: counts, recency, streaks and an Elo rating (Pelanek 2016), 26 numbers per row, all
// from before the response. One state per learner, so that serving computes the same numbers from a history.
import type { Mask, ResponseLog } from './log.ts'

const featureNames = [
  'wins',
  'fails',
  'skill_wins',
  'skill_fails',
  'item_wins',
  'item_fails',
  'slow_mean',
  'fast_mean',
  'skill_mean',
  'last_1',
  'last_2',
  'last_3',
  'skill_last',
  'skill_gap',
  'skill_seen',
  'skill_repeats',
  'ability',
  'skill_ability',
  'skill_difficulty',
  'item_difficulty',
  'elo_logit',
  'skill_gap_s',
  'share_right',
  'skill_share_right',
  'last_same_skill',
  'last_other_skill',
] as const
export const featureCount = featureNames.length

/** Log odds of a correct answer per skill and per item, smoothed with five responses of the mean. */
export type Difficulty = { skill: Float64Array; item: Float64Array }

const smoothing = 5

export function difficultyOf(log: ResponseLog, train: Mask): Difficulty {
  let [right, rows] = [0, 0]
  for (let row = 0; row < log.rows; row++) {
    if (!train[row]) continue
    rows++
    right += log.correct[row] ?? 0
  }
  const mean = right / rows
  const logits = (codes: Int32Array, count: number) => {
    const [sums, totals] = [new Float64Array(count), new Float64Array(count)]
    for (let row = 0; row < log.rows; row++) {
      if (!train[row]) continue
      const code = codes[row] ?? 0
      sums[code] = (sums[code] ?? 0) + (log.correct[row] ?? 0)
      totals[code] = (totals[code] ?? 0) + 1
    }
    return sums.map((sum, code) => logitOf((sum + smoothing * mean) / ((totals[code] ?? 0) + smoothing)))
  }
  return { skill: logits(log.skill, log.skills.length), item: logits(log.item, log.items.length) }
}

export const logitOf = (p: number): number => Math.log(p / (1 - p))

type Counter = {
  wins: number
  fails: number
  last: number
  at: number
  atS: number
  mean: number
  ability: number
  rated: number
}
const newCounter = (): Counter => ({ wins: 0, fails: 0, last: 0, at: -1, atS: -1, mean: 0, ability: 0, rated: 0 })

type Response = { skill: number; item: number; timeS: number }

/** The history of one learner so far. */
type Learner = {
  skills: Map<number, Counter>
  items: Map<number, { wins: number; fails: number }>
  wins: number
  fails: number
  slow: number
  fast: number
  ability: number
  rated: number
  place: number
  last: [number, number, number]
  lastSkill: number
}

const newLearner = (): Learner => ({
  skills: new Map(),
  items: new Map(),
  wins: 0,
  fails: 0,
  slow: 0,
  fast: 0,
  ability: 0,
  rated: 0,
  place: 0,
  last: [0, 0, 0],
  lastSkill: -1,
})

function eloOf(of: Learner, { skill, item }: Response, difficulty: Difficulty): number {
  return of.ability + (of.skills.get(skill)?.ability ?? 0) + (difficulty.item[item] ?? 0)
}

/** The 26 numbers for a response to come, in the order of their names. */
function numbersFor(of: Learner, next: Response, difficulty: Difficulty): number[] {
  const own = of.skills.get(next.skill) ?? newCounter()
  const tried = of.items.get(next.item)
  const isSame = of.lastSkill === next.skill
  const [last1, last2, last3] = of.last
  const history = [of.wins, of.fails, own.wins, own.fails, tried?.wins ?? 0, tried?.fails ?? 0].map(Math.log1p)
  return [
    ...history,
    of.slow,
    of.fast,
    own.mean,
    last1,
    last2,
    last3,
    own.last,
    own.at >= 0 ? Math.log1p(of.place - own.at) : 6,
    own.at >= 0 ? 1 : 0,
    isSame ? 1 : 0,
    of.ability,
    own.ability,
    difficulty.skill[next.skill] ?? 0,
    difficulty.item[next.item] ?? 0,
    eloOf(of, next, difficulty),
    own.atS >= 0 ? Math.log1p(Math.max(0, next.timeS - own.atS)) : 0,
    (of.wins + 2) / (of.wins + of.fails + 3),
    (own.wins + 1) / (own.wins + own.fails + 2),
    isSame ? last1 : 0,
    isSame ? 0 : last1,
  ]
}

/** Elo: the faster the fewer responses were rated; then counts and decayed means. */
function add(of: Learner, response: Response & { correct: boolean }, difficulty: Difficulty): void {
  const { skill, item, timeS, correct } = response
  const own = of.skills.get(skill) ?? newCounter()
  const tried = of.items.get(item) ?? { wins: 0, fails: 0 }
  const error = (correct ? 1 : 0) - 1 / (1 + Math.exp(-eloOf(of, response, difficulty)))
  const sign = correct ? 1 : -1
  of.ability += (0.35 / (1 + 0.05 * of.rated) + 0.02) * error
  own.ability += (0.5 / (1 + 0.15 * own.rated) + 0.05) * error
  of.rated++
  own.rated++
  for (const counter of [of, own, tried]) {
    if (correct) counter.wins++
    else counter.fails++
  }
  of.slow = 0.9 * of.slow + 0.1 * sign
  of.fast = 0.7 * of.fast + 0.3 * sign
  own.mean = 0.8 * own.mean + 0.2 * sign
  of.last = [sign, of.last[0], of.last[1]]
  Object.assign(own, { last: sign, at: of.place, atS: timeS })
  of.lastSkill = skill
  of.place++
  of.skills.set(skill, own)
  of.items.set(item, tried)
}

/** All rows [rows, 26]. */
export function featuresOf(log: ResponseLog, difficulty: Difficulty): Float32Array {
  const features = new Float32Array(log.rows * featureCount)
  let learner = newLearner()
  for (let row = 0; row < log.rows; row++) {
    if (log.position[row] === 0) learner = newLearner()
    const response = { skill: log.skill[row] ?? 0, item: log.item[row] ?? 0, timeS: log.timeS[row] ?? 0 }
    features.set(numbersFor(learner, response, difficulty), row * featureCount)
    add(learner, { ...response, correct: log.correct[row] === 1 }, difficulty)
  }
  return features
}
