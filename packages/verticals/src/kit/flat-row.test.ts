// Rows of a spreadsheet become inputs by the form alone; what is nested already is never touched.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangeFlatRow } from './flat-row.ts'
import type { FormDescriptor } from './form.ts'

const field = (path: string, kind: FormDescriptor['groups'][number]['fields'][number]['kind']) => ({
  path,
  kind,
  label: { en: path, 'zh-CN': path },
  required: false,
})
const form: FormDescriptor = {
  groups: [
    {
      id: 'all',
      title: { en: 'All', 'zh-CN': '全部' },
      fields: [
        field('ref', 'text'),
        field('m.size', 'number'),
        field('m.rate', 'fraction'),
        field('m.seen', 'boolean'),
      ],
    },
  ],
}

test('cells are read by the kind of their field, empty ones are unknown', () => {
  expect(arrangeFlatRow(form, { ref: ' A-1 ', 'm.size': '0.50', 'm.rate': '', 'm.seen': 'Yes' })).toEqual({
    input: { ref: 'A-1', m: { size: 0.5, rate: null, seen: true } },
    faults: [],
  })
})

test('a cell that cannot be read is named with its column and a cure', () => {
  const { faults } = arrangeFlatRow(form, { 'm.size': '12,5', 'm.seen': 'perhaps' })
  expect(faults).toMatchObject([
    { path: 'm.size', message: 'is not a number' },
    { path: 'm.seen', fix: 'Send yes or no' },
  ])
})

test('a column that no field has stays, so that the schema can refuse it; an empty one says nothing', () => {
  expect(arrangeFlatRow(form, { 'm.size': '1', 'm.other': 'x', extra: '' }).input).toEqual({
    m: { size: 1, other: 'x' },
  })
})

test('property: an input without a dotted name comes back as the very same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (raw) => {
      fc.pre(!(typeof raw === 'object' && raw !== null && Object.keys(raw).some((name) => name.includes('.'))))
      expect(arrangeFlatRow(form, raw)).toEqual({ input: raw, faults: [] })
    }),
  )
})

test('a name cannot reach a prototype', () => {
  const { input } = arrangeFlatRow(form, JSON.parse('{"__proto__.size": "1", "m.size": "1"}'))
  expect(Object.keys(Object(input))).toEqual(['__proto__.size', 'm'])
  expect(Object(input).size).toBeUndefined()
})
