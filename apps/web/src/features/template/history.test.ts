// Undo takes back what belongs together, and redo gives it back.
import { expect, test } from 'vitest'
import { changed, openHistory, redone, undone } from './history.ts'

test('quick changes are one step, slow ones are two', () => {
  const typed = changed(changed(openHistory('a'), 'ab', 1000), 'abc', 1200)
  expect(undone(typed).now).toBe('a')
  const slow = changed(typed, 'abcd', 5000)
  expect(undone(slow).now).toBe('abc')
  expect(undone(undone(slow)).now).toBe('a')
})

test('redo gives back what undo took, until something new is written', () => {
  const twice = changed(changed(openHistory(1), 2, 1000), 3, 9000)
  const back = undone(undone(twice))
  expect(redone(redone(back)).now).toBe(3)
  expect(redone(changed(back, 7, 20_000)).now).toBe(7)
  expect(undone(openHistory(1)).now).toBe(1)
})
