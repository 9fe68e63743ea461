// The numbers a trained tutor reads of a response to come: counts, recency, streaks, an Elo rating and BKT's logit. Worked out as the trainer
// does (packages/learn/src/education/features.ts, which a pack may not import); a parity test in workers/inference holds them equal.
import { nextMastery, rightBy, type SkillParameters } from './bkt.ts'
import type { Response } from './history.ts'

export const featureCount = 27

/** Difficulties in log odds of a right answer, as on the card. */
export type Difficulties = {
  skill: (name: string) => number
  item: (name: string) => number
  parameters: (skill: string) => SkillParameters
}
type Asked = { skill: string; item: string; atMs: number }

type Counter = { wins: number; fails: number }
type SkillCounter = Counter & {
  last: number
  place: number
  atMs: number
  mean: number
  ability: number
  rated: number
  mastery: number
}
type Learner = Counter & {
  skills: Map<string, SkillCounter>
  items: Map<string, Counter>
  slow: number
  fast: number
  ability: number
  rated: number
  place: number
  last: [number, number, number]
  lastSkill: string | null
}

/** 27 numbers, in the order of the trainer's features. Responses are oldest first. */
export function responseFeatures(responses: readonly Response[], asked: Asked, difficulties: Difficulties): number[] {
  const learner = newLearner()
  for (const response of responses) add(learner, response, difficulties)
  return numbersFor(learner, asked, difficulties)
}

function newLearner(): Learner {
  return {
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
    lastSkill: null,
  }
}

function counterOf(of: Learner, skill: string, { parameters }: Difficulties): SkillCounter {
  const fresh = { wins: 0, fails: 0, last: 0, place: -1, atMs: 0, mean: 0, ability: 0, rated: 0 }
  return of.skills.get(skill) ?? { ...fresh, mastery: parameters(skill).known }
}

function eloOf(of: Learner, { skill, item }: { skill: string; item: string }, difficulties: Difficulties): number {
  return of.ability + (of.skills.get(skill)?.ability ?? 0) + difficulties.item(item)
}

function add(of: Learner, response: Response, difficulties: Difficulties): void {
  const { skill, item, isRight, atMs } = response
  const own = counterOf(of, skill, difficulties)
  const tried = of.items.get(item) ?? { wins: 0, fails: 0 }
  const error = (isRight ? 1 : 0) - 1 / (1 + Math.exp(-eloOf(of, response, difficulties)))
  const sign = isRight ? 1 : -1
  of.ability += (0.35 / (1 + 0.05 * of.rated) + 0.02) * error
  own.ability += (0.5 / (1 + 0.15 * own.rated) + 0.05) * error
  of.rated++
  own.rated++
  for (const counter of [of, own, tried]) {
    if (isRight) counter.wins++
    else counter.fails++
  }
  of.slow = 0.9 * of.slow + 0.1 * sign
  of.fast = 0.7 * of.fast + 0.3 * sign
  own.mean = 0.8 * own.mean + 0.2 * sign
  own.mastery = nextMastery(own.mastery, isRight, difficulties.parameters(skill))
  of.last = [sign, of.last[0], of.last[1]]
  of.lastSkill = skill
  of.skills.set(skill, { ...own, last: sign, place: of.place, atMs })
  of.items.set(item, tried)
  of.place++
}

function numbersFor(of: Learner, next: Asked, difficulties: Difficulties): number[] {
  const own = counterOf(of, next.skill, difficulties)
  const isSeen = own.place >= 0
  const tried = of.items.get(next.item) ?? { wins: 0, fails: 0 }
  const isSame = of.lastSkill === next.skill
  const mastery = Math.min(Math.max(rightBy(own.mastery, difficulties.parameters(next.skill)), 1e-3), 1 - 1e-3)
  return [
    ...[of.wins, of.fails, own.wins, own.fails, tried.wins, tried.fails].map(Math.log1p),
    of.slow,
    of.fast,
    own.mean,
    ...of.last,
    own.last,
    isSeen ? Math.log1p(of.place - own.place) : 6,
    isSeen ? 1 : 0,
    isSame ? 1 : 0,
    of.ability,
    own.ability,
    difficulties.skill(next.skill),
    difficulties.item(next.item),
    eloOf(of, next, difficulties),
    isSeen ? Math.log1p(Math.max(0, next.atMs - own.atMs) / 1000) : 0,
    (of.wins + 2) / (of.wins + of.fails + 3),
    (own.wins + 1) / (own.wins + own.fails + 2),
    isSame ? of.last[0] : 0,
    isSame ? 0 : of.last[0],
    Math.log(mastery / (1 - mastery)),
  ]
}
