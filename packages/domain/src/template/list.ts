// List the tenant's templates, newest first.
import { toPage } from '@guildhall/contracts/list'
import { listTemplatesInput, templateList } from '@guildhall/contracts/template'
import { defineVerb } from '../verb.ts'
import { templateView } from './view.ts'

export const listTemplates = defineVerb({
  name: 'template.list',
  scope: 'templates:read',
  isRead: true,
  input: listTemplatesInput,
  output: templateList,
  run: async ({ actor, tx }, input) => {
    const rows = await tx.template.findMany({
      where: {
        tenantId: actor.tenantId,
        archivedAt: input.archived ? { not: null } : null,
        ...(input.cursor ? { id: { lt: input.cursor } } : {}),
      },
      orderBy: { id: 'desc' },
      take: input.limit + 1,
    })
    return toPage(rows.map(templateView), input.limit)
  },
})
