// What a pupil's practice is worth in a gradebook, and the message that says it. The score is mean mastery of the link's skills, a skill that was never
// answered counting nothing; of a link without skills, of the skills the pupil answered. Pure.

/** As the class page reads it: mastery in [0, 1] and how many answers it rests on. */
export type Traced = { skill: string; p: number; n: number }

export type Score = { score: number; isComplete: boolean }

type Practised = { skills: readonly string[]; traced: readonly Traced[]; mastered: number }

/** `mastered` is the template's line. Null where there is nothing to say yet. */
export function scoreOf({ skills, traced, mastered }: Practised): Score | null {
  const answered = traced.filter((one) => one.n > 0)
  const told =
    skills.length > 0
      ? skills.map((skill) => answered.find((one) => one.skill === skill)?.p ?? 0)
      : answered.map((one) => one.p)
  if (told.length === 0 || answered.length === 0) return null
  const mean = told.reduce((sum, p) => sum + p, 0) / told.length
  return { score: Math.min(1, Math.max(0, mean)), isComplete: skills.length > 0 && told.every((p) => p >= mastered) }
}

/** `{lineitem}/scores`, before the query that a line item's address may have: AGS 2.0, section 3.4.3. */
export function scoresUrl(lineItem: string): URL {
  const url = new URL(lineItem)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/scores`
  return url
}

type Told = Score & { userId: string; at: Date }

/** AGS 2.0, section 3.4: out of 100, to two decimals, so that gradebooks show what a teacher reads as percent. */
export function scoreBody({ score, isComplete, userId, at }: Told): string {
  return JSON.stringify({
    timestamp: at.toISOString(),
    scoreGiven: Math.round(score * 10_000) / 100,
    scoreMaximum: 100,
    activityProgress: isComplete ? 'Completed' : 'InProgress',
    gradingProgress: 'FullyGraded',
    userId,
  })
}
