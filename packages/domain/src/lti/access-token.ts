// An access token of a platform by a signed assertion, kept until a minute before it ends. What a platform answers is never repeated but for its OAuth
// error code.
import { faultOf, publicRequest } from '@guildhall/runtime/public-request'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { scoreScope } from './claims.ts'
import { ltiEnv } from './open.ts'
import { signAssertion } from './tool.ts'

const maxBytes = 65_536
const earlyS = 60
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export type Platform = { id: string; tenantId: string; clientId: string; tokenUrl: string; audience: string }
export type Token = { token: string } | { fault: string; answer: number | null; isFinal: boolean }

const tokens = new LRUCache<string, string>({ max: 1000 })

const granted = z.object({
  access_token: z.string().min(1).max(16_384),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().min(0).default(0),
})
const refused = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) })

/** 1EdTech Security Framework 1.0, section 4.1. */
export async function accessToken(platform: Platform): Promise<Token> {
  const known = tokens.get(platform.id)
  return known === undefined ? requestToken(platform) : { token: known }
}

/** After a platform refused it. */
export function dropToken(platformId: string): void {
  tokens.delete(platformId)
}

/** Always asks, and keeps what it gets. */
export async function requestToken({ id, tenantId, clientId, tokenUrl, audience }: Platform): Promise<Token> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: assertionType,
    client_assertion: await signAssertion({ tenantId, clientId, audience }),
    scope: scoreScope,
  }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  try {
    const asked = { method: 'POST', headers, body, allowed: ltiEnv().allowed, maxBytes } as const
    const answer = await publicRequest(new URL(tokenUrl), asked)
    if ('refused' in answer) return { fault: `token URL: ${answer.refused}`, answer: null, isFinal: true }
    const { status, text } = answer
    const read = granted.safeParse(jsonOf(text))
    if (status !== 200 || !read.success) return { fault: faultIn(status, text), answer: status, isFinal: false }
    const keptS = read.data.expires_in - earlyS
    if (keptS > 0) tokens.set(id, read.data.access_token, { ttl: keptS * 1000 })
    return { token: read.data.access_token }
  } catch (error) {
    return { fault: `token URL ${faultOf(error)}`, answer: null, isFinal: false }
  }
}

function faultIn(status: number, text: string): string {
  const said = refused.safeParse(jsonOf(text))
  if (said.success) return `token URL answered ${status}: ${said.data.error}`
  return status === 200 ? 'token URL answered without a bearer token' : `token URL answered ${status}`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
