// A question and the shop's articles -> the passages that answer it. There is no model: ranking and confidence are arithmetic over terms.
import type { FeatureArgs, RecordQuery } from '../../../kit/vertical.ts'
import type { AnswersContent, QuestionInput } from './input.ts'
import { type Passage, passagesOf } from './passages.ts'
import { countTerms, type Ranked, rank } from './ranking.ts'
import { countedTerms, languageOf, passageTerms, questionTerms } from './terms.ts'

/** Of a larger collection the newest are searched, and the answer says so. */
export const maxArticles = 300
/** Further passages are quoted only when they come this near to the best. */
const nearBest = 0.6

type Quote = { passage: Passage; score: number; confidence: number }
export type Retrieval = {
  quotes: Quote[]
  /** Of the best passage; 0 where no passage has a term of the question. */
  confidence: number
  language: 'en' | 'zh-CN'
  articles: number
  passages: number
  terms: readonly string[]
}

export function readsArticles(): Record<string, RecordQuery> {
  return { articles: { collection: 'articles', newest: true, limit: maxArticles } }
}

export function retrieve({ input, content, records }: FeatureArgs<QuestionInput, AnswersContent>): Retrieval {
  const bodies = (records.articles ?? []).map((record) => record.body)
  const language = languageOf(input.question)
  const all = passagesOf(bodies)
  const own = all.filter((passage) => passage.language === language)
  const canonical = canonicalOf(content.synonyms)
  const named = (terms: readonly string[]) => terms.map((term) => canonical.get(term) ?? term)
  const asked = [...new Set(named(questionTerms(input.question)))]
  const [wanted, stems] = [new Set(asked), new Map<string, string>()]
  const counted = own.map(({ text, title }) => {
    const terms = [...passageTerms(title[language], stems), ...passageTerms(text[language], stems)]
    return countTerms(named(terms), wanted)
  })
  const known = new Set(counted.flatMap(({ counts }) => [...counts.keys()]))
  const terms = countedTerms(asked, (term) => known.has(term))
  const ranked = rank(counted, terms)
  const [best] = ranked
  const chosen = ranked
    .filter((one) => one.confidence >= content.min_confidence && one.score >= nearBest * (best?.score ?? 0))
    .slice(0, content.max_passages)
  const quotes = readingOrder(chosen, own).flatMap(({ at, score, confidence }) => {
    const passage = own[at]
    return passage ? [{ passage, score, confidence }] : []
  })
  const confidence = ranked.reduce((most, one) => Math.max(most, one.confidence), 0)
  return { quotes, confidence, language, articles: bodies.length, passages: own.length, terms }
}

/** The best article first; its passages as they stand in it. */
function readingOrder(chosen: readonly Ranked[], passages: readonly Passage[]): Ranked[] {
  const articleOf = ({ at }: Ranked) => passages[at]?.article ?? ''
  const order = [...new Set(chosen.map(articleOf))]
  return chosen.toSorted((a, b) => order.indexOf(articleOf(a)) - order.indexOf(articleOf(b)) || a.at - b.at)
}

/** Every word of a group stands for its first. Words that are several terms say nothing here; the template refuses them. */
function canonicalOf(groups: AnswersContent['synonyms']): Map<string, string> {
  const canonical = new Map<string, string>()
  for (const group of groups) {
    const terms = group.flatMap((word) => singleTerm(word) ?? [])
    for (const term of terms.slice(1)) if (terms[0] !== undefined && term !== terms[0]) canonical.set(term, terms[0])
  }
  return canonical
}

/** The one term a synonym is; null where it is none or several. */
export function singleTerm(word: string): string | null {
  const terms = passageTerms(word).filter((term) => term.length > 1 || word.length === 1)
  return terms.length === 1 ? (terms[0] ?? null) : null
}
