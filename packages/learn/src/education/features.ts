// What a learner's history says about the next response: counts, recency, streaks and an Elo rating (Pelanek 2016), 26 numbers per row, all
// from before the response. One state per learner, so that serving computes the same numbers from a history.
import type { Mask, ResponseLog } from './log.ts'

export const featureNames = [
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

/** The history of one learner. */
export function openLearner(difficulty: Difficulty) {
  const skills = new Map<number, Counter>()
  const items = new Map<number, { wins: number; fails: number }>()
  let [wins, fails, slow, fast, ability, rated, place] = [0, 0, 0, 0, 0, 0, 0]
  let [last1, last2, last3, lastSkill] = [0, 0, 0, -1]
  const eloOf = (skill: number, item: number) =>
    ability + (skills.get(skill)?.ability ?? 0) + (difficulty.item[item] ?? 0)
  return {
    /** Writes the 26 numbers for a response to come into `to` from `at` on. */
    write(to: Float32Array, at: number, next: { skill: number; item: number; timeS: number }): void {
      const own = skills.get(next.skill) ?? newCounter()
      const tried = items.get(next.item)
      const isSame = lastSkill === next.skill
      const values = [
        Math.log1p(wins),
        Math.log1p(fails),
        Math.log1p(own.wins),
        Math.log1p(own.fails),
        Math.log1p(tried?.wins ?? 0),
        Math.log1p(tried?.fails ?? 0),
        slow,
        fast,
        own.mean,
        last1,
        last2,
        last3,
        own.last,
        own.at >= 0 ? Math.log1p(place - own.at) : 6,
        own.at >= 0 ? 1 : 0,
        isSame ? 1 : 0,
        ability,
        own.ability,
        difficulty.skill[next.skill] ?? 0,
        difficulty.item[next.item] ?? 0,
        eloOf(next.skill, next.item),
        own.atS >= 0 ? Math.log1p(Math.max(0, next.timeS - own.atS)) : 0,
        (wins + 2) / (wins + fails + 3),
        (own.wins + 1) / (own.wins + own.fails + 2),
        isSame ? last1 : 0,
        isSame ? 0 : last1,
      ]
      to.set(values, at)
    },
    add({ skill, item, timeS, correct }: { skill: number; item: number; timeS: number; correct: boolean }): void {
      const own = skills.get(skill) ?? newCounter()
      const tried = items.get(item) ?? { wins: 0, fails: 0 }
      const error = (correct ? 1 : 0) - 1 / (1 + Math.exp(-eloOf(skill, item)))
      const sign = correct ? 1 : -1
      ability += (0.35 / (1 + 0.05 * rated) + 0.02) * error
      own.ability += (0.5 / (1 + 0.15 * own.rated) + 0.05) * error
      rated++
      own.rated++
      if (correct) {
        own.wins++
        wins++
        tried.wins++
      } else {
        own.fails++
        fails++
        tried.fails++
      }
      slow = 0.9 * slow + 0.1 * sign
      fast = 0.7 * fast + 0.3 * sign
      own.mean = 0.8 * own.mean + 0.2 * sign
      ;[last3, last2, last1] = [last2, last1, sign]
      Object.assign(own, { last: sign, at: place, atS: timeS })
      lastSkill = skill
      place++
      skills.set(skill, own)
      items.set(item, tried)
    },
  }
}

/** All rows [rows, 26]. */
export function featuresOf(log: ResponseLog, difficulty: Difficulty): Float32Array {
  const features = new Float32Array(log.rows * featureCount)
  let learner = openLearner(difficulty)
  for (let row = 0; row < log.rows; row++) {
    if (log.position[row] === 0) learner = openLearner(difficulty)
    const response = { skill: log.skill[row] ?? 0, item: log.item[row] ?? 0, timeS: log.timeS[row] ?? 0 }
    learner.write(features, row * featureCount, response)
    learner.add({ ...response, correct: log.correct[row] === 1 })
  }
  return features
}
