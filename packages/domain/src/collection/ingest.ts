// Takes records of any number into a collection: good rows are kept, bad ones come back with their line, field and fix. Batches are
// transactions of their own, so that an upload of millions holds no lock and one that is cut off keeps what it had.
import type { Actor } from '@guildhall/contracts/actor'
import { collectionLimits, type IngestObject, type LineError } from '@guildhall/contracts/collection'
import { AppError } from '@guildhall/contracts/errors'
import { holdsScope } from '@guildhall/contracts/scopes'
import { withTenant } from '@guildhall/db/scope'
import { type Collection, maxRecordBytes } from '@guildhall/verticals/kit/collection'
import { LRUCache } from 'lru-cache'
import { explainRefusal } from '../parse.ts'
import { writeAudit } from '../verb.ts'
import type { Element } from './elements.ts'
import { collectionNamed } from './find.ts'
import { partSound } from './together.ts'
import { type ParsedRecord, writeRecords } from './write.ts'

const batchRows = 2000
const maxSkewMs = 86_400_000

/** A record with the line it came from; `value` is what JSON.parse gave, or a CSV row made into an object. */
export type Candidate = { line: number; value: unknown } | Element

type Ingest = { collection: string; records: AsyncIterable<Candidate> | Iterable<Candidate>; signal?: AbortSignal }

/** Throws forbidden, not_found, and whatever the source throws; what was written before stays. */
export async function ingestRecords(
  actor: Actor,
  { collection: name, records, signal }: Ingest,
): Promise<IngestObject> {
  if (!holdsScope(actor.scopes, 'collections:write'))
    throw new AppError('forbidden', { public: 'Sending records needs the scope collections:write' })
  const collection = collectionNamed(name)
  await refuseFull(actor.tenantId, name)
  const result: IngestObject = {
    object: 'ingest',
    collection: name,
    received: 0,
    inserted: 0,
    updated: 0,
    unchanged: 0,
    refused: 0,
    errors: [],
  }
  let batch: ParsedRecord[] = []
  const flush = async () => {
    if (batch.length > 0) await writeBatch({ actor, collection, batch, result })
    batch = []
  }
  try {
    for await (const candidate of records) {
      signal?.throwIfAborted()
      result.received++
      const { good, errors, refused } = parseCandidates(collection, [candidate])
      batch.push(...good)
      result.refused += refused
      result.errors.push(...errors.slice(0, collectionLimits.maxListedErrors - result.errors.length))
      if (batch.length === batchRows) await flush()
    }
    await flush()
  } finally {
    await audit(actor, result)
  }
  return result
}

// Counting millions of rows for every event that a shop posts would cost more than the event.
const hasRoom = new LRUCache<string, true>({ max: 1000, ttl: 60_000 })

async function refuseFull(tenantId: string, collection: string): Promise<void> {
  if (hasRoom.has(`${tenantId} ${collection}`)) return
  const held = await withTenant(tenantId, (tx) => tx.record.count({ where: { tenantId, collection } }))
  if (held < collectionLimits.maxRecords / 2) hasRoom.set(`${tenantId} ${collection}`, true)
  if (held < collectionLimits.maxRecords) return
  throw new AppError('conflict', {
    public: `The collection ${collection} holds ${held} records, which is the limit. Delete what no model needs`,
  })
}

export type ParsedCandidates = { good: ParsedRecord[]; errors: LineError[]; refused: number }

export function parseCandidates(collection: Collection, candidates: readonly Candidate[]): ParsedCandidates {
  const found: ParsedCandidates = { good: [], errors: [], refused: 0 }
  for (const candidate of candidates) {
    const parsed = parseCandidate(collection, candidate)
    if (!Array.isArray(parsed)) found.good.push(parsed)
    else {
      found.refused++
      found.errors.push(...parsed)
    }
  }
  return found
}

type Writing = { actor: Actor; collection: Collection; batch: readonly ParsedRecord[]; result: IngestObject }

async function writeBatch({ actor, collection, batch, result }: Writing): Promise<void> {
  const { name, isImmutable } = collection
  const { tenantId } = actor
  const { errors, ...written } = await withTenant(tenantId, async (tx) => {
    const { good, errors } = await partSound(tx, { tenantId, collection, records: batch })
    return { errors, ...(await writeRecords(tx, { tenantId, collection: name, isImmutable, records: good })) }
  })
  result.refused += errors.length
  result.errors.push(...errors.slice(0, collectionLimits.maxListedErrors - result.errors.length))
  result.inserted += written.inserted
  result.updated += written.updated
  result.unchanged += written.unchanged
}

async function audit(actor: Actor, result: IngestObject): Promise<void> {
  const { collection, received, inserted, updated, unchanged, refused } = result
  if (received === 0) return
  const detail = { received, inserted, updated, unchanged, refused }
  await withTenant(actor.tenantId, (tx) =>
    writeAudit(tx, { actor, verb: 'collection.ingest', subject: collection, detail }),
  )
}

const unreadable: Record<string, [message: string, fix: string]> = {
  too_long: [
    `is longer than ${collectionLimits.maxLineBytes} bytes`,
    'Send one record a line, without pictures or documents',
  ],
  not_utf8: ['is not UTF-8', 'Save the file as UTF-8'],
  cut_off: ['the body ends inside the array', 'Send the whole array; what came before was kept'],
  not_array: ['the body is not a JSON array', 'Send an array, or NDJSON as application/x-ndjson'],
}

function parseCandidate(collection: Collection, candidate: Candidate): ParsedRecord | LineError[] {
  const { line } = candidate
  if ('value' in candidate) return parseRecord(collection, line, candidate.value)
  if (candidate.text === null) {
    const [message = '', fix = ''] = unreadable[candidate.problem] ?? []
    return [{ line, location: '', message, fix }]
  }
  let value: unknown
  try {
    value = JSON.parse(candidate.text)
  } catch (error) {
    return [{ line, location: '', message: `is not JSON: ${messageOf(error)}`, fix: 'Send one JSON object a line' }]
  }
  return parseRecord(collection, line, value)
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message.slice(0, 120) : 'unreadable')

function parseRecord(collection: Collection, line: number, value: unknown): ParsedRecord | LineError[] {
  const parsed = collection.schema.safeParse(value)
  if (!parsed.success) return explainRefusal(collection.schema, value, '').map((error) => ({ line, ...error }))
  const head = collection.headOf(parsed.data)
  const body = JSON.stringify(parsed.data)
  if (body.length > maxRecordBytes)
    return [
      { line, location: '', message: `is longer than ${maxRecordBytes} bytes`, fix: 'Leave out what no model reads' },
    ]
  // \u0000 is valid JSON and no valid text of Postgres.
  if (body.includes('\\u0000')) return [{ line, location: '', message: 'holds a NUL character', fix: 'Remove it' }]
  if (head.at !== null && Date.parse(head.at) > Date.now() + maxSkewMs)
    return [{ line, location: 'ts', message: 'lies more than a day ahead', fix: 'Check the clock that wrote it' }]
  return { ...head, body, line }
}
