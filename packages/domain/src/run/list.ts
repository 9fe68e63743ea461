// List the tenant's runs, newest first, by keyset.
import { toPage } from '@guildhall/contracts/list'
import { listRunsInput, runList } from '@guildhall/contracts/run-object'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'
import { realRun } from './purpose.ts'
import { runView, templateRefs } from './view.ts'

export const listRuns = defineVerb({
  name: 'run.list',
  scope: 'runs:read',
  isRead: true,
  input: listRunsInput,
  output: runList,
  run: async ({ actor, tx }, input) => {
    const template = input.template ? await findTemplate(tx, actor.tenantId, input.template) : null
    const rows = await tx.run.findMany({
      where: {
        tenantId: actor.tenantId,
        ...realRun,
        ...(input.cursor ? { id: { lt: input.cursor } } : {}),
        ...(input.status ? { status: input.status } : {}),
        ...(template ? { templateId: template.id } : {}),
      },
      orderBy: { id: 'desc' },
      take: input.limit + 1,
    })
    const refOf = await templateRefs(tx, actor.tenantId, rows)
    return toPage(
      rows.map((row) => runView(row, refOf(row))),
      input.limit,
    )
  },
})
