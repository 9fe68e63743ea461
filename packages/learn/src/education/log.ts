// Responses of learners in typed arrays, sorted by learner, then time, then their order in the source.

export type ResponseLog = {
  rows: number
  learners: string[]
  skills: string[]
  items: string[]
  learner: Int32Array
  skill: Int32Array
  item: Int32Array
  correct: Uint8Array
  /** Seconds; steps of a minute where the source has no time. */
  timeS: Float64Array
  /** Place within the learner's own responses, from 0. */
  position: Int32Array
  /** The row of the source that each response came from. */
  source: Int32Array
}

export type ResponseColumns = {
  learner: readonly string[]
  skill: readonly string[]
  /** The skill stands for the item where there is none. */
  item?: readonly string[] | undefined
  correct: ArrayLike<number>
  timeS?: ArrayLike<number> | undefined
}

/** Names are numbered in sorted order, numbers as numbers. Throws when an outcome is neither 0 nor 1. */
export function responseLog(columns: ResponseColumns): ResponseLog {
  const rows = columns.learner.length
  const bad = Array.from(columns.correct).findIndex((one) => one !== 0 && one !== 1)
  if (bad >= 0) throw new Error(`row ${bad + 1}: the outcome is ${columns.correct[bad]}, not 0 or 1`)
  const [learners, skills, items] = [columns.learner, columns.skill, columns.item ?? columns.skill].map(namesOf)
  if (!learners || !skills || !items) throw new Error('no columns')
  const [learner, skill] = [codesOf(columns.learner, learners), codesOf(columns.skill, skills)]
  const item = codesOf(columns.item ?? columns.skill, items)
  const order = Int32Array.from(learner.keys()).sort(
    (a, b) => (learner[a] ?? 0) - (learner[b] ?? 0) || (columns.timeS?.[a] ?? 0) - (columns.timeS?.[b] ?? 0) || a - b,
  )
  const pick = (from: ArrayLike<number>) => Int32Array.from(order, (row) => from[row] ?? 0)
  const sorted = pick(learner)
  const position = new Int32Array(rows)
  for (let row = 1; row < rows; row++)
    position[row] = sorted[row] === sorted[row - 1] ? (position[row - 1] ?? 0) + 1 : 0
  return {
    rows,
    learners,
    skills,
    items,
    learner: sorted,
    skill: pick(skill),
    item: pick(item),
    correct: Uint8Array.from(order, (row) => columns.correct[row] ?? 0),
    timeS: Float64Array.from(order, (row, at) => columns.timeS?.[row] ?? (position[at] ?? 0) * 60),
    position,
    source: order,
  }
}

function namesOf(cells: readonly string[]): string[] {
  return [...new Set(cells)].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0))
}

function codesOf(cells: readonly string[], names: readonly string[]): Int32Array {
  const index = new Map(names.map((name, at) => [name, at]))
  return Int32Array.from(cells, (cell) => index.get(cell) ?? 0)
}

/** The responses for which `keeps` says yes; positions are counted anew. */
export function selectResponses(log: ResponseLog, keeps: (row: number) => boolean): ResponseLog {
  const kept = Int32Array.from(log.learner.keys()).filter((row) => keeps(row))
  const pick = (from: Int32Array) => Int32Array.from(kept, (row) => from[row] ?? 0)
  const learner = pick(log.learner)
  const position = new Int32Array(kept.length)
  for (let row = 1; row < kept.length; row++)
    position[row] = learner[row] === learner[row - 1] ? (position[row - 1] ?? 0) + 1 : 0
  return {
    ...log,
    rows: kept.length,
    learner,
    skill: pick(log.skill),
    item: pick(log.item),
    correct: Uint8Array.from(kept, (row) => log.correct[row] ?? 0),
    timeS: Float64Array.from(kept, (row) => log.timeS[row] ?? 0),
    position,
    source: pick(log.source),
  }
}

/** Marks the rows of a seeded share of the learners. */
export type Mask = Uint8Array
