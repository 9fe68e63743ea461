// What runs and trainings read of collections: a few records per run, or all of them in pages.
import { withTenant, withTenants } from '@guildhall/db/scope'
import type { RecordQuery, TenantRecord, TenantRecords } from '@guildhall/verticals/kit/vertical'
import { z } from 'zod'

export type Reading = { tenantId: string; queries: Record<string, RecordQuery> }

const body = z.record(z.string(), z.unknown())
const pageRows = 10_000

/** One answer per reading, in their order; one transaction for all of them. */
export async function readForRuns(readings: readonly Reading[]): Promise<TenantRecords[]> {
  const tenantIds = [...new Set(readings.filter(asksAnything).map((one) => one.tenantId))]
  if (tenantIds.length === 0) return readings.map(() => ({}))
  return withTenants(tenantIds, async (tx) => {
    const answers: TenantRecords[] = []
    for (const { tenantId, queries } of readings) {
      const own: Record<string, TenantRecord[]> = {}
      for (const [name, query] of Object.entries(queries)) {
        const rows = await tx.record.findMany({
          where: { tenantId, collection: query.collection, ...aboutOf(query) },
          // By key where times are equal or absent: the same run reads the same records.
          orderBy: 'keys' in query ? { key: 'asc' } : [{ at: { sort: 'desc', nulls: 'last' } }, { key: 'asc' }],
          take: query.limit,
          select: { key: true, body: true },
        })
        own[name] = rows.map((row) => ({ key: row.key, body: body.parse(row.body) }))
      }
      answers.push(own)
    }
    return answers
  })
}

function aboutOf(query: RecordQuery) {
  if ('subject' in query) return { subject: query.subject }
  return 'keys' in query ? { key: { in: [...query.keys] } } : {}
}

const asksAnything = ({ queries }: Reading) => Object.keys(queries).length > 0

/** All records of a collection, ten thousand at a time, by key: nothing is held but a page. */
export async function* scanRecords(tenantId: string, collection: string): AsyncGenerator<TenantRecord[]> {
  let cursor = ''
  for (;;) {
    const from = cursor
    const rows = await withTenant(tenantId, (tx) =>
      tx.record.findMany({
        where: { tenantId, collection, key: { gt: from } },
        orderBy: { key: 'asc' },
        take: pageRows,
        select: { key: true, body: true },
      }),
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => ({ key: row.key, body: body.parse(row.body) }))
    cursor = last.key
  }
}
