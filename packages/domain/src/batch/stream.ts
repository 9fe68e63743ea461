// A batch as a stream in, and its results as a stream out: never more than some hundred rows are in memory.
import type { Actor } from '@guildhall/contracts/actor'
import { type BatchObject, batchLimits, openBatchInput, type RowError } from '@guildhall/contracts/batch'
import { AppError } from '@guildhall/contracts/errors'
import { holdsScope, type Scope } from '@guildhall/contracts/scopes'
import { withTenant } from '@guildhall/db/scope'
import type { Element } from '../collection/elements.ts'
import { sendNow } from '../outbox/send.ts'
import { parseInput } from '../parse.ts'
import { languagesOf, readTemplate } from '../run/request.ts'
import { writeAudit } from '../verb.ts'
import { openBatch } from './open.ts'
import { getBatch } from './read.ts'
import { addRows, type BatchRow } from './rows.ts'

const chunkRows = 250
const pageRows = 200

type Streamed = { options: unknown; rows: AsyncIterable<Element | BatchRow>; signal?: AbortSignal }

/** Throws input_invalid, not_found, and what the source throws; rows that were taken before stay and run. */
export async function streamBatch(actor: Actor, { options, rows, signal }: Streamed): Promise<BatchObject> {
  needScope(actor, 'runs:write')
  const { template, version, language } = parseInput(openBatchInput, options, 'query')
  const { request, batch } = await withTenant(actor.tenantId, async (tx) => {
    const found = await readTemplate(tx, actor.tenantId, { template, version, caller: actor.name })
    return {
      request: found,
      batch: await openBatch(tx, { by: actor, request: found, languages: languagesOf(language, found) }),
    }
  })
  let [good, unreadable, received]: [BatchRow[], RowError[], number] = [[], [], 0]
  const flush = async () => {
    const adding = { by: actor, request, batch, rows: good, unreadable }
    ;[good, unreadable] = [[], []]
    await sendNow(await withTenant(actor.tenantId, (tx) => addRows(tx, adding)))
  }
  for await (const row of rows) {
    signal?.throwIfAborted()
    if (++received > batchLimits.maxRows)
      throw new AppError('body_too_large', {
        public: `A batch takes ${batchLimits.maxRows} rows; those were taken as ${batch.id}. Send the rest in another one`,
      })
    const read = readElement(row)
    if ('value' in read) good.push(read)
    else unreadable.push(read)
    if (good.length + unreadable.length === chunkRows) await flush()
  }
  await flush()
  const event = { actor, verb: 'batch.create', subject: batch.id, detail: { received } }
  await withTenant(actor.tenantId, (tx) => writeAudit(tx, event))
  return getBatch.call({ ...actor, scopes: [...actor.scopes, 'runs:read'] }, { id: batch.id })
}

function needScope(actor: Actor, scope: Scope): void {
  if (!holdsScope(actor.scopes, scope))
    throw new AppError('forbidden', { public: `This needs the scope ${scope}, which this caller does not hold` })
}

function readElement(row: Element | BatchRow): BatchRow | RowError {
  if ('value' in row) return row
  const { line } = row
  if (row.text === null)
    return {
      line,
      location: '',
      message: `cannot be read: ${row.problem}`,
      fix: 'Send one JSON object a line, as UTF-8',
    }
  try {
    return { line, value: JSON.parse(row.text) }
  } catch {
    return { line, location: '', message: 'is not JSON', fix: 'Send one JSON object a line' }
  }
}

/** One line of JSON per run, in the order of the file. A run that has not ended has a null output. */
export async function* batchResults(actor: Actor, id: string): AsyncGenerator<string> {
  await getBatch.call(actor, { id })
  let after = 0
  for (;;) {
    const from = after
    const rows = await withTenant(actor.tenantId, (tx) =>
      tx.run.findMany({
        where: { tenantId: actor.tenantId, batchId: id, batchLine: { gt: from } },
        orderBy: { batchLine: 'asc' },
        take: pageRows,
        include: { result: { select: { id: true, output: true } } },
      }),
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows
      .map((row) =>
        JSON.stringify({
          line: row.batchLine,
          run: row.id,
          status: row.status,
          metadata: row.metadata,
          result: row.result?.id ?? null,
          output: row.result?.output ?? null,
          error: row.error,
        }),
      )
      .join('\n')
      .concat('\n')
    after = last.batchLine ?? Number.MAX_SAFE_INTEGER
  }
}
