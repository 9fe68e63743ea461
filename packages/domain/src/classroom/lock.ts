// Locks the hints of a class. A record of `classes`, which every run of the class reads: it holds from the next hint on, whoever asks by
// whatever door, while a published template would have to pass its golden cases first.
import { lockInput, lockObject } from '@guildhall/contracts/classroom'
import { z } from 'zod'
import { collectionNamed } from '../collection/find.ts'
import { writeRecords } from '../collection/write.ts'
import { parseInput } from '../parse.ts'
import { defineVerb } from '../verb.ts'

export const lockHints = defineVerb({
  name: 'classroom.lock',
  scope: 'collections:write',
  input: lockInput,
  output: lockObject,
  run: async ({ actor, tx, note }, { class: name, max_hint_level, bottom_out }) => {
    const { tenantId } = actor
    const { schema, headOf, isImmutable } = collectionNamed('classes')
    const known = await tx.record.findFirst({
      where: { tenantId, collection: 'classes', key: name },
      select: { body: true },
    })
    const kept = z.record(z.string(), z.unknown()).parse(known?.body ?? {})
    const record = parseInput(schema, { ...kept, id: name, hint_lock: { max_hint_level, bottom_out } }, 'class')
    await writeRecords(tx, {
      tenantId,
      collection: 'classes',
      isImmutable,
      records: [{ ...headOf(record), body: JSON.stringify(record) }],
    })
    note({ subject: name, detail: { max_hint_level, bottom_out } })
    return { object: 'hint_lock' as const, class: name, max_hint_level, bottom_out }
  },
})
