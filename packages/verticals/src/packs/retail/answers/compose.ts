// Passages -> an answer that is nothing but quotations with their sources, or "not covered". What an article says stands in the text as a
// fact, between quotation marks: an instruction in it is quoted like any other sentence.
import type { Composed } from '../../../kit/composed.ts'
import { type FactBook, openFactBook } from '../../../kit/facts.ts'
import type { Localized } from '../../../kit/localized.ts'
import { type Line, line, renderNote, type Section } from '../../../kit/text.ts'
import type { ComposeArgs } from '../../../kit/vertical.ts'
import { maxArticles, type Retrieval } from './features.ts'
import type { AnswersContent, QuestionInput } from './input.ts'
import type { Passage } from './passages.ts'

type Args = ComposeArgs<QuestionInput, AnswersContent, null, Retrieval, null>

const statuses: Record<'answered' | 'not_covered', Localized> = {
  answered: { en: 'quoted from the articles', 'zh-CN': '引自帮助文章' },
  not_covered: { en: 'not covered by the articles', 'zh-CN': '帮助文章未涉及' },
}

export function composeAnswer({ input, content, features, languages }: Args): Composed {
  const book = openFactBook()
  const quotes = features.quotes.map(({ passage }, at) => quoteLine(book, { passage, place: at + 1 }))
  const sections: Section[] = [
    { id: 'answer', title: { en: 'Answer', 'zh-CN': '回答' }, lines: answerLines(book, { content, features, quotes }) },
    { id: 'search', title: { en: 'Search', 'zh-CN': '检索' }, lines: searchLines(book, { content, features }) },
  ]
  return {
    output: outputOf({ input, content, features }),
    facts: book.facts(),
    text: Object.fromEntries(languages.map((language) => [language, renderNote(sections, language)])),
  }
}

type Given = { content: AnswersContent; features: Retrieval }

const statusOf = ({ quotes }: Retrieval) => (quotes.length > 0 ? 'answered' : 'not_covered')

function answerLines(book: FactBook, { content, features, quotes }: Given & { quotes: readonly Line[] }): Line[] {
  const status = statusOf(features)
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

function searchLines(book: FactBook, { content, features }: Given): Line[] {
  const searched = line(
    { en: 'Articles searched: {articles}; passages: {passages}.', 'zh-CN': '检索文章：{articles}；段落：{passages}。' },
    {
      articles: book.record({ path: 'search.articles', value: features.articles, unit: 'count' }),
      passages: book.record({ path: 'search.passages', value: features.passages, unit: 'count' }),
    },
  )
  const sure = line(
    {
      en: 'Confidence: {confidence}; the template asks for {need}.',
      'zh-CN': '置信度：{confidence}；模板要求 {need}。',
    },
    {
      confidence: book.record({ path: 'search.confidence', value: features.confidence, unit: 'fraction' }),
      need: book.record({ path: 'template.min_confidence', value: content.min_confidence, unit: 'fraction' }),
    },
  )
  return [searched, sure]
}

function outputOf({ input, content, features }: Given & { input: QuestionInput }): Record<string, unknown> {
  return {
    question: input.question,
    status: statusOf(features),
    language: features.language,
    confidence: features.confidence,
    min_confidence: content.min_confidence,
    answers: features.quotes.map(({ passage, score, confidence }) => ({
      article_id: passage.article,
      title: passage.title,
      text: passage.text,
      url: passage.url,
      updated_at: passage.updated,
      score,
      confidence,
    })),
    handover: features.quotes.length === 0 ? content.handover : null,
    searched: {
      articles: features.articles,
      passages: features.passages,
      terms: features.terms,
      newest_only: features.articles === maxArticles,
    },
  }
}
