// Graphs of meaning in onnxruntime against arithmetic of their own: a small sentence encoder written out in loops, term vectors by the trainer, and
// both in one graph.
import { openRandom } from '@guildhall/learn/random'
import { embedTerms, latentTerms } from '@guildhall/learn/text/latent'
import {
  type EncoderLayer,
  type SentenceEncoder,
  type Weights,
  writeSentenceEncoder,
} from '@guildhall/learn/text/sentence-encoder-onnx'
import { writeTermVectors } from '@guildhall/learn/text/terms-onnx'
import { realsOf } from '@guildhall/verticals/kit/tensors'
import { afterAll, describe, expect, test } from 'vitest'
import { openSessionPool } from './session-pool.ts'

const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
afterAll(() => pool.close())

const [narrow, wide, inner, heads] = [8, 16, 24, 4]
const random = openRandom(17)
const weights = (...dims: number[]): Weights => ({
  dims,
  data: Float32Array.from({ length: dims.reduce((product, dim) => product * dim, 1) }, () => (random() - 0.5) * 0.8),
})
const pair = (rows: number, columns: number): [Weights, Weights] => [weights(rows, columns), weights(columns)]
const layerOf = (from: number, to: number): EncoderLayer => ({
  attentionNorm: [weights(from), weights(from)],
  qkv: pair(from, from * 3),
  out: pair(from, to),
  residual: from === to ? null : pair(from, to),
  feedNorm: [weights(to), weights(to)],
  feedIn: pair(to, inner),
  feedOut: pair(inner, to),
})
const encoder: SentenceEncoder = {
  pieces: weights(20, narrow),
  timing: Float32Array.of(1, 0.3, 0.1, 0.01),
  layers: [layerOf(narrow, wide), layerOf(wide, wide)],
  hidden: pair(wide, wide),
}

type Rows = number[][]
const add = (a: Rows, b: Rows): Rows => a.map((row, at) => row.map((one, k) => one + (b[at]?.[k] ?? 0)))

function affine(rows: Rows, [kernel, bias]: [Weights, Weights]): Rows {
  const columns = bias.data.length
  return rows.map((row) =>
    Array.from(bias.data, (own, k) =>
      row.reduce((sum, one, at) => sum + one * (kernel.data[at * columns + k] ?? 0), own),
    ),
  )
}

function norm(rows: Rows, [scale, bias]: [Weights, Weights]): Rows {
  return rows.map((row) => {
    const mean = row.reduce((sum, one) => sum + one, 0) / row.length
    const variance = row.reduce((sum, one) => sum + (one - mean) ** 2, 0) / row.length
    return row.map((one, k) => ((one - mean) / Math.sqrt(variance + 1e-6)) * (scale.data[k] ?? 0) + (bias.data[k] ?? 0))
  })
}

function attended(rows: Rows): Rows {
  const width = (rows[0]?.length ?? 0) / 3
  const size = width / heads
  const out: Rows = rows.map(() => new Array<number>(width).fill(0))
  for (let head = 0; head < heads; head++) {
    const part = (row: number[], which: number) =>
      row.slice(which * width + head * size, which * width + (head + 1) * size)
    for (const [at, row] of rows.entries()) {
      const scores = rows.map((other) =>
        part(row, 0).reduce((sum, one, k) => sum + (one * (part(other, 1)[k] ?? 0)) / Math.sqrt(size), 0),
      )
      const total = scores.reduce((sum, one) => sum + Math.exp(one), 0)
      for (const [from, other] of rows.entries())
        for (const [k, value] of part(other, 2).entries()) {
          const to = out[at]
          if (to) to[head * size + k] = (to[head * size + k] ?? 0) + (Math.exp(scores[from] ?? 0) / total) * value
        }
    }
  }
  return out
}

function encoded(pieces: readonly number[]): number[] {
  const half = encoder.timing.length
  let rows: Rows = pieces.map((piece, place) =>
    Array.from({ length: narrow }, (_, k) => {
      const angle = place * (encoder.timing[k % half] ?? 0)
      return 2 * (encoder.pieces.data[piece * narrow + k] ?? 0) + (k < half ? Math.sin(angle) : Math.cos(angle))
    }),
  )
  for (const layer of encoder.layers) {
    const mixed = affine(attended(affine(norm(rows, layer.attentionNorm), layer.qkv)), layer.out)
    const y = add(mixed, layer.residual ? affine(rows, layer.residual) : rows)
    const fed = affine(norm(y, layer.feedNorm), layer.feedIn).map((row) => row.map((one) => Math.max(0, one)))
    rows = add(affine(fed, layer.feedOut), y)
  }
  const mean = Array.from({ length: wide }, (_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length)
  const raw = (affine([mean], encoder.hidden)[0] ?? []).map(Math.tanh)
  const length = Math.hypot(...raw)
  return raw.map((one) => one / length)
}

const texts = [[3, 7, 7, 12, 0], [5], [19, 1, 2]]

function pieceInputs() {
  const width = Math.max(...texts.map((one) => one.length))
  const cells = texts.flatMap((one) => Array.from({ length: width }, (_, at) => one[at]))
  const dims = [texts.length, width]
  return {
    piece: { data: BigInt64Array.from(cells, (one) => BigInt(one ?? 0)), dims },
    mask: { data: Float32Array.from(cells, (one) => (one === undefined ? 0 : 1)), dims },
  }
}

describe('meaning', () => {
  const bytes = writeSentenceEncoder(encoder)
  const spoken = ['sofa cushion', 'couch cushion', 'sofa leather', 'couch leather', 'tea pot', 'tea cup', 'cup pot']
  const own = latentTerms(
    spoken.map((text) => text.split(' ')),
    { dims: 4, seed: 2 },
  )
  const asked = [[0, 1, 1], [2], []]
  const termInput = {
    data: BigInt64Array.from(asked.flatMap((one) => [0, 1, 2].map((at) => BigInt(one[at] ?? own.terms.length)))),
    dims: [3, 3],
  }
  function expectNear(found: Float32Array, expected: readonly ArrayLike<number>[]): void {
    for (const [at, row] of expected.entries())
      for (const [k, one] of Array.from(row).entries())
        expect(Math.abs((found[at * row.length + k] ?? Number.NaN) - one)).toBeLessThan(1e-4)
  }

  test('the sentence encoder gives what its layers give in loops, whatever is padded', async () => {
    const outputs = await pool.infer({ sha256: 'encoder', bytes: async () => bytes }, pieceInputs())
    expectNear(realsOf(outputs, 'pieces'), texts.map(encoded))
  })

  test('term vectors are summed and brought to length 1 as the trainer does it; nothing gives zeros', async () => {
    const graph = writeTermVectors(own, { kind: 'terms', base: null })
    const outputs = await pool.infer({ sha256: 'terms', bytes: async () => graph }, { term: termInput })
    expectNear(
      realsOf(outputs, 'terms'),
      asked.map((one) => embedTerms(own, one)),
    )
  })

  test('on a base both are in one graph, whose first bytes are the base', async () => {
    const graph = writeTermVectors(own, { kind: 'terms', base: bytes })
    expect(Buffer.from(graph.subarray(0, bytes.length)).equals(Buffer.from(bytes))).toBe(true)
    const source = { sha256: 'both', bytes: async () => graph }
    const outputs = await pool.infer(source, { ...pieceInputs(), term: termInput })
    expectNear(realsOf(outputs, 'pieces'), texts.map(encoded))
    expectNear(
      realsOf(outputs, 'terms'),
      asked.map((one) => embedTerms(own, one)),
    )
  })
})
