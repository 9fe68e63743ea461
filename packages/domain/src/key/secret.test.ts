// Secrets of API keys: unique, recognisable, and refused after any one changed character.
import { expect, test } from 'vitest'
import { hashSecret, isWellFormed, newSecret } from './secret.ts'

test('a new secret is well formed and never the same twice', () => {
  const secrets = Array.from({ length: 200 }, () => newSecret('live'))
  expect(secrets.every(isWellFormed)).toBe(true)
  expect(new Set(secrets).size).toBe(200)
})

test('any one changed random character breaks the checksum', () => {
  const secret = newSecret('test')
  for (let at = 'gh_test_'.length; at < secret.length; at++) {
    const other = secret[at] === 'x' ? 'y' : 'x'
    expect(isWellFormed(secret.slice(0, at) + other + secret.slice(at + 1))).toBe(false)
  }
})

test('garbage is refused without a query', () => {
  for (const text of ['', 'gh_live_', 'Bearer x', `gh_live_${'a'.repeat(10_000)}`])
    expect(isWellFormed(text)).toBe(false)
})

test('the stored form is 32 bytes and not the secret', () => {
  const secret = newSecret('live')
  expect(hashSecret(secret)).toHaveLength(32)
  expect(Buffer.from(hashSecret(secret)).toString()).not.toContain(secret.slice(8, 16))
})
