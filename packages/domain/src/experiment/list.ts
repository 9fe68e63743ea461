// The tenant's experiments, newest first.
import {
  experimentIdInput,
  experimentList,
  experimentObject,
  listExperimentsInput,
} from '@guildhall/contracts/experiment'
import { toPage } from '@guildhall/contracts/list'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'
import { experimentView, findExperiment } from './view.ts'

export const listExperiments = defineVerb({
  name: 'experiment.list',
  scope: 'templates:read',
  isRead: true,
  input: listExperimentsInput,
  output: experimentList,
  run: async ({ actor, tx }, { template, cursor, limit }) => {
    const { tenantId } = actor
    const of = template ? await findTemplate(tx, tenantId, template) : null
    const rows = await tx.experiment.findMany({
      where: { tenantId, ...(of ? { templateId: of.id } : {}), ...(cursor ? { id: { lt: cursor } } : {}) },
      include: { template: { select: { slug: true } } },
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    return toPage(rows.map(experimentView), limit)
  },
})

export const getExperiment = defineVerb({
  name: 'experiment.get',
  scope: 'templates:read',
  isRead: true,
  input: experimentIdInput,
  output: experimentObject,
  run: async ({ actor, tx }, { id }) => experimentView(await findExperiment(tx, actor.tenantId, id)),
})
