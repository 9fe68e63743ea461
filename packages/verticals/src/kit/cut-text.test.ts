// A note within its characters: whole sentences go, in all languages alike, and no section goes missing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Composed } from './composed.ts'
import { cutText } from './cut-text.ts'

const lengths = fc.array(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 6,
})

function noteOf(sections: readonly (readonly number[])[], scale: number) {
  return {
    sections: sections.map((sentences, at) => ({
      id: `s${at}`,
      title: `S${at}`,
      sentences: sentences.map((length, index) => ({ text: 'x'.repeat(length * scale), facts: [`f${at}.${index}`] })),
    })),
  }
}

const charsOf = (note: Composed['text']['en']) =>
  note?.sections.flatMap((section) => section.sentences).reduce((sum, one) => sum + one.text.length, 0) ?? 0

test('property: it fits, or every section is down to one sentence; languages keep the same facts', () => {
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 3000 }), (sections, maxChars) => {
      const composed: Composed = {
        output: {},
        facts: {},
        text: { en: noteOf(sections, 2), 'zh-CN': noteOf(sections, 1) },
      }
      const before = JSON.stringify(composed)
      const { composed: kept, cut } = cutText(composed, maxChars)
      const [en, zh] = [kept.text.en, kept.text['zh-CN']]
      expect(en?.sections.map((section) => section.id)).toEqual(composed.text.en?.sections.map((section) => section.id))
      const facts = (note: typeof en) => note?.sections.map((one) => one.sentences.map((sentence) => sentence.facts))
      expect(facts(en)).toEqual(facts(zh))
      const isBare = en?.sections.every((section) => section.sentences.length === 1)
      if (!isBare) expect(Math.max(charsOf(en), charsOf(zh))).toBeLessThanOrEqual(maxChars)
      expect(en?.sections.every((section) => section.sentences.length >= 1)).toBe(true)
      const count = (one: Composed) =>
        Object.values(one.text).flatMap((note) => note.sections.flatMap((section) => section.sentences)).length
      expect(count(composed) - count(kept)).toBe(cut)
      expect(JSON.stringify(composed)).toBe(before)
    }),
  )
})

test('without a limit, and with one that is not reached, the note is the very same', () => {
  const composed: Composed = { output: {}, facts: {}, text: { en: noteOf([[10, 20]], 1) } }
  expect(cutText(composed, null)).toEqual({ composed, cut: 0 })
  expect(cutText(composed, 30).composed).toBe(composed)
})
