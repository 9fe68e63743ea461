// The records of a collection by key, in pages.
import { listRecordsInput, recordList } from '@guildhall/contracts/collection'
import { toPage } from '@guildhall/contracts/list'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { collectionNamed } from './find.ts'

const body = z.record(z.string(), z.unknown())

/** Protected attributes are for the fairness gate: whoever reads a record sees that there are some, not which. */
function unsealed(stored: unknown): Record<string, unknown> {
  const { protected: sealed, ...rest } = body.parse(stored)
  return sealed === undefined || sealed === null ? rest : { ...rest, protected: 'sealed' }
}

export const listRecords = defineVerb({
  name: 'collection.records',
  scope: 'collections:write',
  isRead: true,
  input: listRecordsInput,
  output: recordList,
  run: async ({ actor, tx }, { name, subject, cursor, limit }) => {
    const collection = collectionNamed(name).name
    const rows = await tx.record.findMany({
      where: {
        tenantId: actor.tenantId,
        collection,
        ...(cursor ? { key: { gt: cursor } } : {}),
        ...(subject ? { subject } : {}),
      },
      orderBy: { key: 'asc' },
      take: limit + 1,
    })
    return toPage(
      rows.map((row) => ({
        id: row.key,
        object: 'record' as const,
        subject: row.subject,
        at: row.at?.toISOString() ?? null,
        body: unsealed(row.body),
        updated_at: row.updatedAt.toISOString(),
      })),
      limit,
    )
  },
})
