// Assignment: sticky, in the shares asked for, and independent from one experiment to the next.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign } from './assign.ts'

test('the same shopper always gets the same variant of an experiment', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (salt, shopper, shareB) => {
      expect(assign({ salt, shopper, shareB })).toBe(assign({ salt, shopper, shareB }))
    }),
  )
})

test('raising the share moves shoppers to B only, none back to A', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      (salt, shopper, shareB, more) => {
        if (assign({ salt, shopper, shareB }) === 'b')
          expect(assign({ salt, shopper, shareB: shareB + more })).toBe('b')
      },
    ),
  )
})

const shoppers = 4000
/** Five standard deviations: one false alarm in two million draws of the property. */
const bound = (share: number) => 5 * Math.sqrt(shoppers * share * (1 - share)) + 1

test('shares lie within binomial bounds, whatever the salt and the form of the references', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('u', 'user-000', '顾客', 'anon_'),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      (salt, prefix, shareB) => {
        const b = Array.from({ length: shoppers }, (_, at) =>
          assign({ salt, shopper: `${prefix}${at}`, shareB }),
        ).filter((variant) => variant === 'b').length
        expect(Math.abs(b - shoppers * shareB)).toBeLessThanOrEqual(bound(shareB))
      },
    ),
    { numRuns: 60, seed: 5 },
  )
})

test('two experiments split each other in half: who is B in one says nothing of the other', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (first, second) => {
      fc.pre(first !== second)
      const both = Array.from({ length: shoppers }, (_, at) => `u${at}`).filter(
        (shopper) =>
          assign({ salt: first, shopper, shareB: 0.5 }) === 'b' &&
          assign({ salt: second, shopper, shareB: 0.5 }) === 'b',
      ).length
      expect(Math.abs(both - shoppers / 4)).toBeLessThanOrEqual(bound(0.25))
    }),
    { numRuns: 30, seed: 6 },
  )
})
