// Logs that repeat one response for every skill of its exercise: rows that copy the response before under another skill, as learnt from the
// training rows. An ordered pair of skills that agrees in 97 % of 30 cases or more is a copy, not two answers.
import type { Mask, ResponseLog } from './log.ts'

const leastPairs = 30
const leastAgreement = 0.97

/** 1 where a row is such a copy. */
export function deduplicate(log: ResponseLog, train: Mask): Uint8Array {
  const pairs = new Map<number, [agreed: number, all: number]>()
  const pairOf = (row: number): number | null => {
    const isFirst = (log.position[row] ?? 0) === 0
    const [before, own] = [log.skill[row - 1] ?? 0, log.skill[row] ?? 0]
    return isFirst || before === own ? null : before * log.skills.length + own
  }
  for (let row = 0; row < log.rows; row++) {
    const pair = train[row] ? pairOf(row) : null
    if (pair === null) continue
    const [agreed, all] = pairs.get(pair) ?? [0, 0]
    pairs.set(pair, [agreed + (log.correct[row] === log.correct[row - 1] ? 1 : 0), all + 1])
  }
  return Uint8Array.from(log.learner, (_, row) => {
    const [agreed, all] = pairs.get(pairOf(row) ?? -1) ?? [0, 0]
    return all >= leastPairs && agreed / all >= leastAgreement && log.correct[row] === log.correct[row - 1] ? 1 : 0
  })
}
