// A question and the shop's articles -> passages ranked by their words. What of them is quoted is chosen later, with or without a model of meaning.
import type { FeatureArgs, RecordQuery } from '../../../kit/vertical.ts'
import type { AnswersContent, QuestionInput } from './input.ts'
import { type Passage, passagesOf } from './passages.ts'
import { countTerms, type Ranked, rank } from './ranking.ts'
import { countedTerms, languageOf, passageTerms, questionTerms } from './terms.ts'

/** Of a larger collection the newest are searched, and the answer says so. */
export const maxArticles = 300
/** `passages` are those of the question's language; `ranked` by words, best first. */
export type Retrieval = {
  question: string
  language: 'en' | 'zh-CN'
  articles: number
  passages: Passage[]
  ranked: Ranked[]
  terms: readonly string[]
  asks: { minConfidence: number; minConfidenceMeaning: number; modelBelow: number; maxPassages: number }
  /** Text and title of each passage as the model has them; empty until it was asked. */
  vectors: readonly Float32Array[]
}

export function readsArticles(): Record<string, RecordQuery> {
  return { articles: { collection: 'articles', newest: true, limit: maxArticles } }
}

export function retrieve({ input, content, records }: FeatureArgs<QuestionInput, AnswersContent>): Retrieval {
  const bodies = (records.articles ?? []).map((record) => record.body)
  const language = languageOf(input.question)
  const passages = passagesOf(bodies).filter((passage) => passage.language === language)
  const { synonyms } = content
  const { ranked, terms } = rankByWords(wordsOfPassages(passages, synonyms), { question: input.question, synonyms })
  return {
    question: input.question,
    language,
    articles: bodies.length,
    passages,
    ranked,
    terms,
    asks: {
      minConfidence: content.min_confidence,
      minConfidenceMeaning: content.min_confidence_with_model,
      modelBelow: content.model_below,
      maxPassages: content.max_passages,
    },
    vectors: [],
  }
}

type Synonyms = AnswersContent['synonyms']

/** All terms of each passage and its title. */
export function wordsOfPassages(
  passages: readonly Pick<Passage, 'title' | 'text' | 'language'>[],
  synonyms: Synonyms,
): string[][] {
  const [canonical, stems] = [canonicalOf(synonyms), new Map<string, string>()]
  return passages.map(({ text, title, language }) =>
    [...passageTerms(title[language], stems), ...passageTerms(text[language], stems)].map(
      (term) => canonical.get(term) ?? term,
    ),
  )
}

export function rankByWords(
  words: readonly (readonly string[])[],
  { question, synonyms }: { question: string; synonyms: Synonyms },
): { ranked: Ranked[]; terms: string[] } {
  const canonical = canonicalOf(synonyms)
  const asked = [...new Set(questionTerms(question).map((term) => canonical.get(term) ?? term))]
  const wanted = new Set(asked)
  const counted = words.map((terms) => countTerms(terms, wanted))
  const known = new Set(counted.flatMap(({ counts }) => [...counts.keys()]))
  const terms = countedTerms(asked, (term) => known.has(term))
  return { ranked: rank(counted, terms), terms }
}

/** Every word of a group stands for its first. Words that are several terms say nothing here; the template refuses them. */
function canonicalOf(groups: Synonyms): Map<string, string> {
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
