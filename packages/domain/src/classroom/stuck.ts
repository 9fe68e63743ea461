// Who is stuck now: wrong several times in a row without an end, or many hints on one exercise. Pure, so that the rule can be read and tested.

export type StuckAttempt = { learner: string; item: string; skill: string | null; isRight: boolean; atMs: number }
export type HintsAsked = { learner: string; item: string; skill: string | null; count: number; lastMs: number }
export type Stuck = {
  learner: string
  item: string
  skill: string | null
  wrongInARow: number
  hints: number
  lastMs: number
}

const leastWrong = 3
const leastHints = 4

/** Longest standing first; ties by learner, so the same data gives the same list. */
export function stuckOf(attempts: readonly StuckAttempt[], hints: readonly HintsAsked[]): Stuck[] {
  const learners = [...new Set([...attempts, ...hints].map((one) => one.learner))].sort()
  return learners
    .flatMap((learner) => stuckLearner(learner, attempts, hints) ?? [])
    .sort((a, b) => b.wrongInARow - a.wrongInARow || b.hints - a.hints || (a.learner < b.learner ? -1 : 1))
}

function stuckLearner(learner: string, attempts: readonly StuckAttempt[], hints: readonly HintsAsked[]): Stuck | null {
  const own = attempts.filter((one) => one.learner === learner).sort((a, b) => a.atMs - b.atMs)
  const wrongInARow = own.length - 1 - own.findLastIndex((one) => one.isRight)
  const last = own.at(-1)
  // Hints count until the exercise is solved.
  const asked = hints
    .filter((one) => one.learner === learner && !isSolvedAfter(own, one))
    .sort((a, b) => b.count - a.count || (a.item < b.item ? -1 : 1))
  const [most] = asked
  if (last && wrongInARow >= leastWrong) {
    const onIt = asked.find((one) => one.item === last.item)?.count ?? 0
    return { learner, item: last.item, skill: last.skill, wrongInARow, hints: onIt, lastMs: last.atMs }
  }
  if (!most || most.count < leastHints) return null
  return { learner, item: most.item, skill: most.skill, wrongInARow, hints: most.count, lastMs: most.lastMs }
}

const isSolvedAfter = (own: readonly StuckAttempt[], asked: HintsAsked) =>
  own.some((one) => one.item === asked.item && one.isRight && one.atMs >= asked.lastMs)
