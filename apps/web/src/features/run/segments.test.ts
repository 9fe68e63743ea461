// Every figure of a sentence leads to its fact, and the sentence reads as before.
import { expect, test } from 'vitest'
import { segmentsOf } from './segments.ts'

const facts = {
  f1: { path: 'points', value: 560, unit: 'points' as const },
  f2: { path: 'amount', value: '1560.00', unit: 'currency' as const, currency: 'USD' },
}

test('pieces join to the sentence, and the longer figure is not broken by the shorter one', () => {
  const sentence = { text: 'USD 1,560.00 at 560 points.', facts: ['f1', 'f2'] }
  const pieces = segmentsOf(sentence, { facts, language: 'en' })
  expect(pieces.map((piece) => piece.text).join('')).toBe(sentence.text)
  expect(pieces.filter((piece) => piece.fact).map((piece) => [piece.text, piece.fact])).toEqual([
    ['USD 1,560.00', 'f2'],
    ['560 points', 'f1'],
  ])
})

test('a sentence without facts is one plain piece', () => {
  expect(segmentsOf({ text: 'Plain.', facts: [] }, { facts, language: 'en' })).toEqual([
    { key: '0', text: 'Plain.', fact: null },
  ])
})
