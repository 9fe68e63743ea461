// Adds a learner to a class by a pseudonym and a basis of consent, or changes what was agreed. Training is off unless it was allowed.
import { enrolInput, enrolledLearner } from '@guildhall/contracts/classroom'
import { collectionNamed } from '../collection/find.ts'
import { writeRecords } from '../collection/write.ts'
import { parseInput } from '../parse.ts'
import { defineVerb } from '../verb.ts'

export const enrolLearner = defineVerb({
  name: 'classroom.enrol',
  scope: 'collections:write',
  input: enrolInput,
  output: enrolledLearner,
  run: async ({ actor, tx, note }, { learner, class: inClass, ...rest }) => {
    const { tenantId } = actor
    const { schema, headOf, isImmutable } = collectionNamed('learners')
    const record = parseInput(schema, { id: learner, class_ref: inClass ?? null, ...rest }, 'learner')
    await writeRecords(tx, {
      tenantId,
      collection: 'learners',
      isImmutable,
      records: [{ ...headOf(record), body: JSON.stringify(record) }],
    })
    note({ subject: learner, detail: { consent: rest.consent } })
    return { object: 'learner' as const, learner, class: inClass ?? null }
  },
})
