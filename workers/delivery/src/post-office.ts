// Sends mail by SMTP, or drops it into a folder when none is set up. Bodies hold reset links, so they never reach the log.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MailRow } from '@guildhall/domain/mail/write'
import { logger } from '@guildhall/runtime/log'
import { createTransport } from 'nodemailer'

const connectTimeoutMs = 10_000
const socketTimeoutMs = 15_000

export type PostOffice = (mail: MailRow) => Promise<void>

export function openPostOffice(options: { smtpUrl: string | undefined; from: string; folder: string }): PostOffice {
  if (options.smtpUrl === undefined) return (mail) => dropIntoFolder(options.folder, mail)
  const url = new URL(options.smtpUrl)
  url.searchParams.set('connectionTimeout', String(connectTimeoutMs))
  url.searchParams.set('socketTimeout', String(socketTimeoutMs))
  const transport = createTransport(url.href)
  return async (mail) => {
    // The message id is the row's: a receiver that gets it twice can tell.
    const message = { from: options.from, to: mail.to, subject: mail.subject, text: mail.body }
    await transport.sendMail({ ...message, messageId: `<${mail.id}@guildhall>` })
  }
}

async function dropIntoFolder(folder: string, mail: MailRow): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${mail.id}.eml`)
  writeFileSync(file, `To: ${mail.to}\nSubject: ${mail.subject}\n\n${mail.body}`, { mode: 0o600 })
  logger().info({ file }, 'no SMTP_URL: the mail is in a file')
}
