// A graph with its weights beside it answers bit for bit as the graph in one piece, from every thread of a pool, and damaged bytes are refused.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRandom } from '@guildhall/learn/random'
import { writeRecommender } from '@guildhall/learn/retail/recommender-onnx'
import * as ort from 'onnxruntime-node'
import { afterAll, expect, test } from 'vitest'
import { writeGraphFile } from './graph-file.ts'
import { openSessionPool } from './session-pool.ts'

const dir = mkdtempSync(join(tmpdir(), 'guildhall-graph-test-'))
afterAll(() => rmSync(dir, { recursive: true }))

const [items, rank, slots] = [20_000, 64, 3]
const random = openRandom(4)
const numbers = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5)
const linear = {
  kind: 'factored' as const,
  items,
  rank,
  left: numbers(items * rank),
  right: numbers(items * rank),
  self: numbers(items),
}
const settings = { ridge: 1, halfLife: null, ownWeight: 0, transition: null }
const bytes = writeRecommender({ settings, linear, transition: null }, numbers(items))
const real = (values: readonly number[]) => ({ data: Float32Array.from(values), dims: [1, values.length] })
const whole = (values: readonly number[]) => ({ data: BigInt64Array.from(values, BigInt), dims: [1, values.length] })
const inputs = {
  history: whole([5, 19_999, items]),
  weights: real([1, 0.5, 0]),
  recent: real([0, 0, 0]),
  own: real([0.1, 0, 0]),
  popular: real([0.01]),
  excluded: whole([7]),
  k: { data: BigInt64Array.of(10n), dims: [1] },
}

test('mapped and copied weights give the same answer, in every thread', async () => {
  const path = await writeGraphFile(bytes, { dir, name: 'large' })
  expect(readdirSync(dir).sort()).toEqual(['large.onnx', 'large.weights'])
  expect(readFileSync(path).length).toBeLessThan(200_000)
  const pool = openSessionPool({ provider: 'cpu', threads: 2, onDeath: () => undefined })
  const source = { sha256: 'large', bytes: async () => bytes }
  const answers = await Promise.all([1, 2, 3, 4].map(() => pool.infer(source, inputs)))
  await pool.close()
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]?.evidence?.dims).toEqual([1, slots, 10])
  expect(await byBytes()).toEqual(answers[0])
})

/** The same graph in one piece, through a session of its own. */
async function byBytes() {
  const session = await ort.InferenceSession.create(bytes, { intraOpNumThreads: 1 })
  const feeds = Object.fromEntries(
    Object.entries(inputs).map(([name, { data, dims }]) => [
      name,
      data instanceof Float32Array ? new ort.Tensor('float32', data, dims) : new ort.Tensor('int64', data, dims),
    ]),
  )
  const outputs = await session.run(feeds)
  return Object.fromEntries(Object.entries(outputs).map(([name, { data, dims }]) => [name, { data, dims: [...dims] }]))
}

test('bytes that end in the middle are refused', async () => {
  const cut = bytes.subarray(0, bytes.length - 100)
  await expect(writeGraphFile(cut, { dir, name: 'cut' })).rejects.toThrow('cut off')
})
