// Articles -> passages that can be quoted: a paragraph each, long ones cut between sentences. Nothing in a passage is ever taken as an
// instruction; it is text to be found and quoted.
import type { Localized } from '../../../kit/localized.ts'
import { type Article, articleRecord } from './articles.ts'
import { languageOf } from './terms.ts'

const maxChars = 600

type Language = 'en' | 'zh-CN'
export type Passage = {
  article: string
  title: Localized
  url: string | null
  updated: string | null
  language: Language
  /** As it reads in each language; the same where the article has but one. */
  text: Localized
}

/** Records that do not fit the collection's schema are left out. */
export function passagesOf(bodies: readonly unknown[]): Passage[] {
  return bodies.flatMap((body) => {
    const parsed = articleRecord.safeParse(body)
    return parsed.success ? passagesOfOne(parsed.data) : []
  })
}

function passagesOfOne(article: Article): Passage[] {
  const texts = textsOf(article)
  const title = titleOf(article)
  const cut = new Map(texts.map(([language, text]) => [language, split(text, language)]))
  const [en, zh] = [cut.get('en'), cut.get('zh-CN')]
  const isAligned = en !== undefined && zh !== undefined && en.length === zh.length
  return [...cut].flatMap(([language, passages]) =>
    passages.map((own, at) => ({
      article: article.id,
      title,
      url: article.url ?? null,
      updated: article.updated_at?.slice(0, 10) ?? null,
      language,
      text: isAligned ? { en: en[at] ?? own, 'zh-CN': zh[at] ?? own } : { en: own, 'zh-CN': own },
    })),
  )
}

function textsOf({ body, language }: Article): [Language, string][] {
  if (typeof body === 'string') return [[language ?? languageOf(body), body]]
  const texts: [Language, string | undefined][] = [
    ['en', body.en],
    ['zh-CN', body['zh-CN']],
  ]
  return texts.flatMap(([own, text]): [Language, string][] => (text === undefined ? [] : [[own, text]]))
}

function titleOf({ title, id }: Article): Localized {
  if (typeof title === 'string') return { en: title, 'zh-CN': title }
  return { en: title.en || title['zh-CN'] || id, 'zh-CN': title['zh-CN'] || title.en || id }
}

function split(text: string, language: Language): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => (paragraph.length <= maxChars ? [paragraph] : sentencesOf(paragraph, language)))
}

/** As many whole sentences together as fit; a longer one stands by itself. */
function sentencesOf(paragraph: string, language: Language): string[] {
  const parts: string[] = []
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph)) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + segment.length <= maxChars) parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts.map((part) => part.trim())
}
