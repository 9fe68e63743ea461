// Mail: a row first, then a message with its id. The delivery worker sends it; the sweep finds what was not sent.
import { newId } from '@guildhall/contracts/ids'
import { mailSend } from '@guildhall/contracts/jobs/mail-send'
import { withSystem } from '@guildhall/db/scope'
import { sendNow } from '../outbox/send.ts'

export type MailRow = { id: string; to: string; subject: string; body: string }

/** A mail that could not be sent this often is left alone; it stays in the table. */
const maxTries = 8
const retryAfterS = 30

export async function writeMail(mail: { to: string; subject: string; body: string }): Promise<void> {
  const id = newId('mail')
  await withSystem('write a mail', (tx) => tx.mail.create({ data: { id, ...mail } }))
  await sendNow([{ job: mailSend, envelope: envelopeOf(id, 0) }])
}

/** The mail to send now, or undefined when it was sent already. Counts the try. */
export function takeMail(id: string): Promise<MailRow | undefined> {
  return withSystem('take a mail to send', async (tx) => {
    const { count } = await tx.mail.updateMany({ where: { id, sentAt: null }, data: { attempts: { increment: 1 } } })
    return count === 0 ? undefined : ((await tx.mail.findUnique({ where: { id } })) ?? undefined)
  })
}

/** The body goes with the sending: it may hold a reset link. */
export async function markSent(id: string): Promise<void> {
  await withSystem('mark a mail as sent', (tx) =>
    tx.mail.update({ where: { id }, data: { sentAt: new Date(), body: '' } }),
  )
}

/** Sends again what nobody sent. Returns how many. */
export async function resendMail(): Promise<number> {
  const rows = await withSystem('resend unsent mail', (tx) =>
    tx.mail.findMany({
      where: {
        sentAt: null,
        attempts: { lt: maxTries },
        createdAt: { lt: new Date(Date.now() - retryAfterS * 1000) },
      },
      take: 100,
    }),
  )
  await sendNow(rows.map((row) => ({ job: mailSend, envelope: envelopeOf(row.id, row.attempts + 1) })))
  return rows.length
}

const envelopeOf = (id: string, generation: number) => ({
  tenantId: null,
  actor: 'system:mail',
  requestId: id,
  traceparent: null,
  lane: 'interactive' as const,
  rowId: id,
  generation,
  payload: { mailId: id },
})
