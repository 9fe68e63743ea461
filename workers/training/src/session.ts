// Runs a graph over tensors in this process: for the gates, which judge what would serve and not what the trainer believes.
import type { Tensors } from '@guildhall/verticals/kit/vertical'
import { InferenceSession, Tensor } from 'onnxruntime-node'

export type Graph = (inputs: Tensors) => Promise<Tensors>

export async function openGraph(bytes: Uint8Array): Promise<Graph> {
  const session = await InferenceSession.create(bytes)
  return async (inputs) => {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, { data, dims }]) => [
        name,
        data instanceof Float32Array ? new Tensor('float32', data, dims) : new Tensor('int64', data, dims),
      ]),
    )
    const outputs: Tensors = {}
    for (const [name, { data, dims }] of Object.entries(await session.run(feeds))) {
      if (data instanceof Float32Array) outputs[name] = { data, dims: [...dims] }
      else if (data instanceof BigInt64Array) outputs[name] = { data, dims: [...dims] }
    }
    return outputs
  }
}
