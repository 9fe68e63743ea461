// One run, with its result once it has one.
import { AppError } from '@guildhall/contracts/errors'
import { runDetail, runIdInput } from '@guildhall/contracts/run-object'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { resultView, runView, templateRefs } from './view.ts'

export const getRun = defineVerb({
  name: 'run.get',
  scope: 'runs:read',
  isRead: true,
  input: runIdInput,
  output: runDetail,
  run: async ({ actor, tx }, { id }) => {
    const row = await tx.run.findFirst({ where: { id, tenantId: actor.tenantId }, include: { result: true } })
    if (!row) throw new AppError('not_found', { public: `No run ${id} here` })
    const refOf = await templateRefs(tx, actor.tenantId, [row])
    const template = refOf(row)
    return {
      ...runView(row, template),
      input: z.record(z.string(), z.unknown()).parse(row.input),
      result: row.result && resultView(row.result, row, template),
    }
  },
})
