// Two answers to one input, side by side: what the decision, the list, the output and the text differ in. For impacts of a draft.
import type { Language } from '@guildhall/contracts/run'
import { decisionIn, listIn, overlapOf } from './answer.ts'
import type { NoteText } from './composed.ts'
import { changesOf } from './document-diff.ts'
import { languages } from './localized.ts'
import type { Task } from './vertical.ts'

export type Answer = { output: Record<string, unknown>; text: Partial<Record<Language, NoteText>> }
type OutputChange = { path: string; before: unknown; after: unknown }
type SentenceChange = { language: Language; section: string; before: string | null; after: string | null }
export type Compared = {
  isChanged: boolean
  isFlipped: boolean
  /** null where neither decides. */
  decision: { before: string; after: string } | null
  overlap: number | null
  outputs: OutputChange[]
  sentences: SentenceChange[]
}

const limits = { outputs: 40, sentences: 20, valueChars: 1000 } as const
// New for every answer, whatever it says.
const ofTheRun = ['recommendation_id']

export function compareAnswers(task: Task, before: Answer, after: Answer): Compared {
  const [was, is] = [decisionIn(task, before.output), decisionIn(task, after.output)]
  const [listed, lists] = [listIn(task, before.output), listIn(task, after.output)]
  const outputs = changesOf(plain(before.output), plain(after.output))
  const sentences = languages.flatMap((language) =>
    sentenceChanges(language, before.text[language], after.text[language]),
  )
  return {
    isChanged: outputs.length > 0 || sentences.length > 0,
    isFlipped: was !== is,
    decision: was === null && is === null ? null : { before: was ?? '—', after: is ?? '—' },
    overlap: listed && lists ? overlapOf(listed, lists) : null,
    outputs: outputs
      .slice(0, limits.outputs)
      .map((one) => ({ path: one.path, before: bounded(one.before), after: bounded(one.after) })),
    sentences: sentences.slice(0, limits.sentences),
  }
}

function plain(output: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(output).filter(([key]) => !ofTheRun.includes(key)))
}

function bounded(value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null'
  return text.length > limits.valueChars ? `${text.slice(0, limits.valueChars)}…` : value
}

function sentenceChanges(
  language: Language,
  before: NoteText | undefined,
  after: NoteText | undefined,
): SentenceChange[] {
  const sections = [...new Set([...(before?.sections ?? []), ...(after?.sections ?? [])].map((one) => one.id))]
  return sections.flatMap((section) => {
    const [was, is] = [sentencesOf(before, section), sentencesOf(after, section)]
    const [gone, come] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))]
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({
      language,
      section,
      before: gone[at] ?? null,
      after: come[at] ?? null,
    }))
  })
}

function sentencesOf(text: NoteText | undefined, id: string): string[] {
  return text?.sections.find((one) => one.id === id)?.sentences.map((sentence) => sentence.text) ?? []
}
