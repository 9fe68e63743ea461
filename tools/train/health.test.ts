// The shipped champion is what this code makes of the shipped data, and the ranges the pack states are those of the data.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measurementNames, measurements } from '@guildhall/verticals/packs/health/measurements'
import { expect, test } from 'vitest'
import { againAndCommitted } from './builtin.ts'
import { columnOf, healthRecipe, readTable } from './health.ts'

test('training again gives the committed bytes and the committed card', { timeout: 60_000 }, () => {
  const { again, committed } = againAndCommitted(healthRecipe)
  expect(again).toEqual(committed)
})

test('the ranges of the pack are those of the file, and its event is the rarer class', () => {
  const { table, labels } = readTable(readFileSync(join(import.meta.dirname, '../..', healthRecipe.csv)))
  const ranges = table.columns.map((column) =>
    column.kind === 'number' ? [Math.min(...column.values), Math.max(...column.values)] : [],
  )
  expect(ranges).toEqual(measurementNames.map((name) => [measurements[name].low, measurements[name].high]))
  expect([table.rows, labels.filter((label) => label === 1).length]).toEqual([569, 212])
})

test('names of measurements find their columns', () => {
  expect(['concave_points_mean', 'radius_error'].map(columnOf)).toEqual(['mean concave points', 'radius error'])
})
