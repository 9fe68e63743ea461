// A run's note with what a document of it needs, in one language. Whoever may read the run may read its note.
import { createHash } from 'node:crypto'
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { noteText, type ResultObject } from '@guildhall/contracts/result'
import type { Language } from '@guildhall/contracts/run'
import { findVertical } from '@guildhall/verticals/registry'
import { z } from 'zod'
import { getRun } from '../run/get.ts'

export type NoteDocument = {
  title: string
  language: Language
  /** Names the text whatever its form: SHA-256 of its sentences. */
  contentId: string
  run: string
  result: ResultObject
  /** Name and version, or that none was needed. */
  model: string
  sections: z.output<typeof noteText>['sections']
  /** Shown on every page. */
  label: string
}

const notes = z.object({ note: z.partialRecord(z.string(), noteText) })
const labels: Record<Language, string> = {
  en: 'AI-generated. Supports a decision; verify before use.',
  'zh-CN': '人工智能生成，仅供决策参考，使用前请核实。',
}

/** Throws not_found, and conflict where the run has no note in this language. */
export async function readNote(
  actor: Actor,
  { id, language }: { id: string; language: Language },
): Promise<NoteDocument> {
  const run = await getRun.call(actor, { id })
  const text = notes.safeParse(run.result?.output)
  const note = text.success ? text.data.note[language] : undefined
  if (!run.result || !note)
    throw new AppError('conflict', {
      public: `The run has no note in ${language}. It is ${run.status}, in ${run.language.join(' and ')}`,
    })
  const { vertical, template } = run
  const { model } = run.result
  const tasks = findVertical(vertical)?.tasks ?? []
  const isOwn = ({ starters }: (typeof tasks)[number]) => starters.some((one) => one.slug === template.slug)
  const title = (tasks.length === 1 ? tasks[0] : tasks.find(isOwn))?.title[language] ?? template.slug
  const said = note.sections.map((section) => [section.title, section.sentences.map((sentence) => sentence.text)])
  return {
    title,
    language,
    contentId: `sha256:${createHash('sha256').update(JSON.stringify(said)).digest('hex')}`,
    run: id,
    result: run.result,
    model: model ? `${model.name} v${model.version}` : 'no model',
    sections: note.sections,
    label: labels[language],
  }
}
