// What runs and trainings read of collections: a few records per run, or all of them in pages. A group of runs costs a handful of queries,
// however many runs: what they ask alike is asked once.
import { withTenantSql, withTenantsSql } from '@guildhall/db/scope'
import type { Sql } from '@guildhall/db/sql'
import type { RecordQuery, TenantRecord, TenantRecords } from '@guildhall/verticals/kit/vertical'

export type Reading = { tenantId: string; queries: Record<string, RecordQuery> }

const pageRows = 10_000

type Asked = { tenantId: string; query: RecordQuery }
type Row = { key: string; body: TenantRecord['body'] }

/** One answer per reading, in their order; one transaction for all of them. */
export async function readForRuns(readings: readonly Reading[]): Promise<TenantRecords[]> {
  const asked = new Map<string, Asked>()
  const nameOf = (tenantId: string, query: RecordQuery) => `${tenantId} ${JSON.stringify(query)}`
  for (const { tenantId, queries } of readings)
    for (const query of Object.values(queries)) asked.set(nameOf(tenantId, query), { tenantId, query })
  const tenantIds = [...new Set([...asked.values()].map((one) => one.tenantId))]
  if (tenantIds.length === 0) return readings.map(() => ({}))
  const found = await withTenantsSql(tenantIds, async (tx) => {
    const [byKey, bySubject, newest, named] = [
      await readKeys(tx, pick(asked, isByKeys)),
      await readSubjects(tx, pick(asked, isBySubject)),
      await readNewest(tx, pick(asked, isNewest)),
      await readNamed(tx, pick(asked, isNamed)),
    ]
    return new Map([...byKey, ...bySubject, ...newest, ...named])
  })
  return readings.map(({ tenantId, queries }) =>
    Object.fromEntries(
      Object.entries(queries).map(([name, query]) => [name, found.get(nameOf(tenantId, query)) ?? []]),
    ),
  )
}

type ByKeys = Extract<RecordQuery, { keys: readonly string[] }>
type BySubject = Extract<RecordQuery, { subject: string }>
type Newest = Extract<RecordQuery, { newest: true }>
type NamedBy = Extract<RecordQuery, { namedBy: object }>
const isByKeys = (query: RecordQuery): query is ByKeys => 'keys' in query
const isBySubject = (query: RecordQuery): query is BySubject => 'subject' in query
const isNewest = (query: RecordQuery): query is Newest => 'newest' in query
const isNamed = (query: RecordQuery): query is NamedBy => 'namedBy' in query

type Named<Q> = { name: string; tenantId: string; query: Q }
type Answers = [string, TenantRecord[]][]

function pick<Q extends RecordQuery>(
  asked: ReadonlyMap<string, Asked>,
  is: (query: RecordQuery) => query is Q,
): Named<Q>[] {
  return [...asked].flatMap(([name, { tenantId, query }]) => (is(query) ? [{ name, tenantId, query }] : []))
}

/** By key, in ascending order. One query per collection: lists of one shop share most of their items. */
async function readKeys(tx: Sql, asked: readonly Named<ByKeys>[]): Promise<Answers> {
  const groups = new Map<string, Named<ByKeys>[]>()
  for (const one of asked) {
    const group = `${one.tenantId} ${one.query.collection}`
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  const answers: Answers = []
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    const keys = [...new Set(group.flatMap(({ query }) => query.keys))]
    const rows = await tx.$queryRaw<Row[]>`
      SELECT record.key, record.body FROM jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) AS wanted(key)
      JOIN record ON record.tenant_id = ${first.tenantId} AND record.collection = ${first.query.collection} AND record.key = wanted.key`
    const byKey = new Map(rows.map((row) => [row.key, row]))
    for (const { name, query } of group) {
      const own = [...new Set(query.keys)].sort().flatMap((key) => byKey.get(key) ?? [])
      answers.push([name, own.slice(0, query.limit)])
    }
  }
  return answers
}

/** Newest first, of each subject; by key where times are equal or absent, so that the same run reads the same records. */
async function readSubjects(tx: Sql, asked: readonly Named<BySubject>[]): Promise<Answers> {
  if (asked.length === 0) return []
  const wanted = asked.map(({ tenantId, query }, place) => ({
    place,
    tenant_id: tenantId,
    ...query,
    most: query.limit,
  }))
  const rows = await tx.$queryRaw<(Row & { place: number })[]>`
    SELECT wanted.place, own.key, own.body
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS wanted(place int, tenant_id text, collection text, subject text, most int)
    CROSS JOIN LATERAL (
      SELECT key, body, at FROM record
      WHERE tenant_id = wanted.tenant_id AND collection = wanted.collection AND subject = wanted.subject
      ORDER BY at DESC NULLS LAST, key LIMIT wanted.most
    ) AS own
    ORDER BY wanted.place, own.at DESC NULLS LAST, own.key`
  const answers = asked.map(({ name }): Answers[number] => [name, []])
  for (const { place, key, body } of rows) answers[place]?.[1].push({ key, body })
  return answers
}

async function readNewest(tx: Sql, asked: readonly Named<Newest>[]): Promise<Answers> {
  const answers: Answers = []
  for (const { name, tenantId, query } of asked) {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT key, body FROM record WHERE tenant_id = ${tenantId} AND collection = ${query.collection}
      ORDER BY at DESC NULLS LAST, key LIMIT ${query.limit}`
    answers.push([name, rows])
  }
  return answers
}

/** One query for all of them; nothing where the other record, its field or the record it names is not there. */
async function readNamed(tx: Sql, asked: readonly Named<NamedBy>[]): Promise<Answers> {
  if (asked.length === 0) return []
  const wanted = asked.map(({ tenantId, query: { collection, namedBy } }, place) => ({
    place,
    tenant_id: tenantId,
    collection,
    by_collection: namedBy.collection,
    by_key: namedBy.key,
    field: namedBy.field,
  }))
  const rows = await tx.$queryRaw<(Row & { place: number })[]>`
    SELECT wanted.place, own.key, own.body
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      AS wanted(place int, tenant_id text, collection text, by_collection text, by_key text, field text)
    JOIN record AS naming ON naming.tenant_id = wanted.tenant_id AND naming.collection = wanted.by_collection
      AND naming.key = wanted.by_key
    JOIN record AS own ON own.tenant_id = wanted.tenant_id AND own.collection = wanted.collection
      AND own.key = naming.body ->> wanted.field`
  const answers = asked.map(({ name }): Answers[number] => [name, []])
  for (const { place, key, body } of rows) answers[place]?.[1].push({ key, body })
  return answers
}

/** All records of a collection, ten thousand at a time, by key: nothing is held but a page. */
export async function* scanRecords(tenantId: string, collection: string): AsyncGenerator<TenantRecord[]> {
  let cursor = ''
  for (;;) {
    const from = cursor
    const rows = await withTenantSql(
      tenantId,
      (tx) => tx.$queryRaw<Row[]>`
        SELECT key, body FROM record WHERE tenant_id = ${tenantId} AND collection = ${collection} AND key > ${from}
        ORDER BY key LIMIT ${pageRows}`,
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows
    cursor = last.key
  }
}
