// The shipped tutor is what this code makes of the shipped course: nobody can slip in another.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildChampion, builtinDir } from './education.ts'

test('building again gives the committed bytes and the committed card', () => {
  const { bytes, card } = buildChampion()
  const committed: unknown = JSON.parse(readFileSync(join(builtinDir, 'card.json'), 'utf8'))
  expect(JSON.parse(JSON.stringify(card))).toEqual(committed)
  const file = readFileSync(join(builtinDir, 'model.onnx'))
  expect(createHash('sha256').update(file).digest('hex')).toBe(card.onnx_sha256)
  expect(Buffer.from(bytes).equals(file)).toBe(true)
})

test('every skill of the course is in it, and its parameters are ones BKT can identify', () => {
  const { skills } = buildChampion().card
  expect(skills.length).toBeGreaterThan(12)
  for (const { known, learn, slip, guess } of skills) {
    for (const p of [known, learn, slip, guess]) expect(p > 0 && p < 1).toBe(true)
    // Otherwise a wrong answer could raise mastery.
    expect(slip + guess).toBeLessThan(1)
  }
})
