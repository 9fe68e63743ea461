// Keeps a note within the characters its template allows, by whole sentences: the longest section gives first, and each keeps its first
// sentence, so that no section (a disclosure least of all) goes missing. A template with that little room gets what stands first in each.
import type { Composed, NoteText } from './composed.ts'
import { languages } from './localized.ts'

/** `cut` counts the sentences left out over both languages; 0 where everything fitted. */
export function cutText(composed: Composed, maxChars: number | null): { composed: Composed; cut: number } {
  if (maxChars === null) return { composed, cut: 0 }
  const text: Composed['text'] = {}
  let cut = 0
  for (const language of languages) {
    const note = composed.text[language]
    if (!note) continue
    const shorter = shortened(note, maxChars)
    cut += shorter.cut
    text[language] = shorter.note
  }
  return { composed: cut === 0 ? composed : { ...composed, text }, cut }
}

function shortened(note: NoteText, maxChars: number): { note: NoteText; cut: number } {
  const sections = note.sections.map((section) => ({ ...section, sentences: [...section.sentences] }))
  let [chars, cut] = [sections.reduce((sum, section) => sum + charsOf(section), 0), 0]
  while (chars > maxChars) {
    const longest = sections
      .filter((section) => section.sentences.length > 1)
      .reduce<(typeof sections)[number] | null>(
        (most, one) => (most && charsOf(most) >= charsOf(one) ? most : one),
        null,
      )
    const last = longest?.sentences.pop()
    if (!last) break
    chars -= last.text.length
    cut++
  }
  return { note: { sections }, cut }
}

function charsOf({ sentences }: { sentences: readonly { text: string }[] }): number {
  return sentences.reduce((sum, sentence) => sum + sentence.text.length, 0)
}
