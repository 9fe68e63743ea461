// Execute one training. The row holds what to train; the message only says which.
import { z } from 'zod'
import { defineJob } from '../job.ts'
import { trainingLimits } from '../training.ts'

export const trainingExecute = defineJob({
  name: 'training-execute',
  consumer: 'training',
  payload: z.object({ trainingId: z.string() }),
  attempts: 3,
  backoffMs: 2000,
  // The worker ends its child at the limit; this is only for a worker that does not.
  timeoutMs: trainingLimits.timeoutMs + 60_000,
})
