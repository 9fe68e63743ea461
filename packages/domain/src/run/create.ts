// Create a run: the row and its outbox row in one transaction. What is refused leaves nothing behind.
import { newId } from '@guildhall/contracts/ids'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import { createRunInput, runLimits } from '@guildhall/contracts/run'
import { runObject } from '@guildhall/contracts/run-object'
import { z } from 'zod'
import { fingerprintOf } from '../idempotency.ts'
import { defineVerb } from '../verb.ts'
import { refuseFullQueue } from './queue-room.ts'
import { readRequest } from './request.ts'
import { runView } from './view.ts'

export const createRun = defineVerb({
  name: 'run.create',
  scope: 'runs:write',
  input: createRunInput,
  output: runObject,
  run: async ({ actor, tx, send, note }, input) => {
    await refuseFullQueue()
    const request = await readRequest(tx, actor.tenantId, input)
    const runId = newId('run')
    const row = await tx.run.create({
      data: {
        id: runId,
        tenantId: actor.tenantId,
        templateId: request.template.id,
        templateVersion: request.template.version,
        vertical: request.vertical,
        status: 'queued',
        input: z.json().parse(input.input) ?? {},
        inputDigest: fingerprintOf(input.input),
        languages: request.languages,
        metadata: input.metadata ?? {},
        deadlineAt: new Date(Date.now() + (input.deadline_s ?? runLimits.defaultDeadlineS) * 1000),
        requestId: actor.requestId,
        createdBy: actor.name,
      },
    })
    await send(runExecute, { rowId: runId, generation: 0, payload: { runId } })
    note({ subject: runId, detail: { template: request.template.slug, version: request.template.version } })
    return runView(row, request.template)
  },
})
