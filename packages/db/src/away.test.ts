// Only what says that the database is away becomes `unavailable`; a broken rule of the database stays what it is.
import { expect, test } from 'vitest'
import { asAway } from './away.ts'

const adapter = (cause: object) =>
  Object.assign(new Error('x'), { code: 'P2039', meta: { driverAdapterError: { cause } } })

test.each([
  ['not reachable', Object.assign(new Error('x'), { code: 'P1001' })],
  ['starting up', adapter({ kind: 'postgres', code: '57P03' })],
  ['connection closed', adapter({ kind: 'ConnectionClosed' })],
  ['no server, by the driver', Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
  ['shut down, by the driver', Object.assign(new Error('x'), { code: '57P01' })],
  ['a lost connection, by the driver', new Error('Connection terminated unexpectedly')],
  ['no free connection, by the driver', new Error('timeout exceeded when trying to connect')],
])('%s is unavailable, with a time to come back', (_, error) => {
  expect(asAway(error)).toMatchObject({ code: 'unavailable', retryAfterS: 2, cause: error })
})

test.each([
  ['row-level security', adapter({ kind: 'postgres', code: '42501' })],
  ['a unique key', Object.assign(new Error('x'), { code: 'P2002' })],
  ['a unique key, by the driver', Object.assign(new Error('duplicate key'), { code: '23505' })],
  ['a text', 'oops'],
])('%s stays what it is', (_, error) => {
  expect(asAway(error)).toBe(error)
})
