// Rows of a batch -> runs, some hundred at a time. A bad row is named with its line and the others go on.
import { batchLimits, type RowError } from '@guildhall/contracts/batch'
import { AppError, toProblem } from '@guildhall/contracts/errors'
import type { Envelope } from '@guildhall/contracts/job'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import type { Language } from '@guildhall/contracts/run'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { type Sent, writeOutboxRows } from '../outbox/send.ts'
import { insertRuns } from '../run/insert.ts'
import { type RequestedInput, readInput, type TemplateRequest } from '../run/request.ts'

export type BatchRow = { line: number; value: unknown }
type By = { tenantId: string; name: string; requestId: string }
type Adding = {
  by: By
  request: TemplateRequest
  batch: { id: string; languages: Language[] }
  rows: readonly BatchRow[]
  /** Of rows that could not even be read. */
  unreadable?: readonly RowError[]
}

/** Writes the good rows and their messages; the caller sends those after its commit. */
export async function addRows(tx: Tx, { by, request, batch, rows, unreadable = [] }: Adding): Promise<Sent[]> {
  const good: (RequestedInput & { line: number; metadata: Record<string, string> })[] = []
  const errors: RowError[] = [...unreadable]
  let refused = new Set(unreadable.map((one) => one.line)).size
  for (const row of rows) {
    try {
      good.push({ ...readRow(request, row.value), line: row.line })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused++
      errors.push(...errorsOf(error, row.line))
    }
  }
  const runs = good.map(({ line, ...run }) => ({
    ...run,
    languages: batch.languages,
    deadlineS: batchLimits.deadlineS,
    batch: { id: batch.id, line },
  }))
  const written = runs.length > 0 ? await insertRuns(tx, { by, request, runs }) : []
  await count(tx, { id: batch.id, received: rows.length + unreadable.length, refused, errors })
  const envelopes = written.map(
    ({ id }): Envelope => ({
      tenantId: by.tenantId,
      actor: by.name,
      requestId: by.requestId,
      traceparent: null,
      lane: 'batch',
      rowId: id,
      generation: 0,
      payload: { runId: id },
    }),
  )
  return writeOutboxRows(tx, runExecute, envelopes)
}

/** A row is an input, or {input, custom_id, metadata}: what a caller needs to find its own again. */
function readRow(request: TemplateRequest, value: unknown): RequestedInput & { metadata: Record<string, string> } {
  const wrapped = wrappedRow.safeParse(value)
  const input = wrapped.success ? wrapped.data.input : value
  const metadata = wrapped.success
    ? { ...wrapped.data.metadata, ...(wrapped.data.custom_id ? { custom_id: wrapped.data.custom_id } : {}) }
    : {}
  return { ...readInput(request, input, 'input'), metadata }
}

const wrappedRow = z.strictObject({
  input: z.record(z.string(), z.unknown()),
  custom_id: z.string().max(200).optional(),
  metadata: z.record(z.string().max(40), z.string().max(500)).optional(),
})

function errorsOf(error: AppError, line: number): RowError[] {
  const { errors, detail } = toProblem(error, { instance: null, requestId: null })
  return errors.length === 0
    ? [{ line, location: '', message: detail, fix: 'Mend the row and send it again' }]
    : errors.slice(0, 3).map((one) => ({ line, ...one }))
}

type Counted = { id: string; received: number; refused: number; errors: readonly RowError[] }

async function count(tx: Tx, { id, received, refused, errors }: Counted): Promise<void> {
  const row = await tx.batch.update({
    where: { id },
    data: { received: { increment: received }, refused: { increment: refused } },
    select: { errors: true },
  })
  const held = z.array(z.json()).parse(row.errors)
  const room = batchLimits.maxListedErrors - held.length
  if (errors.length > 0 && room > 0)
    await tx.batch.update({ where: { id }, data: { errors: [...held, ...errors.slice(0, room)] } })
}
