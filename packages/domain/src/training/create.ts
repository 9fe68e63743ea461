// Start a training: the row and its outbox row in one transaction. Too little data and a second one at once are refused here.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import type { JobDefinition } from '@guildhall/contracts/job'
import { trainingExecute } from '@guildhall/contracts/jobs/training-execute'
import {
  createTrainingInput,
  type Trainable,
  type TrainingOptions,
  trainingLimits,
  trainingObject,
} from '@guildhall/contracts/training'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { countRecords } from '../collection/overview.ts'
import { trainableNamed } from '../model/find.ts'
import { defineVerb } from '../verb.ts'
import { trainingView } from './view.ts'

export const createTraining = defineVerb({
  name: 'training.create',
  scope: 'models:write',
  input: createTrainingInput,
  output: trainingObject,
  run: async ({ actor, tx, send, note }, { id, options }) => {
    const row = await startTraining({ tx, actor, send }, { trainable: trainableNamed(id), options, trigger: 'person' })
    note({ subject: row.id, detail: { model: id } })
    return trainingView(row, null)
  },
})

type Start = {
  tx: Tx
  actor: { tenantId: string; name: string; requestId: string }
  send: (job: JobDefinition, message: { rowId: string; generation: number; payload: unknown }) => Promise<void>
}
type What = { trainable: Trainable; options: TrainingOptions; trigger: 'person' | 'nightly' | 'records' }

/** Throws conflict while one of this task runs, and input_invalid when the collections hold too little or too much. */
export async function startTraining({ tx, actor, send }: Start, { trainable, options, trigger }: What) {
  const { vertical, task, collections, leastRows } = trainable
  const { tenantId } = actor
  const running = await tx.training.findFirst({
    where: { tenantId, vertical, task, status: { in: ['queued', 'running'] } },
  })
  if (running)
    throw new AppError('conflict', {
      public: `Training ${running.id} of ${trainable.model} is ${running.status}; cancel it or wait`,
    })
  const [first = ''] = collections
  const rows = await countRecords(tx, tenantId, [first])
  if (rows < leastRows || rows > trainingLimits.maxRows) {
    throw new AppError('input_invalid', {
      public: `The collection ${first} has ${rows} records; training takes ${leastRows} to ${trainingLimits.maxRows}`,
      errors: [
        {
          location: `collections.${first}`,
          message: `has ${rows} records`,
          fix: `Send records to /v1/collections/${first}/records`,
        },
      ],
    })
  }
  const row = await tx.training.create({
    data: {
      id: newId('training'),
      tenantId,
      vertical,
      task,
      status: 'queued',
      trigger,
      options: z.json().parse(options) ?? {},
      rows,
      requestId: actor.requestId,
      createdBy: actor.name,
    },
  })
  await send(trainingExecute, { rowId: row.id, generation: 0, payload: { trainingId: row.id } })
  return row
}
