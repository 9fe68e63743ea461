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

test('while three groups are worked on, what arrives fills the next one instead of starting its own', async () => {
  const open: (() => void)[] = []
  const groups: number[] = []
  const execute = openBatcher((ids) => {
    groups.push(ids.length)
    return new Promise((resolve) => open.push(resolve))
  })
  const runs: Promise<void>[] = []
  for (let group = 1; group <= 3; group++) {
    runs.push(execute(`run-${group}`))
    await expect.poll(() => groups.length).toBe(group)
  }
  for (let at = 0; at < 10; at++) runs.push(execute(`late-${at}`))
  open[0]?.()
  await expect.poll(() => groups).toEqual([1, 1, 1, 10])
  for (const resolve of open) resolve()
  await Promise.all(runs)
})
