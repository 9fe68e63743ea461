// A person decides a run: settles a referral, or overrides what was recommended, with a coded reason. The decision becomes a label.
import { decideInput, decisionObject } from '@guildhall/contracts/decision'
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import type { Tx } from '@guildhall/db/client'
import { collectionNamed } from '../collection/find.ts'
import { writeRecords } from '../collection/write.ts'
import { actorNames } from '../member/names.ts'
import { realRun } from '../run/purpose.ts'
import { defineVerb } from '../verb.ts'
import { decisionView, judgedOutput } from './view.ts'

export const decideRun = defineVerb({
  name: 'decision.create',
  scope: 'decisions:write',
  input: decideInput,
  output: decisionObject,
  run: async ({ actor, tx, note }, input) => {
    const { tenantId } = actor
    const run = await tx.run.findFirst({
      where: { id: input.id, tenantId, ...realRun },
      include: { result: true, decision: true },
    })
    if (!run) throw new AppError('not_found', { public: `No run ${input.id} here` })
    if (run.decision) {
      const nameOf = await actorNames(tx, tenantId, [run.decision.decidedBy])
      const { decidedBy, decidedAt } = run.decision
      throw new AppError('conflict', {
        public: `${nameOf(decidedBy)} decided this run already, at ${decidedAt.toISOString()}`,
      })
    }
    const judged = judgedOutput.safeParse(run.result?.output)
    if (!judged.success)
      throw new AppError('conflict', { public: 'This run recommends nothing that a person could decide' })
    const recommended = judged.data.recommendation.action
    const isOverride =
      (recommended === 'decline' && input.decision === 'approve') ||
      (recommended.startsWith('approve') && input.decision === 'decline')
    const row = await tx.decision.create({
      data: {
        id: newId('decision'),
        tenantId,
        runId: run.id,
        recommended,
        decision: input.decision,
        isOverride,
        amount: input.amount ?? null,
        reasonCode: input.reason_code,
        comment: input.comment ?? null,
        decidedBy: actor.name,
      },
    })
    await writeLabel(tx, { tenantId, run, row, judged: judged.data })
    note({ subject: run.id, detail: { recommended, decision: input.decision, reason_code: input.reason_code } })
    return decisionView(row, await actorNames(tx, tenantId, [actor.name]))
  },
})

type Label = {
  tenantId: string
  run: { id: string; input: unknown }
  row: { decision: string; isOverride: boolean; reasonCode: string; decidedAt: Date; recommended: string }
  judged: ReturnType<typeof judgedOutput.parse>
}

/** Into the collection of applications, where a training finds it. */
async function writeLabel(tx: Tx, { tenantId, run, row, judged }: Label): Promise<void> {
  const applications = collectionNamed('applications')
  const { application_id, applicant_ref } = Object(run.input)
  const record = applications.schema.parse({
    id: run.id,
    application_id: String(application_id),
    applicant_ref: typeof applicant_ref === 'string' ? applicant_ref : null,
    decided_at: row.decidedAt.toISOString(),
    recommended: row.recommended,
    decided: row.decision,
    is_override: row.isOverride,
    reason_code: row.reasonCode,
    points: judged.score.points,
    features: Object.fromEntries(judged.factors.map(({ factor, value }) => [factor, value])),
  })
  const head = applications.headOf(record)
  await writeRecords(tx, {
    tenantId,
    collection: applications.name,
    isImmutable: applications.isImmutable,
    records: [{ ...head, body: JSON.stringify(record) }],
  })
}
