// What a pack's composer hands back: the output, the facts, and text that may state nothing but those facts.
import type { Language } from '@guildhall/contracts/run'
import type { Facts } from './facts.ts'

/** One sentence and the ids of the facts it states, in the order in which they stand there. */
export type Sentence = { text: string; facts: string[] }
type NoteSection = { id: string; title: string; sentences: Sentence[] }
export type NoteText = { sections: NoteSection[] }
export type Composed = {
  output: Record<string, unknown>
  facts: Facts
  text: Partial<Record<Language, NoteText>>
}
