// The form writes what a caller would send.
import { expect, test } from 'vitest'
import { valueAt, withValue } from './paths.ts'

test('sets deep values without touching the rest, and makes what is on the way', () => {
  const input = { product: { amount: '1.00' } }
  expect(withValue(input, 'product.apr', 0.1)).toEqual({ product: { amount: '1.00', apr: 0.1 } })
  expect(withValue(input, 'debts.monthly_service', '2.00')).toEqual({ ...input, debts: { monthly_service: '2.00' } })
  expect(input).toEqual({ product: { amount: '1.00' } })
})

test('unknown is left out, and so is an object that holds nothing any more', () => {
  expect(withValue({ collateral: { value: '1.00' }, a: 1 }, 'collateral.value', undefined)).toEqual({ a: 1 })
})

test('reads through absent and odd values', () => {
  expect(valueAt({ a: { b: 2 } }, 'a.b')).toBe(2)
  expect([valueAt({ a: 1 }, 'a.b'), valueAt({}, 'x.y'), valueAt({ a: null }, 'a.b')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
