// Posts one batch of statements as a signed webhook (Standard Webhooks). Of the answer only the status is read.
import { createHmac } from 'node:crypto'
import type { DueDelivery, Outcome } from '@guildhall/domain/xapi/deliver'
import { faultOf, publicRequest } from '@guildhall/runtime/public-request'

export async function postStatements(due: DueDelivery, allowed: readonly string[]): Promise<Outcome> {
  const body = JSON.stringify(due.statements)
  const headers = {
    ...signed({ id: due.id, body, key: due.signingKey }),
    'content-type': 'application/json',
    'x-experience-api-version': '1.0.3',
  }
  try {
    const answer = await publicRequest(new URL(due.url), { method: 'POST', headers, body, allowed })
    if ('refused' in answer) return { answer: null, fault: answer.refused, isFinal: true }
    const { status } = answer
    const isDone = status >= 200 && status < 300
    return { answer: status, fault: isDone ? null : `the receiver answered ${status}`, isFinal: status === 410 }
  } catch (error) {
    return { answer: null, fault: `the receiver ${faultOf(error)}`, isFinal: false }
  }
}

/** `webhook-signature` is v1 and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
function signed({ id, body, key }: { id: string; body: string; key: Uint8Array }) {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
