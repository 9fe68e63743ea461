// Runs that a draft answers: golden cases, impacts and previews. Ordinary rows for the ordinary worker, which reads the snapshot they name.
import type { Envelope } from '@guildhall/contracts/job'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import type { Language } from '@guildhall/contracts/run'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import { type Sent, writeOutboxRows } from '../outbox/send.ts'
import { parseInput } from '../parse.ts'
import { insertRuns } from '../run/insert.ts'
import type { Purpose } from '../run/purpose.ts'
import type { RequestedInput, TemplateRequest } from '../run/request.ts'
import type { RunRow } from '../run/row.ts'
import { refuseSwitchedOff } from '../vertical/switched.ts'
import { partsOf } from './document.ts'
import { draftNumber, type TemplateRow } from './draft.ts'
import { taskOf } from './task.ts'

type Asked = {
  row: TemplateRow
  document: TemplateDocument
  digest: string
  patch?: Record<string, unknown> | undefined
}

/** As a request for a published version would be read. Throws input_invalid where the content, or what replaces it, does not fit. */
export function draftRequest({ row, document, digest, patch }: Asked): TemplateRequest {
  const task = taskOf(row)
  return {
    template: { id: row.id, slug: row.slug, version: draftNumber, digest },
    vertical: row.vertical,
    experiment: null,
    task,
    content: parseInput(task.content, patch ? { ...document.content, ...patch } : document.content, 'body.content'),
    settings: partsOf(document).settings,
  }
}

type DraftRun = RequestedInput & { patch?: Record<string, unknown> | undefined; createdAt?: Date }
type Inserting = {
  by: { tenantId: string; name: string; requestId: string }
  request: TemplateRequest
  purpose: Exclude<Purpose, 'run'>
  languages: Language[]
  runs: readonly DraftRun[]
}

/** In the order given. Throws vertical_off. The snapshot must be kept already; the caller sends the messages after its commit. */
export async function insertDraftRuns(tx: Tx, inserting: Inserting): Promise<{ rows: RunRow[]; sent: Sent[] }> {
  const { by, request, purpose, languages, runs } = inserting
  if (runs.length === 0) return { rows: [], sent: [] }
  await refuseSwitchedOff(tx, by.tenantId, request.vertical)
  const rows = await insertRuns(tx, {
    by,
    request,
    // Sealed attributes are for the figures over real applicants only.
    runs: runs.map(({ input, fleeting, patch, createdAt }) => ({
      input,
      fleeting,
      sealed: null,
      languages,
      metadata: {},
      deadlineS: deadlineS[purpose],
      draft: { purpose, patch, ...(createdAt ? { createdAt } : {}) },
    })),
  })
  const lane = purpose === 'preview' ? 'interactive' : 'batch'
  const envelopes = rows.map(
    ({ id }): Envelope => ({
      tenantId: by.tenantId,
      actor: by.name,
      requestId: by.requestId,
      traceparent: null,
      lane,
      rowId: id,
      generation: 0,
      payload: { runId: id },
    }),
  )
  return { rows, sent: await writeOutboxRows(tx, runExecute, envelopes) }
}

const deadlineS = { golden: 3600, impact: 3600, preview: 60 } as const
