// Puts the records a vertical brings into the tenant's collections. What is there stays as it is: loading again changes nothing.
import { type IngestObject, loadedList, loadStarterInput } from '@guildhall/contracts/collection'
import { AppError } from '@guildhall/contracts/errors'
import type { Tx } from '@guildhall/db/client'
import { verticals } from '@guildhall/verticals/registry'
import { defineVerb } from '../verb.ts'
import { collectionNamed } from './find.ts'
import { parseCandidates } from './ingest.ts'
import { writeRecords } from './write.ts'

export const loadStarter = defineVerb({
  name: 'collection.load_starter',
  scope: 'collections:write',
  input: loadStarterInput,
  output: loadedList,
  run: async ({ actor, tx, note }, { vertical: slug }) => {
    const data: IngestObject[] = []
    for (const [name, records] of Object.entries(starterRecordsOf(slug)))
      data.push(await insertMissing(tx, { tenantId: actor.tenantId, name, records: records() }))
    note({ subject: slug, detail: Object.fromEntries(data.map((one) => [one.collection, one.inserted])) })
    return { object: 'list' as const, data, has_more: false, next_cursor: null }
  },
})

function starterRecordsOf(slug: string) {
  const found = verticals.find((one) => one.slug === slug)
  if (found?.starterRecords) return found.starterRecords
  const those = verticals.filter((one) => one.starterRecords).map((one) => one.slug)
  throw new AppError('not_found', {
    public: `No starter records for ${slug.slice(0, 60)}. There are some for: ${those.join(', ')}`,
  })
}

type Starter = { tenantId: string; name: string; records: readonly Record<string, unknown>[] }

/** Written as if they were immutable: a record that a tenant has changed is not set back. */
async function insertMissing(tx: Tx, { tenantId, name, records }: Starter): Promise<IngestObject> {
  const { good, errors, refused } = parseCandidates(
    collectionNamed(name),
    records.map((value, at) => ({ line: at + 1, value })),
  )
  const written = await writeRecords(tx, { tenantId, collection: name, isImmutable: true, records: good })
  return { object: 'ingest', collection: name, received: records.length, ...written, refused, errors }
}
