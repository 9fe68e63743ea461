// Writes a batch of parsed records in one statement. Immutable ones are kept as they are; others are replaced where they differ.
import type { Tx } from '@guildhall/db/client'
import type { RecordHead } from '@guildhall/verticals/kit/collection'

type RecordToWrite = RecordHead & { body: string }
/** `line` is where it came from. */
export type ParsedRecord = RecordToWrite & { line: number }
export type Written = { inserted: number; updated: number; unchanged: number }

type Batch = { tenantId: string; collection: string; isImmutable: boolean; records: readonly RecordToWrite[] }

export async function writeRecords(tx: Tx, { tenantId, collection, isImmutable, records }: Batch): Promise<Written> {
  // One statement cannot touch a row twice: of equal keys the first event stays, the last item wins.
  const byKey = new Map<string, RecordToWrite>()
  for (const record of records) if (!isImmutable || !byKey.has(record.key)) byKey.set(record.key, record)
  const rows = [...byKey.values()]
  if (rows.length === 0) return { inserted: 0, updated: 0, unchanged: 0 }
  const keys = rows.map((row) => row.key)
  const subjects = rows.map((row) => row.subject)
  const times = rows.map((row) => row.at)
  const bodies = rows.map((row) => row.body)
  if (isImmutable) {
    const inserted = await tx.$executeRaw`
      INSERT INTO record (tenant_id, collection, key, subject, at, body)
      SELECT ${tenantId}, ${collection}, key, subject, at, body::jsonb
      FROM unnest(${keys}::text[], ${subjects}::text[], ${times}::timestamptz[], ${bodies}::text[]) AS row(key, subject, at, body)
      ON CONFLICT DO NOTHING`
    return { inserted, updated: 0, unchanged: records.length - inserted }
  }
  // A partitioned table gives no xmax, so a row is new when it was never touched again.
  const changed = await tx.$queryRaw<{ isNew: boolean; rows: bigint }[]>`
    WITH written AS (
      INSERT INTO record (tenant_id, collection, key, subject, at, body)
      SELECT ${tenantId}, ${collection}, key, subject, at, body::jsonb
      FROM unnest(${keys}::text[], ${subjects}::text[], ${times}::timestamptz[], ${bodies}::text[]) AS row(key, subject, at, body)
      ON CONFLICT (tenant_id, collection, key) DO UPDATE
        SET body = excluded.body, subject = excluded.subject, at = excluded.at, updated_at = clock_timestamp()
        WHERE record.body IS DISTINCT FROM excluded.body
      RETURNING (created_at = updated_at) AS is_new
    ) SELECT is_new AS "isNew", count(*) AS rows FROM written GROUP BY 1`
  const countOf = (isNew: boolean) => Number(changed.find((one) => one.isNew === isNew)?.rows ?? 0)
  const [inserted, updated] = [countOf(true), countOf(false)]
  return { inserted, updated, unchanged: records.length - inserted - updated }
}
