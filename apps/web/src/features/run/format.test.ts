// Figures on screen.
import { expect, test } from 'vitest'
import { barWidths, durationText, msText, percent, signed } from './format.ts'

test('durations', () => {
  expect([msText(0.123), msText(4.26), msText(12.4), msText(1234)]).toEqual(['0.12 ms', '4.3 ms', '12 ms', '1.2 s'])
  expect(durationText({ created_at: '2026-01-01T00:00:00.000Z', finished_at: null })).toBe('')
  expect(durationText({ created_at: '2026-01-01T00:00:00.000Z', finished_at: '2026-01-01T00:00:00.020Z' })).toBe(
    '20 ms',
  )
})

test('points carry their sign, unknown stays unknown', () => {
  expect([signed(-3.05), signed(2)]).toEqual(['−3.0', '+2.0'])
  expect([percent(0.383, '?'), percent(null, '?')]).toEqual(['38.3%', '?'])
})

test('the longest bar fills its side, and no bars are no error', () => {
  expect(barWidths([-4, 2, 0])).toEqual([100, 50, 0])
  expect(barWidths([])).toEqual([])
})
