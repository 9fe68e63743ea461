// Keeps a note within the characters its template allows, by whole sentences and in all its languages alike: the longest section gives first,
// and each keeps its first sentence, so that no section (a disclosure least of all) goes missing. With less room than that, the rest stays.
import type { Composed, NoteText } from './composed.ts'
import { languages } from './localized.ts'

/** `cut` counts the sentences left out, of every language; 0 where everything fitted. `maxChars` is per language. */
export function cutText(composed: Composed, maxChars: number | null): { composed: Composed; cut: number } {
  if (maxChars === null) return { composed, cut: 0 }
  const text: Composed['text'] = {}
  for (const language of languages) {
    const note = composed.text[language]
    if (note) text[language] = copied(note)
  }
  const notes = Object.values(text)
  let cut = 0
  while (notes.some((note) => charsOf(note) > maxChars)) {
    const id = longestSection(notes)
    if (id === null) break
    for (const note of notes)
      for (const section of note.sections) if (section.id === id && section.sentences.pop()) cut++
  }
  return { composed: cut === 0 ? composed : { ...composed, text }, cut }
}

function copied({ sections }: NoteText): NoteText {
  return { sections: sections.map((section) => ({ ...section, sentences: [...section.sentences] })) }
}

function charsOf({ sections }: NoteText): number {
  return sections.reduce((sum, { sentences }) => sum + lengthOf(sentences), 0)
}

/** Over all languages; null where every section is down to its first sentence. */
function longestSection(notes: readonly NoteText[]): string | null {
  const chars = new Map<string, number>()
  for (const { id, sentences } of notes.flatMap((note) => note.sections))
    chars.set(id, sentences.length > 1 ? (chars.get(id) ?? 0) + lengthOf(sentences) : Number.NEGATIVE_INFINITY)
  const longest = Math.max(...chars.values())
  return [...chars].find(([, length]) => length === longest && Number.isFinite(length))?.[0] ?? null
}

function lengthOf(sentences: readonly { text: string }[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.text.length, 0)
}
