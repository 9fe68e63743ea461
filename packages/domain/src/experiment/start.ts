// Start and stop an experiment. A stopped one never starts again: its shoppers have seen both sides of the change by then.
import { AppError } from '@guildhall/contracts/errors'
import { experimentIdInput, experimentObject } from '@guildhall/contracts/experiment'
import { defineVerb } from '../verb.ts'
import { experimentView, findExperiment } from './view.ts'

export const startExperiment = defineVerb({
  name: 'experiment.start',
  scope: 'templates:publish',
  input: experimentIdInput,
  output: experimentObject,
  run: async ({ actor, tx, note }, { id }) => {
    const row = await findExperiment(tx, actor.tenantId, id)
    // Two that start at the same moment: the second sees the first.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`experiment ${row.templateId}`}, 0))`
    const running = await tx.experiment.findFirst({
      where: { tenantId: actor.tenantId, templateId: row.templateId, startedAt: { not: null }, stoppedAt: null },
    })
    if (running)
      throw new AppError('conflict', {
        public:
          running.id === id
            ? 'This experiment is running'
            : `The experiment ${running.name} of this template is running. Stop it first`,
      })
    if (row.stoppedAt) throw new AppError('conflict', { public: 'This experiment was stopped. Plan a new one' })
    const startedAt = new Date()
    await tx.experiment.update({ where: { id }, data: { startedAt } })
    note({
      subject: id,
      detail: { template: row.template.slug, a: row.versionA, b: row.versionB, share_b: row.shareB },
    })
    return experimentView({ ...row, startedAt })
  },
})

export const stopExperiment = defineVerb({
  name: 'experiment.stop',
  scope: 'templates:publish',
  input: experimentIdInput,
  output: experimentObject,
  run: async ({ actor, tx, note }, { id }) => {
    const row = await findExperiment(tx, actor.tenantId, id)
    if (!row.startedAt || row.stoppedAt) throw new AppError('conflict', { public: 'This experiment is not running' })
    const stoppedAt = new Date()
    await tx.experiment.update({ where: { id }, data: { stoppedAt } })
    note({ subject: id })
    return experimentView({ ...row, stoppedAt })
  },
})
