// Judges a model of meaning on folds that neither its form nor its confidence was chosen on, and its graph against the trainer's arithmetic.

import type { Gate } from '@guildhall/contracts/gate'
import type { EmbeddingCard } from '@guildhall/contracts/model-card'
import { meaningGates } from '@guildhall/learn/gates/meaning'
import { type Asked, binnedError, fitConfidence } from '@guildhall/learn/text/fit-confidence'
import { defaultAnswersContent } from '@guildhall/verticals/packs/retail/answers/input'
import { bestOf, isFirst, type Reading } from './meaning-readings.ts'

/** Of one language: what the first folds taught, what the others asked, and foreign questions for either. */
export type Judged = {
  chosenOn: readonly Reading[]
  held: readonly Reading[]
  foreign: readonly Reading[]
  /** What the champion reads of the same held-out questions, by its own confidence; null where there is none or it does not know the language. */
  champion: readonly boolean[] | null
}

export function judgeMeaning(languages: readonly Judged[], { graphGap, seed }: { graphGap: number; seed: number }) {
  const needed = defaultAnswersContent.min_confidence_with_model
  const first: boolean[] = []
  const wordsFirst: boolean[] = []
  const championFirst: boolean[] = []
  const answers: { confidence: number; isRight: boolean }[] = []
  const foreign: number[] = []
  for (const { chosenOn, held, foreign: strange, champion } of languages) {
    const taught = strange.filter((_, at) => at % 2 === 0)
    const weights = fitConfidence(askedOf([...chosenOn], taught), seed)
    for (const [at, reading] of held.entries()) {
      first.push(isFirst(reading, weights))
      wordsFirst.push(reading.wordsFirst)
      championFirst.push(champion ? (champion[at] ?? false) : reading.wordsFirst)
      if (reading.open.covered) answers.push(bestOf(reading.covered, weights))
      if (reading.open.uncovered) answers.push(bestOf(reading.uncovered, weights))
    }
    for (const one of strange.filter((_, at) => at % 2 === 1)) foreign.push(bestOf(one.uncovered, weights).confidence)
  }
  const gates: Gate[] = meaningGates({
    first,
    wordsFirst,
    championFirst: languages.some(({ champion }) => champion !== null) ? championFirst : null,
    answers,
    foreign,
    needed,
    error: binnedError(answers),
    graphGap,
    seed,
  })
  const share = (all: readonly boolean[]) => all.filter(Boolean).length / Math.max(all.length, 1)
  const metrics: EmbeddingCard['metrics'] = {
    asked: first.length,
    bm25_first: share(wordsFirst),
    first: share(first),
    foreign_refused: share(foreign.map((one) => one < needed)),
  }
  return { gates, metrics }
}

/** Every question twice, with its article and without it, and foreign ones: as far as words leave them open. */
export const askedOf = (readings: readonly Reading[], foreign: readonly Reading[]): Asked[] => [
  ...readings.flatMap(({ covered, uncovered, open }) => [
    ...(open.covered ? [covered] : []),
    ...(open.uncovered ? [uncovered] : []),
  ]),
  ...foreign.map(({ uncovered }) => uncovered),
]
