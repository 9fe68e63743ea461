// Trainings of a tenant: one with its log, or all in pages; and cancelling one.
import { AppError } from '@guildhall/contracts/errors'
import { toPage } from '@guildhall/contracts/list'
import { listTrainingsInput, trainingIdInput, trainingList, trainingObject } from '@guildhall/contracts/training'
import { modelNamed } from '../model/find.ts'
import { defineVerb } from '../verb.ts'
import { trainingView, versionNumbers } from './view.ts'

export const getTraining = defineVerb({
  name: 'training.get',
  scope: 'runs:read',
  isRead: true,
  input: trainingIdInput,
  output: trainingObject,
  run: async ({ actor, tx }, { id }) => {
    const row = await tx.training.findFirst({ where: { id, tenantId: actor.tenantId } })
    if (!row) throw new AppError('not_found', { public: `No training ${id} here` })
    return trainingView(row, (await versionNumbers(tx, [row]))(row))
  },
})

export const listTrainings = defineVerb({
  name: 'training.list',
  scope: 'runs:read',
  isRead: true,
  input: listTrainingsInput,
  output: trainingList,
  run: async ({ actor, tx }, { cursor, limit, model }) => {
    const { vertical, task } = model ? modelNamed(model) : {}
    const rows = await tx.training.findMany({
      where: {
        tenantId: actor.tenantId,
        ...(cursor ? { id: { lt: cursor } } : {}),
        ...(vertical && task ? { vertical, task } : {}),
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    const numberOf = await versionNumbers(tx, rows)
    return toPage(
      rows.map((row) => trainingView(row, numberOf(row))),
      limit,
    )
  },
})

/** The worker asks at every report whether its training still runs, and stops its child when it does not. */
export const cancelTraining = defineVerb({
  name: 'training.cancel',
  scope: 'models:write',
  input: trainingIdInput,
  output: trainingObject,
  run: async ({ actor, tx, note }, { id }) => {
    const { count } = await tx.training.updateMany({
      where: { id, tenantId: actor.tenantId, status: { in: ['queued', 'running'] } },
      data: { status: 'canceled', finishedAt: new Date(), leaseUntil: null },
    })
    const row = await tx.training.findFirst({ where: { id, tenantId: actor.tenantId } })
    if (!row) throw new AppError('not_found', { public: `No training ${id} here` })
    if (count === 0 && row.status !== 'canceled')
      throw new AppError('conflict', {
        public: `The training has ${row.status}; only a queued or running one can be canceled`,
      })
    await tx.outbox.deleteMany({ where: { tenantId: actor.tenantId, rowId: id } })
    note({ subject: id })
    return trainingView(row, null)
  },
})
