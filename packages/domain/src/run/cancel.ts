// Cancel a run that has not ended. A worker that is at it finds its claim void when it wants to store.
import { AppError } from '@guildhall/contracts/errors'
import { runIdInput, runObject } from '@guildhall/contracts/run-object'
import { defineVerb } from '../verb.ts'
import { runView, templateRefs } from './view.ts'

export const cancelRun = defineVerb({
  name: 'run.cancel',
  scope: 'runs:write',
  input: runIdInput,
  output: runObject,
  run: async ({ actor, tx, note }, { id }) => {
    const { count } = await tx.run.updateMany({
      where: { id, tenantId: actor.tenantId, status: { in: ['queued', 'running'] } },
      data: { status: 'canceled', finishedAt: new Date(), leaseUntil: null },
    })
    const row = await tx.run.findFirst({ where: { id, tenantId: actor.tenantId } })
    if (!row) throw new AppError('not_found', { public: `No run ${id} here` })
    if (count === 0 && row.status !== 'canceled') {
      throw new AppError('conflict', {
        public: `The run has ${row.status}; only a queued or running one can be canceled`,
      })
    }
    await tx.outbox.deleteMany({ where: { tenantId: actor.tenantId, rowId: id } })
    await tx.$executeRaw`SELECT pg_notify('run_finished', ${id})`
    note({ subject: id })
    const refOf = await templateRefs(tx, actor.tenantId, [row])
    return runView(row, refOf(row))
  },
})
