// Ids: prefix, order in time, and refusal of another kind's id.
import { expect, test } from 'vitest'
import { idSchema, newId } from './ids.ts'

test('an id carries its prefix and is accepted by its own schema only', () => {
  const run = newId('run')
  expect(run).toMatch(/^run_/)
  expect(idSchema('run').parse(run)).toBe(run)
  expect(idSchema('template').safeParse(run).success).toBe(false)
})

test('ids made later sort later across milliseconds', () => {
  const before = newId('run')
  const start = Date.now()
  while (Date.now() <= start + 1);
  expect(before < newId('run')).toBe(true)
})
