// The expectations report of a collection, over its first rows by key.
import { collectionInput, collectionLimits, reportObject } from '@guildhall/contracts/collection'
import { reportOf } from '@guildhall/verticals/kit/expectations'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { collectionNamed } from './find.ts'

const body = z.record(z.string(), z.unknown())

/** Who has a protected attribute and who has not is told by the fairness gate alone. */
function withoutSealed({ protected: _sealed, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest
}

export const reportCollection = defineVerb({
  name: 'collection.report',
  scope: 'collections:write',
  isRead: true,
  input: collectionInput,
  output: reportObject,
  run: async ({ actor, tx }, { name }) => {
    const collection = collectionNamed(name)
    const rows = await tx.record.findMany({
      where: { tenantId: actor.tenantId, collection: name },
      select: { body: true },
      orderBy: { key: 'asc' },
      take: collectionLimits.reportedRows,
    })
    const report = reportOf(
      collection,
      rows.map((row) => withoutSealed(body.parse(row.body))),
    )
    return { object: 'collection_report' as const, collection: name, ...report }
  },
})
