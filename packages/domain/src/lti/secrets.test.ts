// What is sealed, signed or made a pseudonym: read back only by the same secret, for the same place, and while it lasts.
import { randomBytes } from 'node:crypto'
import { learners } from '@guildhall/verticals/packs/education/class-collections'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openLti } from './open.ts'
import { pseudonymOf } from './pseudonym.ts'
import { seal, unseal } from './seal.ts'
import { readSession, signSession } from './session.ts'

const open = (secret: string) => openLti({ secret, publicUrl: 'https://tool.example', allowed: [] })
beforeAll(() => open('a secret of thirty-two characters.'))

test('what is sealed comes back in its own place, and nowhere else', () => {
  const place = { tenantId: 'ten_a', purpose: 'subject' } as const
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
      expect(Uint8Array.from(unseal(seal(plain, place), place))).toEqual(plain)
    }),
  )
  const sealed = seal(Buffer.from('user-7'), place)
  expect(Buffer.from(sealed).includes('user-7')).toBe(false)
  expect(() => unseal(sealed, { ...place, tenantId: 'ten_b' })).toThrow('unseal')
  expect(() => unseal(sealed, { ...place, purpose: 'sessions' })).toThrow('unseal')
  for (const at of sealed.keys()) {
    const changed = sealed.map((byte, here) => (here === at ? byte ^ 1 : byte))
    expect(() => unseal(changed, place), String(at)).toThrow('unseal')
  }
  open('another secret of thirty-two characters')
  expect(() => unseal(sealed, place)).toThrow('unseal')
})

test('a session is read until it ends, by its own secret, unchanged', () => {
  const secret = randomBytes(32)
  const session = { tenantId: 'ten_a', linkId: 'ltl_1', frameOrigins: ['https://lms.example'], expiresAt: 1000 }
  const token = signSession(session, secret)
  expect(readSession(token, { secret, nowMs: 999 })).toEqual(session)
  expect(readSession(token, { secret, nowMs: 1000 })).toBeNull()
  expect(readSession(token, { secret: randomBytes(32), nowMs: 0 })).toBeNull()
  const [, mac] = token.split('.')
  const other = signSession({ ...session, linkId: 'ltl_2' }, randomBytes(32)).split('.')[0]
  for (const forged of ['', 'x', `${other}.${mac}`, `${token}.x`, `${token}A`.slice(1), `${token.split('.')[0]}.`])
    expect(readSession(forged, { secret, nowMs: 0 }), forged).toBeNull()
})

test('a pseudonym is a UUID that the collection of learners takes, the same for the same person, and another for anybody else', () => {
  const secret = randomBytes(32)
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (issuer, subject) => {
      const id = pseudonymOf(secret, 'learner', [issuer, subject])
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
      expect(learners.schema.safeParse({ id, class_ref: id, consent: { basis: 'school' } }).success).toBe(true)
      expect(pseudonymOf(secret, 'learner', [issuer, subject])).toBe(id)
      const others = [
        pseudonymOf(secret, 'class', [issuer, subject]),
        pseudonymOf(secret, 'learner', [issuer + subject]),
        pseudonymOf(secret, 'learner', [`${issuer}x`, subject]),
        pseudonymOf(randomBytes(32), 'learner', [issuer, subject]),
      ]
      expect(others).not.toContain(id)
    }),
  )
})
