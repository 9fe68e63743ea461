// Records that fit alone but not beside the others, such as skills that need each other in a circle: they are refused, the rest goes on.
import type { LineError } from '@guildhall/contracts/collection'
import type { Tx } from '@guildhall/db/client'
import type { Collection } from '@guildhall/verticals/kit/collection'
import { z } from 'zod'
import type { ParsedRecord } from './write.ts'

/** A collection that is judged as a whole holds at most so many records; more are refused. */
const maxRecords = 5000

type Incoming = { tenantId: string; collection: Collection; records: readonly ParsedRecord[] }
type Parted = { good: readonly ParsedRecord[]; errors: LineError[] }

/** Only what is coming in is refused: faults among stored records alone are nobody's here. */
export async function partSound(tx: Tx, { tenantId, collection, records }: Incoming): Promise<Parted> {
  const { faultsTogether, name } = collection
  if (!faultsTogether || records.length === 0) return { good: records, errors: [] }
  const rows = await tx.record.findMany({
    where: { tenantId, collection: name },
    select: { key: true, body: true },
    take: maxRecords,
  })
  const stored = new Map(rows.map((row) => [row.key, bodyOf(row.body)]))
  const parted: { good: ParsedRecord[]; errors: LineError[] } = { good: [], errors: [] }
  for (const record of records) {
    if (stored.has(record.key) || stored.size + parted.good.length < maxRecords) parted.good.push(record)
    else
      parted.errors.push(
        errorAt(record, { location: '', message: `is past ${maxRecords}`, fix: 'Delete others first' }),
      )
  }
  for (;;) {
    const whole = new Map([...stored, ...parted.good.map((one) => [one.key, bodyOf(JSON.parse(one.body))] as const)])
    const faults = faultsTogether([...whole.values()])
    const refused = new Map<ParsedRecord, LineError>()
    for (const fault of faults) {
      const record = parted.good.findLast((one) => fault.keys.includes(one.key))
      if (record) refused.set(record, errorAt(record, fault))
    }
    if (refused.size === 0) return parted
    parted.errors.push(...refused.values())
    parted.good = parted.good.filter((one) => !refused.has(one))
  }
}

const bodyOf = (body: unknown) => z.record(z.string(), z.unknown()).parse(body)

type Fault = { location: string; message: string; fix: string }
const errorAt = ({ line }: ParsedRecord, { location, message, fix }: Fault): LineError => ({
  line,
  location,
  message,
  fix,
})
