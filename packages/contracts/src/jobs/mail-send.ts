// Send one mail. The mail itself is a row; the message carries its id only, because a reset link is a secret.
import { z } from 'zod'
import { defineJob } from '../job.ts'

export const mailSend = defineJob({
  name: 'mail-send',
  consumer: 'delivery',
  payload: z.object({ mailId: z.string() }),
  attempts: 5,
  backoffMs: 2000,
  timeoutMs: 30_000,
})
