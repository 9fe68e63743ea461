// Mapping: the first guess by name, and what becomes of cells.
import { findCollection } from '@guildhall/verticals/registry'
import { expect, test } from 'vitest'
import { guessMapping, guessType, toRecord } from './mapping.ts'

const collectionOf = (name: string) => {
  const found = findCollection(name)
  if (!found) throw new Error(name)
  return found
}

test('a grocery export maps itself, and its rows fit the schema', () => {
  const events = collectionOf('events')
  const mapping = guessMapping(events, ['household_id', 'product_id', 'transaction_timestamp', 'quantity', 'week'])
  expect(mapping).toEqual({
    household_id: 'user_ref',
    product_id: 'item_id',
    transaction_timestamp: 'ts',
    quantity: 'quantity',
    week: '',
  })
  const record = toRecord(events, mapping, {
    household_id: '1',
    product_id: '8091337',
    transaction_timestamp: '1483815324',
    quantity: '2',
  })
  expect(events.schema.safeParse(record).success).toBe(true)
  expect(record).toEqual({ user_ref: '1', item_id: '8091337', ts: 1483815324, quantity: 2 })
})

test('columns of loans that are no field become features, with unknown as null', () => {
  const loans = collectionOf('loans')
  const mapping = guessMapping(loans, ['row_id', 'term_months', 'housing', 'default'])
  expect(toRecord(loans, mapping, { row_id: '7', term_months: '36', housing: 'NA', default: '1' })).toEqual({
    id: '7',
    defaulted: true,
    features: { term_months: 36, housing: null },
  })
})

test('days and local times are read as UTC; lists are split; what cannot be read stays for the schema to refuse', () => {
  const items = collectionOf('items')
  const mapping = { sku: 'id', name: 'title', shelf: 'category_path', since: 'created_at', stock: 'in_stock' }
  const row = { sku: 'a', name: 'Tea', shelf: 'Food > Drinks', since: '2026-01-02', stock: 'maybe' }
  const record = toRecord(items, mapping, row)
  expect(record).toMatchObject({
    category_path: ['Food', 'Drinks'],
    created_at: '2026-01-02T00:00:00Z',
    in_stock: 'maybe',
  })
  expect(items.schema.safeParse(record).success).toBe(false)
})

test('types are guessed from what is present', () => {
  expect(guessType(['1', 'NA', '2.5'])).toBe('number')
  expect(guessType(['yes', 'no'])).toBe('boolean')
  expect(guessType(['2026-01-02', ''])).toBe('time')
  expect(guessType(['', 'NA'])).toBe('empty')
  expect(guessType(['a', '1'])).toBe('text')
})

test('a sheet of exercises with a column per hint, choice and language becomes records', () => {
  const exercises = collectionOf('exercises')
  const cells = {
    id: 'e1',
    'Stem EN': 'Which is greater?',
    stem_zh: '哪个更大？',
    Answer: 'B',
    Type: 'choice',
    Skills: 'compare | fractions',
    hint_0: 'What do you compare?',
    hint_1_en: 'Make the parts equal.',
    hint_1_zh: '先化成相同大小的份。',
    option_a: '1/3',
    option_b: '2/5',
  }
  const mapping = guessMapping(exercises, Object.keys(cells))
  expect(Object.values(mapping)).not.toContain('')
  const record = toRecord(exercises, mapping, cells)
  expect(record).toEqual({
    id: 'e1',
    stem: { en: 'Which is greater?', 'zh-CN': '哪个更大？' },
    answer_key: 'b',
    answer_type: 'choice',
    skills: ['compare', 'fractions'],
    hints: [
      { level: 0, text: 'What do you compare?' },
      { level: 1, text: { en: 'Make the parts equal.', 'zh-CN': '先化成相同大小的份。' } },
    ],
    choices: [
      { id: 'a', text: '1/3' },
      { id: 'b', text: '2/5' },
    ],
  })
  expect(exercises.schema.safeParse(record).success).toBe(true)
})
