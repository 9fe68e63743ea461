// The weights of a TensorFlow.js graph model as named float32 arrays. Only what such a file says of its weights is read; its graph is not run.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Weights } from '@guildhall/learn/text/sentence-encoder-onnx'
import { z } from 'zod'

const bytesOf = { float32: 4, int32: 4, bool: 1 } as const

const manifestSchema = z.object({
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string().regex(/^[\w.-]+$/)),
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.int().min(0)),
          dtype: z.enum(['float32', 'int32', 'bool']),
          quantization: z.undefined().optional(),
        }),
      ),
    }),
  ),
})

/** Throws when a shard is missing, too short or too long, or a weight is stored quantised. */
export function readWeights(dir: string): Map<string, Weights> {
  const { weightsManifest } = manifestSchema.parse(JSON.parse(readFileSync(join(dir, 'model.json'), 'utf8')))
  const found = new Map<string, Weights>()
  for (const { paths, weights } of weightsManifest) {
    const bytes = Buffer.concat(paths.map((path) => readFileSync(join(dir, path))))
    let at = 0
    for (const { name, shape, dtype } of weights) {
      const length = shape.reduce((product, dim) => product * dim, bytesOf[dtype])
      const own = Uint8Array.from(bytes.subarray(at, at + length))
      if (own.length !== length) throw new Error(`the weights of ${name} are cut off`)
      if (dtype === 'float32') found.set(name, { dims: shape, data: new Float32Array(own.buffer) })
      at += length
    }
    if (at !== bytes.length) throw new Error(`${bytes.length - at} bytes belong to no weight`)
  }
  return found
}
