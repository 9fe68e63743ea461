// A pupil's session: what a launch allows, signed by the tenant's secret, for two hours. It names a link, and the link says who practises what.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

export type PupilSession = { tenantId: string; linkId: string; frameOrigins: string[]; expiresAt: number }

const maxChars = 4000
const claims = z.object({
  t: z.string().regex(/^ten_[0-9a-z]+$/),
  l: z.string().min(1),
  f: z.array(z.string()),
  e: z.int(),
})

export function signSession({ tenantId, linkId, frameOrigins, expiresAt }: PupilSession, secret: Uint8Array): string {
  const body = JSON.stringify({ t: tenantId, l: linkId, f: frameOrigins, e: expiresAt })
  const text = Buffer.from(body).toString('base64url')
  return `${text}.${macOf(secret, text).toString('base64url')}`
}

/** What a session claims, before its tenant's secret is at hand. Null for what is no session at all. */
export function claimedSession(token: string): PupilSession | null {
  if (token.length > maxChars) return null
  try {
    const read = claims.parse(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()))
    return { tenantId: read.t, linkId: read.l, frameOrigins: read.f, expiresAt: read.e }
  } catch {
    return null
  }
}

/** Null for a session that was not signed by this secret, or has ended. */
export function readSession(
  token: string,
  { secret, nowMs }: { secret: Uint8Array; nowMs: number },
): PupilSession | null {
  const [text = '', mac = '', ...more] = token.split('.')
  const expected = macOf(secret, text)
  const given = Buffer.from(mac, 'base64url')
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const session = claimedSession(token)
  return session && session.expiresAt > nowMs ? session : null
}

const macOf = (secret: Uint8Array, text: string) =>
  createHmac('sha256', secret).update(`pupil session\0${text}`).digest()
