// Sentences are written from facts: a line names facts in braces, and only what was recorded in the book can stand there.
import type { Language } from '@guildhall/contracts/run'
import type { NoteText, Sentence } from './composed.ts'
import type { FactRef } from './facts.ts'
import { formatFact } from './format.ts'
import type { Localized } from './localized.ts'

/** `{name}` in a text is replaced by the fact of that name. Both languages must name the same facts. */
export type Line = { text: Localized; facts: Record<string, FactRef> }
export type Section = { id: string; title: Localized; lines: Line[] }

const placeholder = /\{(\w+)\}/g

/** Throws when the languages name different facts, or one that was not given: a slip of the pack or of the template's wording. */
export function line(text: Localized, facts: Record<string, FactRef> = {}): Line {
  const [en, zh] = [namesIn(text.en), namesIn(text['zh-CN'])]
  if (en.join() !== zh.join()) throw new Error(`the languages name different facts: "${text.en}"`)
  const unknown = en.find((name) => !facts[name])
  if (unknown) throw new Error(`no fact ${unknown} for "${text.en}"`)
  return { text, facts }
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => String(match[1])))].sort()
}

export function renderNote(sections: readonly Section[], language: Language): NoteText {
  return {
    sections: sections
      .filter((section) => section.lines.length > 0)
      .map((section) => ({
        id: section.id,
        title: section.title[language],
        sentences: section.lines.map((one) => renderLine(one, language)),
      })),
  }
}

function renderLine({ text, facts }: Line, language: Language): Sentence {
  const used: string[] = []
  const rendered = text[language].replace(placeholder, (_, name: string) => {
    const ref = facts[name]
    if (!ref) return ''
    used.push(ref.id)
    return formatFact(ref.fact, language)
  })
  return { text: rendered, facts: used }
}
