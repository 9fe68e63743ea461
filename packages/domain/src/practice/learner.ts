// The learner behind a pseudonym: consent is required, so nobody practises whom no record of `learners` knows.
import { AppError } from '@guildhall/contracts/errors'
import { withTenant } from '@guildhall/db/scope'
import { z } from 'zod'

const learnerBody = z.object({
  class_ref: z.string().nullish(),
  age_band: z.enum(['u13', '13-17', '18+']).nullish(),
  grade: z.int().nullish(),
  consent: z.object({
    basis: z.enum(['parent', 'school', 'learner']),
    training_allowed: z.boolean().default(false),
    store_text: z.boolean().default(false),
  }),
})

export type LearnerInput = { learner_ref: string } & z.output<typeof learnerBody>

/** What every tutor run says of the learner. Throws not_found for a learner nobody gave consent for. */
export async function readLearner(tenantId: string, id: string): Promise<LearnerInput> {
  const row = await withTenant(tenantId, (tx) =>
    tx.record.findFirst({ where: { tenantId, collection: 'learners', key: id }, select: { body: true } }),
  )
  if (!row)
    throw new AppError('not_found', {
      public: 'No such learner. Add the pseudonym and its consent to the collection learners first',
    })
  return { learner_ref: id, ...learnerBody.parse(row.body) }
}

type Worked = { tenantId: string; learner: string; item: string }

/** How often this was answered before, and the hints asked for since the last answer. Counted here: a pupil's page could say anything. */
export function countWork({ tenantId, learner, item }: Worked): Promise<{ attempts: number; hints: number }> {
  return withTenant(tenantId, async (tx) => {
    const [row] = await tx.$queryRaw<{ attempts: number; hints: number }[]>`
      WITH own AS (
        SELECT at FROM record WHERE tenant_id = ${tenantId} AND collection = 'attempts' AND subject = ${learner}
          AND body ->> 'item_id' = ${item}
      )
      SELECT (SELECT count(*)::int FROM own) AS attempts,
        (SELECT count(*)::int FROM run WHERE run.tenant_id = ${tenantId} AND run.vertical = 'education'
          AND run.created_at > greatest(now() - interval '12 hours', (SELECT max(at) FROM own))
          AND run.status = 'succeeded' AND run.input ->> 'task' = 'hint'
          AND run.input ->> 'learner_ref' = ${learner} AND run.input ->> 'item_id' = ${item}) AS hints`
    return row ?? { attempts: 0, hints: 0 }
  })
}
