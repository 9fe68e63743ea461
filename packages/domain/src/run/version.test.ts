// The choice of a version: pinned first, then the canary for its share of callers, evenly and always the same ones.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseVersion } from './version.ts'

const plain = { id: 'tpl_1', liveVersion: 2, canaryVersion: null, canaryShare: null }
const canaried = (canaryShare: number, id = 'tpl_1') => ({ id, liveVersion: 2, canaryVersion: 3, canaryShare })
const subject = (name: string | number) => ({ metadata: { subject: String(name) } })

describe('which version', () => {
  test('the one that is named, whatever is live', () => {
    expect(chooseVersion(plain, { version: 1 })).toBe(1)
    expect(chooseVersion(canaried(1), { version: 1, caller: 'key:a' })).toBe(1)
  })

  test('the live one without a canary, and null where nothing is published', () => {
    expect(chooseVersion(plain, { caller: 'key:a' })).toBe(2)
    expect(chooseVersion({ ...plain, liveVersion: null }, {})).toBeNull()
  })

  test('a caller nobody can name is never in a canary', () => {
    expect(chooseVersion(canaried(0.99), {})).toBe(2)
  })

  test('property: the same subject always gets the same, and a larger share keeps whom a smaller one had', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.string(), share, share, (who, a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)]
        const first = chooseVersion(canaried(small), subject(who))
        expect(chooseVersion(canaried(small), subject(who))).toBe(first)
        if (first === 3) expect(chooseVersion(canaried(large), subject(who))).toBe(3)
      }),
    )
  })

  test('property: of many subjects the canary gets its share, within binomial bounds', () => {
    const subjects = 4000
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.98, noNaN: true }), fc.uuid(), (share, id) => {
        let chosen = 0
        for (let at = 0; at < subjects; at++)
          if (chooseVersion(canaried(share, id), subject(`customer-${at}`)) === 3) chosen++
        // Five standard deviations: one in two million would fail by chance.
        const bound = 5 * Math.sqrt(subjects * share * (1 - share))
        expect(Math.abs(chosen - subjects * share)).toBeLessThan(bound)
      }),
      { numRuns: 50 },
    )
  })

  test('the subject stands for the caller; two templates do not choose the same ones', () => {
    const both = Array.from({ length: 400 }, (_, at) => [
      chooseVersion(canaried(0.5, 'tpl_1'), { caller: 'key:a', ...subject(at) }),
      chooseVersion(canaried(0.5, 'tpl_2'), { caller: 'key:b', ...subject(at) }),
    ])
    const same = both.filter(([a, b]) => a === b).length
    expect(same).toBeGreaterThan(120)
    expect(same).toBeLessThan(280)
  })
})
