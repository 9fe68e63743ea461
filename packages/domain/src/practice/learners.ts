// Who may practise: pseudonyms with consent on record, and their class. No figure about anybody: those are for whoever may write records.
import { classroomLimits, practiceLearners, practiceLearnersInput } from '@guildhall/contracts/classroom'
import { z } from 'zod'
import { readClasses } from '../classroom/read.ts'
import { defineVerb } from '../verb.ts'

const { maxLearners } = classroomLimits

export const listPracticeLearners = defineVerb({
  name: 'practice.learners',
  scope: 'runs:write',
  isRead: true,
  input: practiceLearnersInput,
  output: practiceLearners,
  run: async ({ actor, tx }, { class: inClass }) => {
    const { tenantId } = actor
    const rows = await tx.record.findMany({
      where: {
        tenantId,
        collection: 'learners',
        ...(inClass === undefined ? {} : { body: { path: ['class_ref'], equals: inClass } }),
      },
      select: { key: true, body: true },
      orderBy: { key: 'asc' },
      take: maxLearners + 1,
    })
    return {
      object: 'practice_learners' as const,
      classes: await readClasses(tx, tenantId),
      learners: rows
        .slice(0, maxLearners)
        .map(({ key, body }) => ({ learner: key, class_ref: classOf.parse(body).class_ref ?? null })),
      is_truncated: rows.length > maxLearners,
    }
  },
})

const classOf = z.object({ class_ref: z.string().nullish() })
