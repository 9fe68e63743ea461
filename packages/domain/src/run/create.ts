// Create a run: the row and its message are written in one transaction.

import { AppError } from '@guildhall/contracts/errors'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import { createRunInput } from '@guildhall/contracts/run'
import { runObject } from '@guildhall/contracts/run-object'
import { defineSqlVerb } from '../verb.ts'
import { insertRuns } from './insert.ts'
import { refuseFullQueue } from './queue-room.ts'
import { languagesOf, readInput, readTemplate } from './request.ts'
import { runView } from './view.ts'
import { expectEnd } from './waiters.ts'

export const createRun = defineSqlVerb({
  name: 'run.create',
  scope: 'runs:write',
  input: createRunInput,
  output: runObject,
  run: async ({ actor, tx, send, note }, input) => {
    await refuseFullQueue()
    const request = await readTemplate(tx, actor.tenantId, { ...input, caller: actor.name })
    const run = {
      ...readInput(request, input.input),
      languages: languagesOf(input.language, request),
      metadata: input.metadata ?? {},
      deadlineS: input.deadline_s ?? request.settings.limits.deadline_s ?? undefined,
    }
    const [row] = await insertRuns(tx, { by: actor, request, runs: [run] })
    if (!row) throw new AppError('bug', { public: 'The run was not stored' })
    expectEnd(row.id)
    await send(runExecute, { rowId: row.id, generation: 0, payload: { runId: row.id } })
    note({ subject: row.id, detail: { template: request.template.slug, version: request.template.version } })
    return runView(row, request.template)
  },
})
