// BM25 (Robertson and Zaragoza 2009): score = sum of idf(t) · tf (k1 + 1) / (tf + k1 (1 - b + b · length / mean length)) over a question's
// terms, with idf(t) = ln(1 + (N - n + 0.5) / (n + 0.5)); N passages, n of them with the term. Titles count as terms of every passage.
const k1 = 1.2
const b = 0.75

/** How often a passage has each term that was asked for, its title included, and how many terms it has in all. */
export type Counted = { counts: ReadonlyMap<string, number>; length: number }

export function countTerms(terms: readonly string[], wanted: ReadonlySet<string>): Counted {
  const counts = new Map<string, number>()
  for (const term of terms) if (wanted.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1)
  return { counts, length: terms.length }
}

export type Ranked = {
  at: number
  score: number
  /**
   * 0 to 1: the share of the question's idf that the passage covers, times how fully it does so (score over covered idf, at most 1; a long
   * passage that names a term in passing is below 1). A term that no passage has counts in the share with the largest idf.
   */
  confidence: number
}

/** Passages with a score above 0, best first; equal ones in their order. */
export function rank(counted: readonly Counted[], question: readonly string[]): Ranked[] {
  const mean = counted.reduce((sum, one) => sum + one.length, 0) / Math.max(counted.length, 1)
  const idf = new Map(
    question.map((term) => {
      const having = counted.filter(({ counts }) => counts.has(term)).length
      return [term, Math.log(1 + (counted.length - having + 0.5) / (having + 0.5))]
    }),
  )
  const asked = question.reduce((sum, term) => sum + (idf.get(term) ?? 0), 0)
  return counted
    .map(({ counts, length }, at) => {
      let [score, covered] = [0, 0]
      for (const term of question) {
        const tf = counts.get(term) ?? 0
        if (tf === 0) continue
        const weight = idf.get(term) ?? 0
        covered += weight
        score += (weight * tf * (k1 + 1)) / (tf + k1 * (1 - b + (b * length) / Math.max(mean, 1)))
      }
      return { at, score, confidence: covered === 0 ? 0 : (covered / asked) * Math.min(1, score / covered) }
    })
    .filter((one) => one.score > 0)
    .sort((one, other) => other.score - one.score || one.at - other.at)
}
