// Batches by the browser: opened with the first rows of a file, and extended until the file is through.
import { batchLimits, batchObject, createBatchInput, extendBatchInput } from '@guildhall/contracts/batch'
import { AppError } from '@guildhall/contracts/errors'
import { languageSchema } from '@guildhall/contracts/run'
import { languagesOf, readTemplate } from '../run/request.ts'
import { defineVerb } from '../verb.ts'
import { openBatch } from './open.ts'
import { addRows } from './rows.ts'
import { batchViews, findBatch } from './view.ts'

export const createBatch = defineVerb({
  name: 'batch.create',
  scope: 'runs:write',
  input: createBatchInput,
  output: batchObject,
  run: async ({ actor, tx, sendAll, note }, { template, version, language, rows }) => {
    const request = await readTemplate(tx, actor.tenantId, { template, version, caller: actor.name })
    const batch = await openBatch(tx, { by: actor, request, languages: languagesOf(language, request) })
    sendAll(await addRows(tx, { by: actor, request, batch, rows: rows.map(toRow) }))
    note({ subject: batch.id, detail: { template: request.template.slug, rows: rows.length } })
    return viewOf(await batchViews(tx, actor.tenantId, [await findBatch(tx, actor.tenantId, batch.id)]))
  },
})

export const extendBatch = defineVerb({
  name: 'batch.extend',
  scope: 'runs:write',
  input: extendBatchInput,
  output: batchObject,
  run: async ({ actor, tx, sendAll, note }, { id, rows }) => {
    const row = await findBatch(tx, actor.tenantId, id)
    if (row.canceledAt) throw new AppError('conflict', { public: 'The batch was canceled. Start another one' })
    if (row.received + rows.length > batchLimits.maxRows)
      throw new AppError('body_too_large', {
        public: `A batch takes ${batchLimits.maxRows} rows. Send the rest in another one`,
      })
    const request = await readTemplate(tx, actor.tenantId, { template: row.templateId, version: row.templateVersion })
    const languages = row.languages.map((one) => languageSchema.parse(one))
    sendAll(await addRows(tx, { by: actor, request, batch: { id, languages }, rows: rows.map(toRow) }))
    note({ subject: id, detail: { rows: rows.length } })
    return viewOf(await batchViews(tx, actor.tenantId, [await findBatch(tx, actor.tenantId, id)]))
  },
})

const toRow = ({ line, input }: { line: number; input: Record<string, unknown> }) => ({ line, value: input })

function viewOf<T>([view]: readonly T[]): T {
  if (!view) throw new AppError('bug', { public: 'The batch was not stored' })
  return view
}
