// The sweep: sends what the outbox still holds, sends lost runs again, expires what is past its deadline.
import { z } from 'zod'
import { defineJob } from '../job.ts'

export const sweep = defineJob({
  name: 'sweep',
  consumer: 'delivery',
  payload: z.object({}),
  attempts: 1,
  backoffMs: 0,
  timeoutMs: 30_000,
  everyMs: 2000,
})
