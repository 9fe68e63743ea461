// Posts one batch of statements as a signed webhook (Standard Webhooks). The connection is pinned to a judged address, redirects are not followed,
// and of the answer only the status is read.
import { createHmac } from 'node:crypto'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { DueDelivery, Outcome } from '@guildhall/domain/xapi/deliver'
import { type Pinned, publicAddress } from './public-address.ts'

const timeoutMs = 15_000

export async function postStatements(due: DueDelivery, allowed: readonly string[]): Promise<Outcome> {
  const url = new URL(due.url)
  const pinned = await publicAddress(url, allowed)
  if ('refused' in pinned) return { answer: null, fault: pinned.refused, isFinal: true }
  const body = JSON.stringify(due.statements)
  const headers = { ...signed({ id: due.id, body, key: due.signingKey }), 'content-type': 'application/json' }
  try {
    const answer = await post(url, { pinned, headers: { ...headers, 'x-experience-api-version': '1.0.3' }, body })
    const isDone = answer >= 200 && answer < 300
    return { answer, fault: isDone ? null : `the receiver answered ${answer}`, isFinal: answer === 410 }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    return { answer: null, fault: `the receiver could not be reached: ${code}`.slice(0, 200), isFinal: false }
  }
}

/** `webhook-signature` is v1 and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
function signed({ id, body, key }: { id: string; body: string; key: Uint8Array }) {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

type Post = { pinned: Pinned; headers: Record<string, string>; body: string }

function post(url: URL, { pinned, headers, body }: Post): Promise<number> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: pinned.address,
        family: pinned.family,
        port: url.port || (url.protocol === 'https:' ? 443 : 80),
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        // TLS is checked against the name, not the address.
        ...(isIP(url.hostname) === 0 ? { servername: url.hostname } : {}),
        headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
        signal: AbortSignal.timeout(timeoutMs),
        agent: false,
      },
      (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      },
    )
    call.once('error', reject)
    call.end(body)
  })
}
