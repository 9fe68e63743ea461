// Takes exercises from a document of QTI items into the collection: good items are kept, bad ones come back with their line and fix.
import { collectionLimits, ingestObject } from '@guildhall/contracts/collection'
import { AppError } from '@guildhall/contracts/errors'
import { importExercisesInput } from '@guildhall/contracts/exercise'
import { isDocumentFault, readQti } from '@guildhall/verticals/packs/education/import/qti'
import { collectionNamed } from '../collection/find.ts'
import { parseCandidates } from '../collection/ingest.ts'
import { writeRecords } from '../collection/write.ts'
import { defineVerb } from '../verb.ts'

const collection = 'exercises'

export const importExercises = defineVerb({
  name: 'exercise.import',
  scope: 'collections:write',
  input: importExercisesInput,
  output: ingestObject,
  run: async ({ actor, tx, note }, { document, skill }) => {
    const items = readQti(document, { skill })
    if (isDocumentFault(items)) throw refused(items)
    const faults = items.flatMap((item) => ('fault' in item ? [{ line: item.line, ...item.fault }] : []))
    const parsed = parseCandidates(
      collectionNamed(collection),
      items.filter((item) => 'value' in item),
    )
    const written = await writeRecords(tx, {
      tenantId: actor.tenantId,
      collection,
      isImmutable: false,
      records: parsed.good,
    })
    const errors = [...faults, ...parsed.errors].toSorted((a, b) => a.line - b.line)
    const counts = { received: items.length, ...written, refused: faults.length + parsed.refused }
    note({ subject: collection, detail: { format: 'qti', ...counts } })
    return {
      object: 'ingest' as const,
      collection,
      ...counts,
      errors: errors.slice(0, collectionLimits.maxListedErrors),
    }
  },
})

function refused({ line, message, fix }: { line: number; message: string; fix: string }): AppError {
  return new AppError('input_invalid', {
    public: `The document ${message} (line ${line})`,
    errors: [{ location: `body.document line ${line}`, message, fix }],
  })
}
