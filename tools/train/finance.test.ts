// The shipped champion is what this code makes of the shipped data: nobody can slip in another.
import { expect, test } from 'vitest'
import { againAndCommitted } from './builtin.ts'
import { financeRecipe } from './finance.ts'

test('training again gives the committed bytes and the committed card', { timeout: 60_000 }, () => {
  const { again, committed } = againAndCommitted(financeRecipe)
  expect(again).toEqual(committed)
})
