// The trainers' matrix products as one ONNX MatMul: onnxruntime uses all cores. Only for processes of their own: run() blocks the thread.
import type { Multiply } from '@guildhall/learn/multiply'
import { graphModel, node, valueInfo } from '@guildhall/learn/onnx'
import { InferenceSession, Tensor } from 'onnxruntime-node'

export async function openMultiply(): Promise<Multiply> {
  const graph = graphModel({
    name: 'multiply',
    constants: [],
    nodes: [node({ op: 'MatMul', inputs: ['a', 'b'], outputs: ['product'] })],
    inputs: [valueInfo('a', ['rows', 'inner']), valueInfo('b', ['inner', 'columns'])],
    outputs: [valueInfo('product', ['rows', 'columns'])],
  })
  const session = await InferenceSession.create(graph)
  return async (a, b, { rows, inner, columns }) => {
    const { product } = await session.run({
      a: new Tensor('float32', a, [rows, inner]),
      b: new Tensor('float32', b, [inner, columns]),
    })
    if (!(product?.data instanceof Float32Array)) throw new Error('MatMul gave no float32')
    return product.data
  }
}
