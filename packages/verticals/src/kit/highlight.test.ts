// Highlights read an output as the note does: same units, both languages, and nothing where the output has nothing.
import { expect, test } from 'vitest'
import { type Highlights, readHighlights } from './highlight.ts'

const said = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const highlights: Highlights = {
  figures: [
    {
      path: 'level',
      label: said('Level', '等级'),
      levels: { high: { label: said('High', '高'), tone: 'bad' } },
    },
    { path: 'risk.interval', label: said('Interval', '区间'), unit: 'fraction' },
    { path: 'radius', label: said('Radius', '半径'), unit: 'measure' },
    { path: 'absent', label: said('Absent', '缺'), unit: 'fraction' },
  ],
  bars: {
    path: 'reasons',
    title: said('Reasons', '原因'),
    label: 'text',
    value: 'by',
    unit: 'ratio',
    isMoreWorse: true,
  },
}
const output = {
  level: 'high',
  risk: { interval: [0.12, 0.2] },
  radius: 0.078_71,
  reasons: [
    { text: said('Large', '大'), by: 1.5 },
    { text: said('Even', '均匀'), by: -0.25 },
  ],
}

test('figures read in their units, codes in words, and what is absent is left out', () => {
  const shown = readHighlights(highlights, output, 'zh-CN')
  expect(shown?.figures.map(({ text, tone }) => [text, tone])).toEqual([
    ['高', 'bad'],
    ['12.0% – 20.0%', 'plain'],
    ['0.07871', 'plain'],
  ])
})

test('bars carry their sign, and say which side is the worse one', () => {
  expect(readHighlights(highlights, output, 'en')?.bars?.entries).toEqual([
    { label: 'Large', value: 1.5, text: '1.50', tone: 'bad' },
    { label: 'Even', value: -0.25, text: '−0.25', tone: 'good' },
  ])
})

test('an output of another task has no highlights', () => {
  expect(readHighlights(highlights, { items: [] }, 'en')).toBeNull()
})

test.each([
  [1001, '1,001'],
  [122.8, '122.8'],
  [17.99, '17.99'],
  [0.1184, '0.1184'],
  [0.006_399, '0.006399'],
  [20, '20'],
  [0, '0'],
])('%s as a measure reads %s', (value, text) => {
  const only: Highlights = { figures: [{ path: 'x', label: said('X', 'X'), unit: 'measure' }] }
  expect(readHighlights(only, { x: value }, 'en')?.figures[0]?.text).toBe(text)
})
