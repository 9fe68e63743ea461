// Execute one run. The worker groups many of these into one claim, one tensor and one write.
import { z } from 'zod'
import { defineJob } from '../job.ts'

export const runExecute = defineJob({
  name: 'run-execute',
  consumer: 'inference',
  payload: z.object({ runId: z.string() }),
  attempts: 5,
  backoffMs: 500,
  timeoutMs: 30_000,
})
