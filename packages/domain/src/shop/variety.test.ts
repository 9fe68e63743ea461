// Coverage, concentration and repetition: known figures, and bounds that hold for any lists.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { varietyOf } from './variety.ts'

const lists = (...items: string[][]) => items.map((own, at) => ({ shopper: 'u1', at, items: own }))

test('every item alike: Gini 0; one item only: nearly 1', () => {
  const even = varietyOf(lists(['a', 'b'], ['c', 'd']), 4)
  expect(even).toMatchObject({ coverage: 1, gini: 0, repetition: 0 })
  const one = varietyOf(lists(['a'], ['a'], ['a']), 100)
  expect(one).toMatchObject({ coverage: 0.01, gini: 0.99, topDecileShare: 1, repetition: 1 })
})

test('the known Gini of 1, 2, 3, 4', () => {
  const counts = lists(['a', 'b', 'c', 'd'], ['b', 'c', 'd'], ['c', 'd'], ['d'])
  expect(varietyOf(counts, 4).gini).toBeCloseTo(0.25, 12)
})

test('nothing served says nothing', () => {
  expect(varietyOf([], 10)).toMatchObject({ coverage: null, gini: null, topDecileShare: null, repetition: null })
})

test('shares stay shares, also when the catalogue shrank since', () => {
  const list = fc.record({
    shopper: fc.constantFrom('u1', 'u2'),
    at: fc.nat(100),
    items: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 }),
  })
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 30 }), fc.nat(50), (served, catalogue) => {
      const { coverage, gini, topDecileShare, repetition } = varietyOf(served, catalogue)
      for (const share of [coverage, gini, topDecileShare, repetition ?? 0]) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }
    }),
  )
})
