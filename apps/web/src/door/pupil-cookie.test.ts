// Who may frame a pupil's page is read from its own cookie, and nothing else gets into the policy.
import { expect, test } from 'vitest'
import { frameAncestors, pupilCookie } from './pupil-cookie.ts'

const sessionOf = (claims: unknown) => `${Buffer.from(JSON.stringify(claims)).toString('base64url')}.mac`

test('each place has its own cookie', () => {
  const cookies = 'a=1; practice-one=x.y; practice-oneTwo=z.w'
  expect(pupilCookie(cookies, 'one')).toBe('x.y')
  expect(pupilCookie(cookies, 'oneTwo')).toBe('z.w')
  for (const place of ['two', 'one=x', '../one', '']) expect(pupilCookie(cookies, place)).toBeUndefined()
  expect(pupilCookie(null, 'one')).toBeUndefined()
})

test('only origins become part of the policy', () => {
  expect(frameAncestors(sessionOf({ f: ['https://lms.example', 'http://127.0.0.1:8080'] }))).toBe(
    "'self' https://lms.example http://127.0.0.1:8080",
  )
  const hostile = ['*', 'https://a.example; script-src *', 'javascript:alert(1)', 'https://a.example/path', 7]
  expect(frameAncestors(sessionOf({ f: hostile }))).toBe("'self'")
  expect(frameAncestors(sessionOf({}))).toBe("'self'")
  expect(frameAncestors('nonsense')).toBe("'none'")
  expect(frameAncestors(undefined)).toBe('*')
})
