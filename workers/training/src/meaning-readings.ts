// What words and a model say of every passage for questions whose article is known, through the pack's own ranking: with the article there, and
// with it taken away, when every passage is wrong.

import type { ConfidenceWeights } from '@guildhall/contracts/model-card'
import type { Candidate } from '@guildhall/learn/text/fit-confidence'
import { evidenceOf } from '@guildhall/verticals/packs/retail/answers/choose'
import { confidenceOf } from '@guildhall/verticals/packs/retail/answers/confidence'
import { rankByWords, wordsOfPassages } from '@guildhall/verticals/packs/retail/answers/features'
import { defaultAnswersContent } from '@guildhall/verticals/packs/retail/answers/input'
import { nearness } from '@guildhall/verticals/packs/retail/answers/meaning'
import type { Fold, Language } from './meaning-folds.ts'

/** Vectors of texts in their order; an empty one where the model has nothing to say. */
export type Embed = (texts: readonly string[]) => Promise<Float32Array[]>

/**
 * `wordsFirst`: whether the best passage by words is of the right article. `open` says whether words leave the question open, which is when the
 * model is heard.
 */
export type Reading = {
  covered: Candidate[]
  uncovered: Candidate[]
  wordsFirst: boolean
  open: { covered: boolean; uncovered: boolean }
}

const isOpen = (candidates: readonly Candidate[]): boolean =>
  candidates.every(({ lexical }) => lexical < defaultAnswersContent.model_below)

export async function readFold({ passages, questions }: Fold, language: Language, embed: Embed): Promise<Reading[]> {
  const words = wordsOfPassages(passages, [])
  const texts = await embed(passages.map(({ text }) => text[language]))
  const titles = await embed(passages.map(({ title }) => title[language]))
  const asked = await embed(questions.map(({ text }) => text))
  return questions.map(({ text, article }, at) => {
    const { ranked } = rankByWords(words, { question: text, synonyms: [] })
    const own = asked[at] ?? new Float32Array()
    const cosines = passages.map((_, passage) => nearness(own, texts[passage], titles[passage]))
    const lexicals = new Map(ranked.map((one) => [one.at, one.confidence]))
    const others = passages.flatMap((passage, from) => (passage.article === article ? [] : [{ passage, from }]))
    const covered = evidenceOf(passages, { cosines, lexicals }).map((one, passage) => ({
      ...one,
      isRight: passages[passage]?.article === article,
    }))
    const uncovered = evidenceOf(
      others.map(({ passage }) => passage),
      {
        cosines: others.map(({ from }) => cosines[from] ?? 0),
        lexicals: new Map(others.map(({ from }, to) => [to, lexicals.get(from) ?? 0])),
      },
    ).map((one) => ({ ...one, isRight: false }))
    return {
      covered,
      uncovered,
      wordsFirst: passages[ranked[0]?.at ?? -1]?.article === article,
      open: { covered: isOpen(covered), uncovered: isOpen(uncovered) },
    }
  })
}

type Weights = Pick<ConfidenceWeights, 'bias' | 'lexical' | 'cosine' | 'lead'>

/** What would be quoted first, and how sure; no candidate is no confidence. */
export function bestOf(candidates: readonly Candidate[], weights: Weights): { confidence: number; isRight: boolean } {
  let best = { confidence: 0, isRight: false }
  for (const one of candidates) {
    const confidence = confidenceOf(one, weights)
    if (confidence > best.confidence) best = { confidence, isRight: one.isRight }
  }
  return best
}

/** Whether the right article comes first: by words where they are enough, else by both. */
export const isFirst = ({ covered, wordsFirst, open }: Reading, weights: Weights): boolean =>
  open.covered ? bestOf(covered, weights).isRight : wordsFirst
