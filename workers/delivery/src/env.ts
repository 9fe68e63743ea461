// This worker's environment, parsed once at boot.
import { hostList } from '@guildhall/contracts/host-list'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  /** Without it mail is written to files under GUILDHALL_DATA/mail, readable by this user only. */
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Guildhall <no-reply@guildhall.local>'),
  /** Hosts with ports that deliveries may reach though they are private, separated by commas. */
  DELIVERY_ALLOW: hostList,
  /** Opens the sealed secrets of LTI. */
  AUTH_SECRET: z.string().min(32),
  PUBLIC_URL: z.url(),
  GUILDHALL_DATA: z.string().default('.guildhall'),
  LOG_LEVEL: z.string().default('info'),
})

export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  return schema.parse(source)
}
