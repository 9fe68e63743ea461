// Deletes records by key, everything about one subject, or a whole collection.
import { deletedObject, deleteRecordsInput } from '@guildhall/contracts/collection'
import { forgetLinks } from '../lti/forget.ts'
import { defineVerb } from '../verb.ts'
import { collectionNamed } from './find.ts'

export const deleteRecords = defineVerb({
  name: 'collection.delete',
  scope: 'collections:write',
  input: deleteRecordsInput,
  output: deletedObject,
  run: async ({ actor, tx, note }, { name, key, subject }) => {
    const collection = collectionNamed(name).name
    const keys = typeof key === 'string' ? [key] : key
    const { count } = await tx.record.deleteMany({
      where: {
        tenantId: actor.tenantId,
        collection,
        ...(keys ? { key: { in: keys } } : {}),
        ...(subject ? { subject } : {}),
      },
    })
    if (collection === 'learners') await forgetLinks(tx, actor.tenantId, keys ?? (subject ? [subject] : null))
    // The subject is a person's: what was deleted may not live on in the trail.
    note({ subject: collection, detail: { deleted: count, by: keys ? 'key' : subject ? 'subject' : 'all' } })
    return { object: 'deleted' as const, collection, deleted: count }
  },
})
