// Passages -> an answer that is nothing but quotations with their sources, or "not covered". What an article says stands in the text as a
// fact, between quotation marks: an instruction in it is quoted like any other sentence.
import type { EmbeddingCard } from '@guildhall/contracts/model-card'
import type { Composed } from '../../../kit/composed.ts'
import { type FactBook, openFactBook } from '../../../kit/facts.ts'
import type { Localized } from '../../../kit/localized.ts'
import { type Line, line, renderNote, type Section } from '../../../kit/text.ts'
import type { ComposeArgs } from '../../../kit/vertical.ts'
import { type Chosen, choose } from './choose.ts'
import { maxArticles, type Retrieval } from './features.ts'
import type { AnswersContent, QuestionInput } from './input.ts'
import type { Meaning } from './meaning.ts'
import type { Passage } from './passages.ts'

type Args = ComposeArgs<QuestionInput, AnswersContent, EmbeddingCard | null, Retrieval, Meaning>

const statuses: Record<'answered' | 'not_covered', Localized> = {
  answered: { en: 'quoted from the articles', 'zh-CN': '引自帮助文章' },
  not_covered: { en: 'not covered by the articles', 'zh-CN': '帮助文章未涉及' },
}

const methods: Record<Chosen['by'], Localized> = {
  bm25: { en: 'words', 'zh-CN': '词语' },
  fused: { en: 'words and meaning', 'zh-CN': '词语与语义' },
}

export function composeAnswer({ input, content, card, features, prediction, languages }: Args): Composed {
  const book = openFactBook()
  const chosen = choose(features, prediction)
  const given = { content, features, chosen, modelPart: modelPartOf(chosen, { card, prediction }) }
  const quotes = chosen.quotes.map(({ passage }, at) => quoteLine(book, { passage, place: at + 1 }))
  const sections: Section[] = [
    { id: 'answer', title: { en: 'Answer', 'zh-CN': '回答' }, lines: answerLines(book, { ...given, quotes }) },
    { id: 'search', title: { en: 'Search', 'zh-CN': '检索' }, lines: searchLines(book, given) },
  ]
  return {
    output: outputOf({ ...given, input }),
    facts: book.facts(),
    text: Object.fromEntries(languages.map((language) => [language, renderNote(sections, language)])),
  }
}

/** `silent`: it does not know the language, or nothing of the question. `held_back`: words nearly answer, and miss a word. */
type ModelPart = 'none' | 'silent' | 'not_needed' | 'held_back' | 'used'

function modelPartOf({ by, quotes }: Chosen, { card, prediction }: Pick<Args, 'card' | 'prediction'>): ModelPart {
  if (card === null) return 'none'
  if (prediction === null) return 'silent'
  if (by === 'fused') return 'used'
  return quotes.length > 0 ? 'not_needed' : 'held_back'
}

type Given = { content: AnswersContent; features: Retrieval; chosen: Chosen; modelPart: ModelPart }

const statusOf = ({ quotes }: Chosen) => (quotes.length > 0 ? 'answered' : 'not_covered')

function answerLines(book: FactBook, { content, chosen, quotes }: Given & { quotes: readonly Line[] }): Line[] {
  const status = statusOf(chosen)
  const head = line(
    { en: 'This answer is {status}.', 'zh-CN': '本回答：{status}。' },
    { status: book.record({ path: 'answer.status', value: status, unit: 'text', label: statuses[status] }) },
  )
  if (status === 'answered') return [head, ...quotes]
  const handover = {
    path: 'template.handover',
    value: content.handover.en,
    unit: 'text',
    label: content.handover,
  } as const
  return [head, line({ en: '{handover}', 'zh-CN': '{handover}' }, { handover: book.record(handover) })]
}

type Placed = { passage: Passage; place: number }

function quoteLine(book: FactBook, { passage, place }: Placed): Line {
  const path = `quotes.${place}`
  const words = (name: string, label: Localized) =>
    book.record({ path: `${path}.${name}`, value: label[passage.language], unit: 'text', label })
  const facts = { title: words('title', passage.title), quote: words('text', passage.text) }
  if (passage.updated === null)
    return line({ en: 'From “{title}”: “{quote}”', 'zh-CN': '摘自《{title}》：“{quote}”' }, facts)
  return line(
    { en: 'From “{title}” ({updated}): “{quote}”', 'zh-CN': '摘自《{title}》（{updated}）：“{quote}”' },
    { ...facts, updated: book.record({ path: `${path}.updated_at`, value: passage.updated, unit: 'date' }) },
  )
}

function searchLines(book: FactBook, { features, chosen }: Given): Line[] {
  const searched = line(
    {
      en: 'Articles searched by {method}: {articles}; passages: {passages}.',
      'zh-CN': '按{method}检索文章：{articles}；段落：{passages}。',
    },
    {
      method: book.record({ path: 'search.method', value: chosen.by, unit: 'text', label: methods[chosen.by] }),
      articles: book.record({ path: 'search.articles', value: features.articles, unit: 'count' }),
      passages: book.record({ path: 'search.passages', value: features.passages.length, unit: 'count' }),
    },
  )
  const bound = chosen.by === 'fused' ? 'min_confidence_with_model' : 'min_confidence'
  const sure = line(
    {
      en: 'Confidence: {confidence}; the template asks for {need}.',
      'zh-CN': '置信度：{confidence}；模板要求 {need}。',
    },
    {
      confidence: book.record({ path: 'search.confidence', value: chosen.confidence, unit: 'fraction' }),
      need: book.record({ path: `template.${bound}`, value: chosen.needed, unit: 'fraction' }),
    },
  )
  return [searched, sure]
}

function outputOf({ input, content, features, chosen, modelPart }: Given & { input: QuestionInput }) {
  return {
    question: input.question,
    status: statusOf(chosen),
    language: features.language,
    retrieval: { by: chosen.by, model: modelPart },
    confidence: chosen.confidence,
    min_confidence: chosen.needed,
    answers: chosen.quotes.map(({ passage, bm25, cosine, confidence }) => ({
      article_id: passage.article,
      title: passage.title,
      text: passage.text,
      url: passage.url,
      updated_at: passage.updated,
      score: bm25,
      cosine,
      confidence,
    })),
    handover: chosen.quotes.length === 0 ? content.handover : null,
    searched: {
      articles: features.articles,
      passages: features.passages.length,
      terms: features.terms,
      newest_only: features.articles === maxArticles,
    },
  }
}
