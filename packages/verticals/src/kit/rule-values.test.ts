// Suggestions: the most frequent value first, numbers as a span, and a field whose records do not agree is text.
import { expect, test } from 'vitest'
import type { RuleValue } from './rule-builder.ts'
import { tallyValues } from './rule-values.ts'

const value = (field: string, own: RuleValue['value'], unit: string | null = null): RuleValue => ({
  field,
  attribute: null,
  value: own,
  unit,
})

test('values by how often they occur, numbers by their span and unit', () => {
  const tally = tallyValues()
  tally.add([value('brand', 'b'), value('price', 4, 'EUR')])
  tally.add([value('brand', 'a'), value('price', 2.5, 'EUR')])
  tally.add([value('brand', 'a')])
  expect(tally.fields()).toMatchObject([
    {
      field: 'brand',
      kind: 'text',
      min: null,
      values: [
        { value: 'a', records: 2 },
        { value: 'b', records: 1 },
      ],
    },
    { field: 'price', kind: 'number', unit: 'EUR', min: 2.5, max: 4, values: [] },
  ])
})

test('two currencies are no unit, and a number among texts is a text', () => {
  const tally = tallyValues()
  tally.add([value('price', 4, 'EUR'), value('size', 'M')])
  tally.add([value('price', 4, 'USD'), value('size', 44)])
  expect(tally.fields()).toMatchObject([
    { kind: 'number', unit: null },
    { kind: 'text', values: [{ value: '44' }, { value: 'M' }] },
  ])
})
