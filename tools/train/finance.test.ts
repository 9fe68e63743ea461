// The shipped champion is what this code makes of the shipped data: nobody can slip in another.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtinDir, trainChampion } from './finance.ts'

test('training again gives the committed bytes and the committed card', { timeout: 60_000 }, () => {
  const { bytes, card } = trainChampion()
  const committed: Parameters<typeof card>[0] & { onnx_sha256: string } = JSON.parse(
    readFileSync(join(builtinDir, 'card.json'), 'utf8'),
  )
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(committed.onnx_sha256)
  expect(JSON.parse(JSON.stringify(card(committed)))).toEqual(committed)
})
