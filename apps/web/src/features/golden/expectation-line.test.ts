// Every expectation of every pack survives the form; what is half typed is refused by the schema and not by a crash.
import { expectationSchema } from '@guildhall/contracts/golden'
import { verticals } from '@guildhall/verticals/registry'
import { expect, test } from 'vitest'
import { expectationOf, lineOf } from './expectation-line.ts'

const all = verticals.flatMap((one) => one.tasks.flatMap((task) => task.goldens.flatMap((golden) => golden.expect)))

test('goldens that ship come back as they were', () => {
  expect(all.length).toBeGreaterThan(50)
  for (const one of all) {
    const back = lineOf(one).map(expectationOf)
    expect(Object.assign({}, ...back)).toEqual(one)
  }
})

test.each([
  [{ path: 'a', equals: '12' }],
  [{ path: 'a', equals: 'plain' }],
  [{ path: 'a', equals: null }],
  [{ path: 'a', equals: 0.38, tolerance: 0.01 }],
  [{ path: 'a', one_of: ['x', 1] }],
  [{ path: 'a', schema: { type: 'string' } }],
])('%j', (one) => {
  expect(lineOf(expectationSchema.parse(one)).map(expectationOf)).toEqual([one])
})

test('a half-typed tolerance is no expectation', () => {
  expect(expectationSchema.safeParse(expectationOf({ path: 'a', kind: 'near', value: '3 ±' })).success).toBe(false)
})
