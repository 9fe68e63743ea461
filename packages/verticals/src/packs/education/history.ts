// What a learner answered so far, oldest first: from the request, or from the tenant's attempts. The skill of a response is the attempt's own,
// else the first skill of its exercise; a response whose skill nobody knows is counted and left out.
import type { TenantRecord } from '../../kit/vertical.ts'
import type { Attempt } from './input.ts'

export type Response = { item: string; skill: string; isRight: boolean; atMs: number; hintsUsed: number }
export type History = { responses: Response[]; withoutSkill: number }

export const maxHistory = 500
const msPerDay = 86_400_000

export function historyOf(attempts: readonly Attempt[], skillOf: (item: string) => string | undefined): History {
  const read = attempts.map((one) => ({
    item: one.item_id,
    skill: one.skill ?? skillOf(one.item_id),
    isRight: one.correct,
    atMs: Date.parse(one.ts),
    hintsUsed: one.hints_used ?? 0,
  }))
  const responses = read
    .flatMap((one) => (one.skill === undefined ? [] : [{ ...one, skill: one.skill }]))
    .sort((a, b) => a.atMs - b.atMs || (a.item < b.item ? -1 : a.item > b.item ? 1 : 0))
    .slice(-maxHistory)
  return { responses, withoutSkill: read.filter((one) => one.skill === undefined).length }
}

/** Guarantee: records of the collection `attempts` were parsed by its schema before they were stored. */
export function attemptsOf(records: readonly TenantRecord[]): Attempt[] {
  return records.map(({ body }) => body as Attempt)
}

/** Outcomes of one skill, oldest first. */
export function outcomesOf(responses: readonly Response[], skill: string): boolean[] {
  return responses.filter((one) => one.skill === skill).map((one) => one.isRight)
}

/** When the skill was last practised, and how many right answers in a row it ends with. */
export function recencyOf(responses: readonly Response[], skill: string): { lastMs: number | null; streak: number } {
  const own = responses.filter((one) => one.skill === skill)
  const wrong = own.findLastIndex((one) => !one.isRight)
  return { lastMs: own.at(-1)?.atMs ?? null, streak: own.length - 1 - wrong }
}

/** Responses on the day of `atMs`, in UTC. */
export function countOnDay(responses: readonly Response[], atMs: number): number {
  const day = Math.floor(atMs / msPerDay)
  return responses.filter((one) => Math.floor(one.atMs / msPerDay) === day).length
}
