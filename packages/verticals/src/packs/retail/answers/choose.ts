// From rankings to quotes: by words alone where they are enough, else by words and meaning together. Each has its bound in the template.

import { confidenceOf, type Evidence } from './confidence.ts'
import type { Retrieval } from './features.ts'
import type { Meaning } from './meaning.ts'
import type { Passage } from './passages.ts'

/** Further passages are quoted only when they come this near to the best. */
const nearBest = 0.6

/** `bm25` is the score by words, `cosine` the nearness in meaning where a model answered. */
export type Quote = { passage: Passage; bm25: number; cosine: number | null; confidence: number }
export type Chosen = {
  by: 'bm25' | 'fused'
  quotes: Quote[]
  /** Of the best passage; 0 where none was found. */
  confidence: number
  needed: number
}
type Scored = Quote & { at: number; order: number }

/**
 * What words alone answer, a model never takes away. Nor is it heard where they nearly answer: then they found the matter and miss a word that
 * makes it another question ("Do gift cards work in Norway?"), and to a model of meaning such a question is as near as the one that is covered.
 */
export function choose(features: Retrieval, meaning: Meaning): Chosen {
  const { minConfidence, minConfidenceMeaning } = features.asks
  const words = byWords(features, meaning)
  if (meaning === null || !isOpen(words, features.asks))
    return chosenOf(words, { by: 'bm25', needed: minConfidence, features })
  return chosenOf(byBoth(features, meaning), { by: 'fused', needed: minConfidenceMeaning, features })
}

/** Whether words leave the question to a model. */
function isOpen(found: readonly { confidence: number }[], { minConfidence, modelBelow }: Retrieval['asks']): boolean {
  return found.every(({ confidence }) => confidence < Math.min(minConfidence, modelBelow))
}

type Choosing = { by: Chosen['by']; needed: number; features: Retrieval }

function chosenOf(scored: readonly Scored[], { by, needed, features }: Choosing): Chosen {
  const [best] = scored
  const chosen = scored
    .filter((one) => one.confidence >= needed && one.order >= nearBest * (best?.order ?? 0))
    .slice(0, features.asks.maxPassages)
  return {
    by,
    quotes: readingOrder(chosen),
    confidence: scored.reduce((most, one) => Math.max(most, one.confidence), 0),
    needed,
  }
}

function byWords({ ranked, passages }: Retrieval, meaning: Meaning): Scored[] {
  return ranked.flatMap(({ at, score, confidence }) => {
    const passage = passages[at]
    return passage ? [{ passage, at, order: score, bm25: score, cosine: meaning?.cosines[at] ?? null, confidence }] : []
  })
}

function byBoth({ ranked, passages }: Retrieval, meaning: NonNullable<Meaning>): Scored[] {
  const words = new Map(ranked.map((one) => [one.at, one]))
  const evidence = evidenceOf(passages, {
    cosines: meaning.cosines,
    lexicals: new Map(ranked.map((one) => [one.at, one.confidence])),
  })
  return passages
    .map((passage, at) => {
      const own = evidence[at] ?? { lexical: 0, cosine: 0, lead: 0 }
      const confidence = confidenceOf(own, meaning.weights)
      return { passage, at, order: confidence, bm25: words.get(at)?.score ?? 0, cosine: own.cosine, confidence }
    })
    .sort((one, other) => other.confidence - one.confidence || one.at - other.at)
}

type Readings = { cosines: readonly number[]; lexicals: ReadonlyMap<number, number> }

/** What speaks for each passage; it leads by how much nearer it is than the nearest passage of any other article. */
export function evidenceOf(passages: readonly Pick<Passage, 'article'>[], { cosines, lexicals }: Readings): Evidence[] {
  const bestOf = new Map<string, number>()
  for (const [at, { article }] of passages.entries())
    bestOf.set(article, Math.max(bestOf.get(article) ?? -1, cosines[at] ?? 0))
  const [first, second] = [...bestOf].sort(([, one], [, other]) => other - one)
  return passages.map(({ article }, at) => {
    const cosine = cosines[at] ?? 0
    const rival = first?.[0] === article ? (second?.[1] ?? 0) : (first?.[1] ?? 0)
    return { lexical: lexicals.get(at) ?? 0, cosine, lead: cosine - rival }
  })
}

/** The best article first; its passages as they stand in it. */
function readingOrder(chosen: readonly Scored[]): Quote[] {
  const order = [...new Set(chosen.map(({ passage }) => passage.article))]
  return chosen
    .toSorted((a, b) => order.indexOf(a.passage.article) - order.indexOf(b.passage.article) || a.at - b.at)
    .map(({ passage, bm25, cosine, confidence }) => ({ passage, bm25, cosine, confidence }))
}
