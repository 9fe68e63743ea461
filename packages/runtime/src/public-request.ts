// One HTTP request to an address that a tenant set. The connection is pinned to a judged address, redirects are not followed, and of the answer no
// more is read than the caller asks for.
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { type Pinned, publicAddress } from './public-address.ts'

const timeoutMs = 15_000

type Asked = {
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Hosts with ports that may be private and without TLS. */
  allowed: readonly string[]
  /** Of the answer; left out: only its status is read. Past it the request fails with ANSWER_TOO_LARGE. */
  maxBytes?: number
}
export type PublicAnswer = { status: number; text: string }

/** `refused` says why the address may not be reached. Throws what the connection throws; `faultOf` puts it into words. */
export async function publicRequest(url: URL, asked: Asked): Promise<PublicAnswer | { refused: string }> {
  const pinned = await publicAddress(url, asked.allowed)
  return 'refused' in pinned ? pinned : send(url, { ...asked, pinned })
}

/** What a connection threw, without anything of the request. */
export function faultOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
  return `could not be reached: ${code}`.slice(0, 200)
}

function send(url: URL, asked: Asked & { pinned: Pinned }): Promise<PublicAnswer> {
  const { pinned, method, headers, body = '', maxBytes = 0 } = asked
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: pinned.address,
        family: pinned.family,
        port: url.port || (url.protocol === 'https:' ? 443 : 80),
        path: `${url.pathname}${url.search}`,
        method,
        // TLS is checked against the name, not the address.
        ...(isIP(url.hostname) === 0 ? { servername: url.hostname } : {}),
        headers: {
          ...headers,
          host: url.host,
          ...(method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
        },
        signal: AbortSignal.timeout(timeoutMs),
        agent: false,
      },
      (answer) => {
        const status = answer.statusCode ?? 0
        if (maxBytes > 0) return void textOf(answer, maxBytes).then((text) => resolve({ status, text }), reject)
        resolve({ status, text: '' })
        answer.destroy()
      },
    )
    call.once('error', reject)
    call.end(method === 'POST' ? body : undefined)
  })
}

async function textOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > maxBytes) throw Object.assign(new Error('the answer is too large'), { code: 'ANSWER_TOO_LARGE' })
    parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}
