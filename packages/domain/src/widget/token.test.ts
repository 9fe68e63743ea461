// Shopper tokens: only what this widget signed is read back, and only until it ends.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readShopper, signShopper } from './token.ts'

const signingKey = randomBytes(32)
const expiresAt = 1_000_000

test('every reference comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (userRef) => {
      const token = signShopper({ signingKey, userRef, expiresAt })
      expect(readShopper(token, { signingKey, nowMs: expiresAt - 1 })).toBe(userRef)
    }),
  )
})

test('a token that ended, of another widget, or with one changed character says nobody', () => {
  const token = signShopper({ signingKey, userRef: 'customer-7', expiresAt })
  expect(readShopper(token, { signingKey, nowMs: expiresAt })).toBeNull()
  expect(readShopper(token, { signingKey: randomBytes(32), nowMs: 0 })).toBeNull()
  const [user, ends, mac] = token.split('.')
  const later = `${user}.${Number(ends) + 9_999_999}.${mac}`
  const other = `${Buffer.from('customer-8').toString('base64url')}.${ends}.${mac}`
  for (const forged of [later, other, `${token}.`, `${user}.${ends}.`, '', 'x.y.z', `${token}A`.slice(1)])
    expect(readShopper(forged, { signingKey, nowMs: 0 })).toBeNull()
})
