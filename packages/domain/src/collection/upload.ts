// A part of a file that the browser has read and mapped: few enough records for one transaction.
import { ingestObject, uploadInput } from '@guildhall/contracts/collection'
import { defineVerb } from '../verb.ts'
import { collectionNamed } from './find.ts'
import { parseCandidates } from './ingest.ts'
import { partSound } from './together.ts'
import { writeRecords } from './write.ts'

export const uploadRecords = defineVerb({
  name: 'collection.upload',
  scope: 'collections:write',
  input: uploadInput,
  output: ingestObject,
  run: async ({ actor, tx, note }, { name, records }) => {
    const collection = collectionNamed(name)
    const parsed = parseCandidates(
      collection,
      records.map(({ line, record }) => ({ line, value: record })),
    )
    const sound = await partSound(tx, { tenantId: actor.tenantId, collection, records: parsed.good })
    const errors = [...parsed.errors, ...sound.errors]
    const refused = parsed.refused + sound.errors.length
    const written = await writeRecords(tx, {
      tenantId: actor.tenantId,
      collection: name,
      isImmutable: collection.isImmutable,
      records: sound.good,
    })
    note({ subject: name, detail: { received: records.length, refused } })
    return { object: 'ingest' as const, collection: name, received: records.length, ...written, refused, errors }
  },
})
