// The next exercise: the largest expected learning gain, (1 − mastery) · T, among exercises whose expected success lies in the band. The band
// is a constraint and never the goal: aiming at it gets stuck on what the learner already half knows. Pure; a seed settles what is equal.
import { rightOn, type SkillParameters } from './bkt.ts'

/** `difficulty` in logits against the skill's usual exercise, higher is harder. */
export type Candidate = { item: string; skill: string; difficulty: number }
/** `lastMs` is when the skill was last practised, `streak` the right answers in a row since the last wrong one. */
export type SkillState = {
  mastery: number
  parameters: SkillParameters
  lastMs: number | null
  streak: number
}
export type Practised = { item: string; skill: string; isRight: boolean }
export type NextPolicy = {
  band: { low: number; high: number }
  /** What the gain of an exercise outside the band counts for: 0 keeps to the band wherever something lies in it. */
  outsideBand: number
  /** From here a skill counts as mastered, and is reviewed. */
  mastered: number
  /** What a prerequisite must have reached. */
  prerequisite: number
  /** An exercise answered right is not asked again for so many responses. */
  rest: number
  order: 'gain' | 'reviews_first'
}
export type NextArgs = {
  candidates: readonly Candidate[]
  states: ReadonlyMap<string, SkillState>
  /** By skill; a skill that is not named has none. */
  prerequisites: ReadonlyMap<string, readonly string[]>
  /** Newest first. */
  practised: readonly Practised[]
  policy: NextPolicy
  nowMs: number
  seed: number
  /** The champion's probability of a right answer for some items, where it knows better than BKT and the difficulty. */
  expected?: ReadonlyMap<string, number>
}
type Relaxed = 'variety' | 'rest' | 'prerequisites'
export type Ranked = Candidate & { right: number; gain: number; isDue: boolean; isInBand: boolean }
export type Choice = { chosen: Ranked; alternatives: Ranked[]; relaxed: Relaxed[] }

const msPerDay = 86_400_000
/** Half-life of what was learnt: a day, doubled by every right answer in a row, at most 256 days (as in spaced repetition by Leitner's boxes). */
const maxDoublings = 8
const maxAlternatives = 3
const maxPerSkill = 3

/** Null where there is no exercise but the one just answered. */
export function chooseNext(args: NextArgs): Choice | null {
  const { open, relaxed } = eligible(args)
  const ranked = open.map((one) => rank(one, args))
  const isReviewing = args.policy.order === 'reviews_first' && ranked.some((one) => one.isDue)
  const [best, ...others] = inOrder(isReviewing ? ranked.filter((one) => one.isDue) : ranked, args)
  const [chosen, ...same] = best ?? []
  if (!chosen) return null
  const alternatives = [...others.flatMap((own) => own.slice(0, 1)), ...same].slice(0, maxAlternatives)
  return { chosen, alternatives, relaxed }
}

/** Exercises worth asking the champion about: the first few of every skill, the best skills first. */
export function shortlist(args: NextArgs, limit: number): Candidate[] {
  const ranked = eligible(args).open.map((one) => rank(one, args))
  return inOrder(ranked, args)
    .flatMap((own) => own.slice(0, maxPerSkill))
    .slice(0, limit)
}

/** What may be asked. Rules give way one after the other where nothing else is left; the exercise just answered never comes back. */
function eligible(args: NextArgs): { open: Candidate[]; relaxed: Relaxed[] } {
  const { candidates, states, prerequisites, practised, policy } = args
  const [last, second] = practised
  const answered = new Set(
    practised
      .slice(0, policy.rest)
      .filter((one) => one.isRight)
      .map((one) => one.item),
  )
  const rules: Record<Relaxed, (one: Candidate) => boolean> = {
    variety: (one) => !(last?.skill === one.skill && second?.skill === one.skill),
    rest: (one) => !answered.has(one.item),
    prerequisites: (one) =>
      (prerequisites.get(one.skill) ?? []).every((name) => (states.get(name)?.mastery ?? 1) >= policy.prerequisite),
  }
  const others = candidates.filter((one) => one.item !== last?.item && states.has(one.skill))
  const order: Relaxed[] = ['variety', 'rest', 'prerequisites']
  for (let given = 0; given <= order.length; given++) {
    const kept = order.slice(given)
    const open = others.filter((one) => kept.every((rule) => rules[rule](one)))
    if (open.length > 0) return { open, relaxed: order.slice(0, given) }
  }
  return { open: [], relaxed: order }
}

function rank(one: Candidate, { states, policy, nowMs, expected }: NextArgs): Ranked {
  const state = states.get(one.skill)
  if (!state) throw new Error(`no state of the skill ${one.skill}`)
  const { mastery, isDue } = remembered(state, policy, nowMs)
  const right = expected?.get(one.item) ?? rightOn(mastery, state.parameters, one.difficulty)
  // What a review brings back counts like what is newly learnt.
  const gain = (1 - mastery) * state.parameters.learn + right * (state.mastery - mastery)
  return { ...one, right, gain, isDue, isInBand: right >= policy.band.low && right <= policy.band.high }
}

/** Mastery with what was forgotten since the last practice taken off, down to what the skill began at. */
export function remembered(
  { mastery, parameters, lastMs, streak }: SkillState,
  { mastered }: Pick<NextPolicy, 'mastered'>,
  nowMs: number,
): { mastery: number; isDue: boolean } {
  if (lastMs === null) return { mastery, isDue: false }
  const halfLives = Math.max(0, nowMs - lastMs) / (msPerDay * 2 ** Math.min(streak, maxDoublings))
  const floor = Math.min(mastery, parameters.known)
  return { mastery: floor + (mastery - floor) * 2 ** -halfLives, isDue: mastery >= mastered && halfLives >= 1 }
}

/**
 * By skill, the best first: skills by gain, the exercises of a skill by the band. A skill without an exercise in the band gives way to one that
 * has one, unless that costs too much of the gain: on simulated pupils a band that always wins is a goal in disguise (6.3 skills of 10 mastered
 * after 60 steps at outsideBand 0, 8.0 at 0.3).
 */
function inOrder(ranked: readonly Ranked[], { practised, seed, policy }: NextArgs): Ranked[][] {
  const tries = new Map<string, number>()
  for (const { item } of practised) tries.set(item, (tries.get(item) ?? 0) + 1)
  const bySkill = new Map<string, Placed[]>()
  for (const one of ranked) {
    const placed = { one, outside: outside(one, policy), tried: tries.get(one.item) ?? 0, hash: hashOf(one.item, seed) }
    const own = bySkill.get(one.skill)
    if (own) own.push(placed)
    else bySkill.set(one.skill, [placed])
  }
  const worth = ({ one }: Placed) => one.gain * (one.isInBand ? 1 : policy.outsideBand)
  return [...bySkill.values()]
    .map((own) => own.sort((a, b) => apart(a.outside, b.outside) || settled(a, b)))
    .flatMap((own) => (own[0] ? [{ own, best: own[0] }] : []))
    .sort((a, b) => apart(worth(b.best), worth(a.best)) || settled(a.best, b.best))
    .map(({ own }) => own.map(({ one }) => one))
}

type Placed = { one: Ranked; outside: number; tried: number; hash: number }

/** What is tried less comes first; then the seed decides. */
const settled = (a: Placed, b: Placed) => a.tried - b.tried || a.hash - b.hash || (a.one.item < b.one.item ? -1 : 1)

const apart = (a: number, b: number) => (Math.abs(a - b) > 1e-9 ? a - b : 0)

const outside = ({ right }: Ranked, { band }: NextPolicy) => Math.max(band.low - right, right - band.high, 0)

/** FNV-1a with the seed in front, then mixed: near seeds give far orders. */
function hashOf(text: string, seed: number): number {
  let hash = Math.imul(seed ^ 0x811c9dc5, 0x01000193)
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}
