// Golden cases into the draft and out of it; and any finished run as a golden case.
import { AppError } from '@guildhall/contracts/errors'
import {
  type Golden,
  goldenSaved,
  removeGoldenInput,
  saveGoldenFromRunInput,
  saveGoldenInput,
} from '@guildhall/contracts/golden'
import { goldenList } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import { expectationsFrom } from '@guildhall/verticals/kit/answer'
import { z } from 'zod'
import { parseInput } from '../parse.ts'
import { newDocument, partsOf } from '../template/document.ts'
import { lockDraft, readDraft, type TemplateRow } from '../template/draft.ts'
import { writeDraft } from '../template/save-draft.ts'
import { taskOf } from '../template/task.ts'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'

export const saveGolden = defineVerb({
  name: 'golden.save',
  scope: 'templates:write',
  input: saveGoldenInput,
  output: goldenSaved,
  run: async ({ actor, tx, note }, { id, golden, replaces }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    const saved = await change(tx, { row, by: actor.name }, (all) => put(all, golden, replaces ?? golden.slug))
    note({ subject: row.id, detail: { slug: golden.slug, before: saved.before, after: saved.after } })
    return { object: 'golden_saved' as const, template: row.slug, digest: saved.after, golden }
  },
})

export const removeGolden = defineVerb({
  name: 'golden.remove',
  scope: 'templates:write',
  input: removeGoldenInput,
  output: goldenSaved,
  run: async ({ actor, tx, note }, { id, slug }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    const saved = await change(tx, { row, by: actor.name }, (all) => {
      if (!all.some((one) => one.slug === slug))
        throw new AppError('not_found', { public: `Template ${row.slug} has no golden case ${slug}` })
      return all.filter((one) => one.slug !== slug)
    })
    note({ subject: row.id, detail: { slug, before: saved.before, after: saved.after } })
    return { object: 'golden_saved' as const, template: row.slug, digest: saved.after, golden: null }
  },
})

export const saveGoldenFromRun = defineVerb({
  name: 'golden.save_from_run',
  scope: 'templates:write',
  input: saveGoldenFromRunInput,
  output: goldenSaved,
  run: async ({ actor, tx, note }, { run, id, slug, title, expect }) => {
    const found = await tx.run.findFirst({ where: { id: run, tenantId: actor.tenantId }, include: { result: true } })
    if (!found) throw new AppError('not_found', { public: `No run ${run} here` })
    const row = await findTemplate(tx, actor.tenantId, id ?? found.templateId)
    const source = await findTemplate(tx, actor.tenantId, found.templateId)
    if (row.vertical !== source.vertical || row.task !== source.task)
      throw new AppError('conflict', {
        public: `The run is of ${source.vertical}/${source.task}, template ${row.slug} of ${row.vertical}/${row.task}`,
      })
    if (!found.result)
      throw new AppError('conflict', { public: `The run is ${found.status}; only one with a result can be kept` })
    const golden: Golden = {
      slug,
      title,
      input: record.parse(found.input),
      expect: expect ?? expectationsFrom(taskOf(row), record.parse(found.result.output)),
    }
    if (golden.expect.length === 0)
      throw new AppError('conflict', { public: 'This run has no plain value to expect. Send expect yourself' })
    const saved = await change(tx, { row, by: actor.name }, (all) => {
      if (all.some((one) => one.slug === slug))
        throw new AppError('conflict', { public: `Template ${row.slug} has a golden case ${slug} already` })
      return [...all, golden]
    })
    note({ subject: row.id, detail: { slug, run, before: saved.before, after: saved.after } })
    return { object: 'golden_saved' as const, template: row.slug, digest: saved.after, golden }
  },
})

const record = z.record(z.string(), z.unknown())

function put(all: readonly Golden[], golden: Golden, replaced: string): Golden[] {
  const at = all.findIndex((one) => one.slug === replaced)
  if (at < 0) return [...all, golden]
  return all.map((one, index) => (index === at ? golden : one))
}

type Changing = { row: TemplateRow; by: string }

/** Under the draft's lock, on the draft as it is: a case is small, and whoever saves the same one last has said the last word. */
async function change(tx: Tx, { row, by }: Changing, edit: (goldens: readonly Golden[]) => Golden[]) {
  await lockDraft(tx, row)
  const before = await readDraft(tx, row)
  const parts = partsOf(before.document)
  const goldens = parseInput(goldenList, edit(parts.goldens), 'body.goldens')
  await writeDraft(tx, { row, before, document: newDocument(row, { ...parts, goldens }), by })
  return { before: before.digest, after: (await readDraft(tx, row)).digest }
}
