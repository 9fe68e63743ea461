// A link that brings people to sign in must not carry them to another site afterwards.
import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test.each([
  null,
  '',
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  '/t/a?b=//evil',
  '/api/auth/sign-out',
  'javascript:alert(1)',
])('%s is refused', (wanted) => {
  expect(nextPath(wanted)).toBeNull()
})

test.each(['/invite/abc_DEF-123', '/t/acme/runs'])('%s is followed', (wanted) => {
  expect(nextPath(wanted)).toBe(wanted)
})
