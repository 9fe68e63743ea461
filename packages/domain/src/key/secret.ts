// The secret of an API key: made, recognised by its checksum before any query, and hashed. The secret itself is never stored.
import { createHash, randomInt } from 'node:crypto'
import { keyForm } from '@guildhall/contracts/key'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const randomChars = 32
const checkChars = 6

/** 32 characters of 62: 190 bits. The checksum lets doors and secret scanners refuse a typo without a query. */
export function newSecret(mode: 'live' | 'test'): string {
  const random = Array.from({ length: randomChars }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  return `gh_${mode}_${random}${checksum(random)}`
}

/** Whether this can be one of our keys at all. Says nothing about whether it exists. */
export function isWellFormed(secret: string): boolean {
  return (
    keyForm.test(secret) && checksum(secret.slice(-randomChars - checkChars, -checkChars)) === secret.slice(-checkChars)
  )
}

/** SHA-256; a slow hash would protect nothing here, since the secret has 190 bits of its own. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(secret).digest())
}

function checksum(random: string): string {
  const digest = createHash('sha256').update(random).digest()
  return Array.from(digest.subarray(0, checkChars), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
}
