// Sentences taken out of their passages, as questions whose article is known: what is left of the passages must find it again.

import type { Passage } from '@guildhall/verticals/packs/retail/answers/passages'
import { questionTerms } from '@guildhall/verticals/packs/retail/answers/terms'

export type Language = 'en' | 'zh-CN'
export const languages: readonly Language[] = ['en', 'zh-CN']
export type HeldQuestion = { text: string; article: string }
/** `passages` are those of one language without the sentences that are asked. */
export type Fold = { passages: Passage[]; questions: HeldQuestion[] }

export const foldCount = 5
/** A shorter sentence says too little to be found by. */
const leastTerms = 3
const maxPerFold = 150

/** Articles of one sentence are never asked about: nothing of them would be left. Ones beyond the first 150 of a fold are left in place. */
export function foldsOf(passages: readonly Passage[], language: Language): Fold[] {
  const own = passages.filter((passage) => passage.language === language)
  const cut = own.map((passage) => ({ passage, sentences: sentencesOf(passage.text[language], language) }))
  const counts = new Map<string, number>()
  const numbered = cut.map(({ passage, sentences }) => ({
    passage,
    sentences: sentences.map((text) => {
      const at = counts.get(passage.article) ?? 0
      counts.set(passage.article, at + 1)
      return { text, at }
    }),
  }))
  const shift = new Map([...counts.keys()].map((article, at) => [article, at]))
  const isAsked = (article: string, at: number, fold: number) =>
    (counts.get(article) ?? 0) > 1 && (at + (shift.get(article) ?? 0)) % foldCount === fold
  return Array.from({ length: foldCount }, (_, fold): Fold => {
    const questions: HeldQuestion[] = []
    const left = numbered.flatMap(({ passage, sentences }) => {
      const kept = sentences.filter(({ text, at }) => {
        if (!isAsked(passage.article, at, fold) || questions.length >= maxPerFold) return true
        if (questionTerms(text).length < leastTerms) return true
        questions.push({ text, article: passage.article })
        return false
      })
      const text = kept.map((one) => one.text).join(language === 'en' ? ' ' : '')
      return text === '' ? [] : [{ ...passage, text: { en: text, 'zh-CN': text } }]
    })
    const there = new Set(left.map((passage) => passage.article))
    return { passages: left, questions: questions.filter(({ article }) => there.has(article)) }
  })
}

function sentencesOf(text: string, language: Language): string[] {
  const cut = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
  return cut.map(({ segment }) => segment.trim()).filter((one) => one !== '')
}
