// A platform's id_token -> its claims, or the name of what is wrong with it. Only RS256 by a key of the platform's own set; nothing of an unsigned
// token is believed.
import { type LtiRefusal, ltiLimits } from '@guildhall/contracts/lti'
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import { repeatsName } from './repeated-name.ts'

/** A signing key of the platform by its kid; a name of what is wrong where there is none. */
export type FindKey = (kid: string) => Promise<JWK | 'key_unknown' | 'keys_unreachable'>
export type Opened = { claims: Record<string, unknown> } | { refused: LtiRefusal }

const minModulusChars = 342 // 2048 bits in base64url
const headerForm = z.object({ alg: z.string(), kid: z.string().min(1).max(255).optional() })
const claimsForm = z.record(z.string(), z.unknown())

export async function openIdToken(token: string, findKey: FindKey): Promise<Opened> {
  if (Buffer.byteLength(token) > ltiLimits.maxIdTokenBytes || token.split('.').length !== 3)
    return { refused: 'token_malformed' }
  const header = headerOf(token)
  if (!header) return { refused: 'token_malformed' }
  if (header.alg !== 'RS256') return { refused: 'token_algorithm' }
  if (header.kid === undefined) return { refused: 'key_unknown' }
  const jwk = await findKey(header.kid)
  if (typeof jwk === 'string') return { refused: jwk }
  if (!isSigningKey(jwk)) return { refused: 'key_unknown' }
  const payload = await verifySignature(token, jwk)
  if (payload === null) return { refused: 'signature_wrong' }
  return readClaims(payload)
}

function headerOf(token: string) {
  try {
    return headerForm.parse(decodeProtectedHeader(token))
  } catch {
    return null
  }
}

/** RFC 7517, sections 4.1 to 4.4, and at least 2048 bits as RFC 7518, section 3.3, asks for. */
const isSigningKey = ({ kty, use, alg, n }: JWK) =>
  kty === 'RSA' && (use ?? 'sig') === 'sig' && (alg ?? 'RS256') === 'RS256' && (n?.length ?? 0) >= minModulusChars

/** The payload; null where this key did not sign it by RS256. */
export async function verifySignature(token: string, jwk: JWK): Promise<Uint8Array | null> {
  try {
    const key = await importJWK(jwk, 'RS256')
    return (await compactVerify(token, key, { algorithms: ['RS256'] })).payload
  } catch {
    return null
  }
}

function readClaims(payload: Uint8Array): Opened {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(payload)
    const claims = claimsForm.parse(JSON.parse(text))
    // RFC 7519, section 4: names must be unique, or readers may differ about what was signed.
    return repeatsName(text) ? { refused: 'claims_malformed' } : { claims }
  } catch {
    return { refused: 'claims_malformed' }
  }
}
