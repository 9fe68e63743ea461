// Groups: nothing is lost, none is over 64, and an error reaches just those who were in the group.
import { expect, test } from 'vitest'
import { openBatcher } from './batcher.ts'

test('what arrives together is worked on together, at most 64 at a time', async () => {
  const groups: number[] = []
  const execute = openBatcher(async (ids) => void groups.push(ids.length))
  await Promise.all(Array.from({ length: 150 }, (_, at) => execute(`run-${at}`)))
  expect(groups.reduce((sum, size) => sum + size, 0)).toBe(150)
  expect(Math.max(...groups)).toBeLessThanOrEqual(64)
  expect(groups.length).toBeLessThan(10)
})

test('a failing group fails its own and no other', async () => {
  const execute = openBatcher(async (ids) => {
    if (ids.includes('bad')) throw new Error('no')
  })
  await expect(Promise.all([execute('bad'), execute('with-bad')])).rejects.toThrow('no')
  await expect(execute('good')).resolves.toBeUndefined()
})
