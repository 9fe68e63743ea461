// Seals what must be read again but not from a stolen database: AES-256-GCM, bound to its tenant and purpose, so that a sealed value is of no use in
// another row.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '@guildhall/contracts/errors'
import { ltiEnv } from './open.ts'

const version = 1
const nonceBytes = 12
const tagBytes = 16

export type SealedFor = { tenantId: string; purpose: 'signing key' | 'pseudonyms' | 'sessions' | 'subject' }

/** version, nonce, tag, ciphertext. */
export function seal(plain: Uint8Array, place: SealedFor): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(), nonce).setAAD(aadOf(place))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Uint8Array.from(Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed]))
}

/** Throws `bug` where the value was sealed by another AUTH_SECRET or for another place. */
export function unseal(sealed: Uint8Array, place: SealedFor): Buffer {
  const bytes = Buffer.from(sealed)
  const tagAt = 1 + nonceBytes
  try {
    if (bytes[0] !== version) throw new Error(`sealed by version ${bytes[0]}`)
    const cipher = createDecipheriv('aes-256-gcm', keyOf(), bytes.subarray(1, tagAt), { authTagLength: tagBytes })
    cipher.setAAD(aadOf(place)).setAuthTag(bytes.subarray(tagAt, tagAt + tagBytes))
    return Buffer.concat([cipher.update(bytes.subarray(tagAt + tagBytes)), cipher.final()])
  } catch (cause) {
    throw new AppError('bug', {
      public: 'A secret of LTI cannot be read. Was AUTH_SECRET changed?',
      internal: `unseal ${place.purpose} of ${place.tenantId}`,
      cause,
    })
  }
}

const keyOf = () => Buffer.from(hkdfSync('sha256', ltiEnv().secret, '', 'guildhall seal v1', 32))
const aadOf = ({ tenantId, purpose }: SealedFor) => Buffer.from(`${tenantId}\0${purpose}`)
