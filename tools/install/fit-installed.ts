// What the readings of an installed encoder are worth: fitted to the tuning questions on the sample articles, each asked with its article there and
// with it taken away.
import type { EmbeddingCard } from '@guildhall/contracts/model-card'
import { fitConfidence } from '@guildhall/learn/text/fit-confidence'
import { sampleArticles } from '@guildhall/verticals/packs/retail/answers/articles'
import { foreignQuestions } from '@guildhall/verticals/packs/retail/answers/foreign'
import { defaultAnswersContent } from '@guildhall/verticals/packs/retail/answers/input'
import { passagesOf } from '@guildhall/verticals/packs/retail/answers/passages'
import { languageOf } from '@guildhall/verticals/packs/retail/answers/terms'
import { type Language, languages } from '../../workers/training/src/meaning-folds.ts'
import { askedOf } from '../../workers/training/src/meaning-judge.ts'
import { bestOf, type Embed, isFirst, type Reading, readFold } from '../../workers/training/src/meaning-readings.ts'
import { authoredQuestions } from '../evaluate/authored-questions.ts'

const seed = 1

export async function fitInstalled(card: EmbeddingCard, embed: Embed): Promise<EmbeddingCard> {
  const confidence = { ...card.confidence }
  const firsts: { words: boolean; both: boolean }[] = []
  const foreign: boolean[] = []
  for (const language of languages.filter((one) => card.cuts[one] !== null)) {
    const { covered, uncovered } = await readTuning(language, embed)
    const asked = askedOf(covered, uncovered)
    const weights = fitConfidence(asked, seed)
    confidence[language] = weights
    for (const one of covered) firsts.push({ words: one.wordsFirst, both: isFirst(one, weights) })
    for (const one of uncovered)
      foreign.push(bestOf(one.uncovered, weights).confidence < defaultAnswersContent.min_confidence_with_model)
  }
  const share = (all: readonly boolean[]) => all.filter(Boolean).length / Math.max(all.length, 1)
  return {
    ...card,
    confidence,
    metrics: {
      asked: firsts.length,
      bm25_first: share(firsts.map((one) => one.words)),
      first: share(firsts.map((one) => one.both)),
      foreign_refused: share(foreign),
    },
  }
}

async function readTuning(language: Language, embed: Embed): Promise<{ covered: Reading[]; uncovered: Reading[] }> {
  const passages = passagesOf(sampleArticles()).filter((passage) => passage.language === language)
  const own = authoredQuestions().filter((one) => one.set.endsWith('tune') && languageOf(one.question) === language)
  const asked = (articles: (one: (typeof own)[number]) => string[]) =>
    own.flatMap((one) => articles(one).map((article) => ({ text: one.question, article })))
  const strange = foreignQuestions[language].map((text) => ({ text, article: '' }))
  const nowhere = own.filter((one) => one.article.length === 0).map(({ question: text }) => ({ text, article: '' }))
  return {
    covered: await readFold({ passages, questions: asked((one) => one.article.slice(0, 1)) }, language, embed),
    uncovered: await readFold({ passages, questions: [...nowhere, ...strange] }, language, embed),
  }
}
