'use client'
// How the fields of a template's form are called in the reader's language: by the pack's words, else the house's, else the schema's own English.
import type { ContentWords } from '@guildhall/verticals/kit/document-diff'
import { wordFor } from '@guildhall/verticals/kit/field-words'
import { useLocale } from 'next-intl'
import { createContext, type ReactNode, useContext } from 'react'
import { labelOf, type Schema } from './content-schema.ts'

const Context = createContext<ContentWords>({})

export function WordsProvider({ words, children }: { words: ContentWords; children: ReactNode }) {
  return <Context value={words}>{children}</Context>
}

export function useWords() {
  const locale = useLocale()
  const { titles = {}, hints = {}, values = {} } = useContext(Context)
  return {
    label: (name: string, schema: Schema): string => {
      const own = Object.hasOwn(titles, name) ? titles[name] : undefined
      const text = own?.[locale] ?? (schema.title && locale === 'en' ? schema.title : wordFor(name)[locale])
      return labelOf(text, {})
    },
    hint: ({ description }: Schema): string | undefined =>
      description !== undefined && locale === 'zh-CN' ? (hints[description] ?? description) : description,
    option: (value: string): string => optionWord(values, value, locale),
  }
}

export function optionWord(values: ContentWords['values'], value: string, locale: 'en' | 'zh-CN'): string {
  const own = values && Object.hasOwn(values, value) ? values[value] : undefined
  return own?.[locale] ?? value.replaceAll('_', ' ')
}
