// Faults that logs hold have their Chinese words, with the same figures and codes in them; what is unknown stays as it is.
import { expect, test } from 'vitest'
import { faultIn } from './delivery-fault.ts'

const faults = [
  'the address holds a password',
  'the address is not https',
  'the name does not resolve',
  'the address is private',
  'it answered 404',
  'it is no JWK set',
  'it could not be reached: ECONNREFUSED',
  'the receiver could not be reached: no answer',
  'RSA keys with a kid: 2',
  'a token for scores was given',
  'token URL answered 401: invalid_client',
  'token URL answered 503',
  'token URL answered without a bearer token',
  'token URL: the address is private',
  'token URL could not be reached: ETIMEDOUT',
  'line item: the address is not https',
  'line item could not be reached: ECONNRESET',
  'the platform answered 403',
  'the receiver answered 302',
  'the endpoint was removed',
]

test.each(faults)('%s', (fault) => {
  const chinese = faultIn('zh-CN', fault)
  expect(chinese).toMatch(/\p{Script=Han}/u)
  expect(chinese.match(/\d+|[A-Z]{3,}|invalid_client/g)).toEqual(
    fault.replace(/^token URL/, '').match(/\d+|[A-Z]{3,}|invalid_client/g),
  )
  expect(faultIn('en', fault)).toBe(fault)
})

test('an unknown fault is shown as it is', () => {
  expect(faultIn('zh-CN', 'something new')).toBe('something new')
})
